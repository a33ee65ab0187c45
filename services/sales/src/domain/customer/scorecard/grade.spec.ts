import { expect, test } from '@jest/globals';
import { emptyProfile } from '../profile.js';
import type { Profile } from '../profile.js';
import type { GradeFacts } from './criterion.js';
import { gradeCustomer, gradeScorecardV1 } from './grade.js';

const best: Profile = {
  ...emptyProfile,
  basic: { occupation: 'SKILLED', education: 'COLLEGE', residence: 'OWN', yearsAtResidence: 8, businessMonths: null, industry: null },
  financial: {
    monthlyIncomeFen: 2_000_000,
    monthlyExpenseFen: 500_000,
    assetsFen: 50_000_000,
    liabilitiesFen: 0,
    annualRevenueFen: null,
    statedLatePayments: 0,
  },
  needs: { purpose: 'EQUIPMENT', amountFen: 3_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' },
};
const facts = (profile: Profile): GradeFacts => ({ type: 'INDIVIDUAL', profile, lateLoans: [] });
const withFinancial = (change: Partial<Profile['financial']>): Profile => ({ ...best, financial: { ...best.financial, ...change } });

test.each([
  ['everything known and sound', best, 'A', 100],
  ['four late payments', withFinancial({ statedLatePayments: 4 }), 'A', 82],
  ['heavy debts and late payments', withFinancial({ statedLatePayments: 4, liabilitiesFen: 50_000_000 }), 'B', 70],
  ['nothing left each month', withFinancial({ monthlyExpenseFen: 2_000_000, statedLatePayments: 1 }), 'B', 63],
  [
    'nothing left, late and in debt',
    withFinancial({ monthlyExpenseFen: 2_000_000, statedLatePayments: 4, liabilitiesFen: 50_000_000 }),
    'C',
    40,
  ],
  ['nothing known', emptyProfile, 'C', 0],
])('[3.9] %s', (_title, profile, grade, score) => {
  expect(gradeCustomer(facts(profile))).toMatchObject({ grade, score, scorecardVersion: 1 });
});

test('[3.9] each grade carries its reasons, and the score is their weighted sum', () => {
  const { reasons, score } = gradeCustomer(facts(best));
  expect(reasons.map(({ criterion }) => criterion)).toEqual(['need', 'credit-standing', 'repayment-ability', 'potential']);
  expect(reasons.every(({ reason }) => reason.length > 10)).toBe(true);
  expect(Math.round(reasons.reduce((sum, { points, weightPercent }) => sum + points * weightPercent, 0) / 100)).toBe(score);
});

test('[3.9] the limits of the grades belong to the better grade', () => {
  const card = (A: number, B: number) => ({ ...gradeScorecardV1, atLeast: { A, B } });
  const { score } = gradeCustomer(facts(withFinancial({ statedLatePayments: 4 })));
  expect(gradeCustomer(facts(withFinancial({ statedLatePayments: 4 })), card(score, 1)).grade).toBe('A');
  expect(gradeCustomer(facts(withFinancial({ statedLatePayments: 4 })), card(score + 1, score)).grade).toBe('B');
  expect(gradeCustomer(facts(withFinancial({ statedLatePayments: 4 })), card(score + 2, score + 1)).grade).toBe('C');
});

test('a scorecard whose weights do not add up is a bug', () => {
  const broken = { ...gradeScorecardV1, criteria: gradeScorecardV1.criteria.slice(1) };
  expect(() => gradeCustomer(facts(best), broken)).toThrow('add up to 80');
});
