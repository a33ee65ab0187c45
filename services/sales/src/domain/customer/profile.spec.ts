import { expect, test } from '@jest/globals';
import { completenessOf, emptyProfile, mergeProfile } from './profile.js';
import type { Profile } from './profile.js';

const needs = { purpose: 'EQUIPMENT', amountFen: 1_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' };
const financial = {
  monthlyIncomeFen: 900_000,
  monthlyExpenseFen: 300_000,
  assetsFen: 0,
  liabilitiesFen: 0,
  annualRevenueFen: null,
  statedLatePayments: 0,
};
const basic = { occupation: 'SKILLED', education: 'COLLEGE', residence: 'OWN', yearsAtResidence: 4, businessMonths: null, industry: null };
const individual: Profile = { basic, financial, needs };

test('[3.5] an individual is complete without business figures, a self-employed person is not', () => {
  expect(completenessOf('INDIVIDUAL', individual)).toEqual({ percent: 100, missingSections: [], missing: [] });
  expect(completenessOf('SELF_EMPLOYED', individual)).toEqual({
    percent: 81,
    missingSections: ['basic', 'financial'],
    missing: ['basic.businessMonths', 'basic.industry', 'financial.annualRevenueFen'],
  });
});

test('[3.5] an enterprise is not asked for schooling', () => {
  const enterprise = {
    ...individual,
    basic: { ...emptyProfile.basic, businessMonths: 30, industry: 'RETAIL' },
    financial: { ...financial, annualRevenueFen: 1 },
  };
  expect(completenessOf('MICRO_ENTERPRISE', enterprise).percent).toBe(100);
});

test.each([
  ['INDIVIDUAL', 0, ['basic', 'financial', 'needs']],
  ['SELF_EMPLOYED', 0, ['basic', 'financial', 'needs']],
  ['MICRO_ENTERPRISE', 0, ['basic', 'financial', 'needs']],
] as const)('[3.5] an empty file of %s is %d %% complete and names its sections', (type, percent, missingSections) => {
  expect(completenessOf(type, emptyProfile)).toMatchObject({ percent, missingSections });
});

test.each([
  ['an empty text', { ...individual, basic: { ...basic, occupation: '' } }, ['basic.occupation']],
  ['one missing figure', { ...individual, financial: { ...financial, assetsFen: null } }, ['financial.assetsFen']],
  ['one missing need', { ...individual, needs: { ...needs, method: null } }, ['needs.method']],
])('[3.5] %s is missing, and the percent is below 100', (_title, profile, missing) => {
  const result = completenessOf('INDIVIDUAL', profile);
  expect(result.missing).toEqual(missing);
  expect(result.percent).toBeLessThan(100);
});

test('a change keeps what it leaves out and clears what it sets to null', () => {
  const changed = mergeProfile(individual, { financial: { assetsFen: 5, liabilitiesFen: undefined }, basic: { occupation: null } });
  expect(changed.financial).toEqual({ ...financial, assetsFen: 5 });
  expect(changed.basic.occupation).toBeNull();
  expect(changed.needs).toEqual(needs);
});
