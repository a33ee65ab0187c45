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
  expect(creditStandingRule.score({ type: 'INDIVIDUAL', profile }).points).toBe(points);
});
