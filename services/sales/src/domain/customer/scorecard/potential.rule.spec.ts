import { expect, test } from '@jest/globals';
import type { CustomerKind } from '../customer.js';
import { emptyProfile } from '../profile.js';
import { potentialRule } from './potential.rule.js';

test.each<[CustomerKind, object, object, number]>([
  ['INDIVIDUAL', {}, {}, 0],
  ['INDIVIDUAL', { yearsAtResidence: 0 }, {}, 10],
  ['INDIVIDUAL', { yearsAtResidence: 3 }, { monthlyIncomeFen: 1_000_000 }, 100],
  ['INDIVIDUAL', { businessMonths: 60 }, { annualRevenueFen: 100_000_000 }, 0],
  ['SELF_EMPLOYED', { yearsAtResidence: 3 }, { monthlyIncomeFen: 1_000_000 }, 0],
  ['SELF_EMPLOYED', { businessMonths: 11 }, {}, 10],
  ['SELF_EMPLOYED', { businessMonths: 12 }, { annualRevenueFen: 19_999_999 }, 45],
  ['MICRO_ENTERPRISE', { businessMonths: 36 }, { annualRevenueFen: 100_000_000 }, 100],
])('[3.8] %s with %j and %j: %d points', (type, basic, financial, points) => {
  const profile = { ...emptyProfile, basic: { ...emptyProfile.basic, ...basic }, financial: { ...emptyProfile.financial, ...financial } };
  expect(potentialRule.score({ type, profile, lateLoans: [] }).points).toBe(points);
});
