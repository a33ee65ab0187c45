import { expect, test } from '@jest/globals';
import { emptyProfile } from '../profile.js';
import { creditStandingRule } from './credit-standing.rule.js';

test.each([
  [{}, 0],
  [{ statedLatePayments: 0 }, 60],
  [{ statedLatePayments: 1 }, 35],
  [{ statedLatePayments: 3 }, 10],
  [{ statedLatePayments: 4 }, 0],
  [{ assetsFen: 100, liabilitiesFen: 30 }, 40],
  [{ assetsFen: 100, liabilitiesFen: 31 }, 25],
  [{ assetsFen: 100, liabilitiesFen: 90 }, 10],
  [{ assetsFen: 100, liabilitiesFen: 91 }, 0],
  [{ assetsFen: 0, liabilitiesFen: 0 }, 40],
  [{ assetsFen: 0, liabilitiesFen: 1 }, 0],
  [{ assetsFen: 100, liabilitiesFen: null }, 0],
])('[3.8] %j gives %d points', (financial, points) => {
  const profile = { ...emptyProfile, financial: { ...emptyProfile.financial, ...financial } };
  expect(creditStandingRule.score({ type: 'INDIVIDUAL', profile, lateLoans: [] }).points).toBe(points);
});

test.each([
  [0, 0, 60],
  [0, 1, 35],
  [0, 29, 35],
  [0, 30, 10],
  [0, 90, 0],
  [3, 1, 10],
])('[3.9] %d late payments stated, %d days seen with a loan of ours: %d points', (statedLatePayments, worstDaysPastDue, points) => {
  const profile = { ...emptyProfile, financial: { ...emptyProfile.financial, statedLatePayments } };
  const lateLoans = [{ loanId: 'lon_1', worstDaysPastDue, daysPastDue: 0 }];
  expect(creditStandingRule.score({ type: 'INDIVIDUAL', profile, lateLoans }).points).toBe(points);
});
