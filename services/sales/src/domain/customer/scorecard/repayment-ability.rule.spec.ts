import { expect, test } from '@jest/globals';
import { emptyProfile } from '../profile.js';
import { repaymentAbilityRule } from './repayment-ability.rule.js';

const wanted = { amountFen: 12_000, termMonths: 12 };

test.each([
  [null, 0, {}, 0],
  [1_000, null, {}, 0],
  [1_000, 1_000, wanted, 0],
  [1_000, 2_000, wanted, 0],
  [1_000, 0, {}, 40],
  [5_000, 0, wanted, 100],
  [4_000, 0, wanted, 80],
  [2_000, 0, wanted, 60],
  [1_500, 0, wanted, 30],
  [1_400, 0, wanted, 0],
])('[3.8] income %s, expenses %s, wanted %j: %d points', (monthlyIncomeFen, monthlyExpenseFen, needs, points) => {
  const profile = {
    ...emptyProfile,
    financial: { ...emptyProfile.financial, monthlyIncomeFen, monthlyExpenseFen },
    needs: { ...emptyProfile.needs, ...needs },
  };
  expect(repaymentAbilityRule.score({ type: 'INDIVIDUAL', profile, lateLoans: [] }).points).toBe(points);
});

test.each([
  [0, 100],
  [3_000, 60],
  [5_000, 0],
])('[3.8] debts of %d a month leave %d points', (monthlyDebtServiceFen, points) => {
  const profile = {
    ...emptyProfile,
    financial: { ...emptyProfile.financial, monthlyIncomeFen: 5_000, monthlyExpenseFen: 0 },
    debts: { ...emptyProfile.debts, monthlyDebtServiceFen },
    needs: { ...emptyProfile.needs, ...wanted },
  };
  expect(repaymentAbilityRule.score({ type: 'INDIVIDUAL', profile, lateLoans: [] }).points).toBe(points);
});
