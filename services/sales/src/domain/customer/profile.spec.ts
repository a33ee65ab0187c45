import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { completenessOf, emptyProfile, mergeProfile } from './profile.js';
import type { Profile, ProfileChange } from './profile.js';

const needs = { purpose: 'EQUIPMENT', amountFen: 1_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' };
const financial = {
  ...{ monthlyIncomeFen: 900_000, monthlyExpenseFen: 300_000, assetsFen: 0, liabilitiesFen: 0 },
  ...{ annualRevenueFen: null, statedLatePayments: 0 },
};
const basic = { occupation: 'SKILLED', education: 'COLLEGE', residence: 'OWN', yearsAtResidence: 4, businessMonths: null, industry: null };
const employment = { employer: '某某公司', position: '技工', employedMonths: 40 };
const family = { maritalStatus: 'MARRIED', dependants: 1 };
const business = { scope: '零售', licenceIssuedOn: '2023-01-01', licenceValidUntil: '9999-12-31', premises: 'RENTED', employees: 3 };
const debts = { otherLoans: 0, otherLoansFen: 0, monthlyDebtServiceFen: 0, guaranteesFen: 0 };
const individual: Profile = { ...emptyProfile, basic, employment, family, financial, debts, needs };

test('[3.5, 3.8] an individual is complete without business figures, a self-employed person is asked for them instead of an employer', () => {
  expect(completenessOf('INDIVIDUAL', individual)).toEqual({ percent: 100, missingSections: [], missing: [] });
  expect(completenessOf('SELF_EMPLOYED', individual)).toEqual({
    percent: 70,
    missingSections: ['basic', 'business', 'financial'],
    missing: [
      ...['basic.businessMonths', 'basic.industry', 'business.scope', 'business.licenceIssuedOn', 'business.licenceValidUntil'],
      ...['business.premises', 'business.employees', 'financial.annualRevenueFen'],
    ],
  });
});

test('[3.5, 3.8] an enterprise is not asked for schooling, family or an employer', () => {
  const enterprise = {
    ...individual,
    ...{ employment: emptyProfile.employment, family: emptyProfile.family, business: business as Profile['business'] },
    basic: { ...emptyProfile.basic, businessMonths: 30, industry: 'RETAIL' },
    financial: { ...financial, annualRevenueFen: 1 },
  };
  expect(completenessOf('MICRO_ENTERPRISE', enterprise).percent).toBe(100);
});

test.each([
  ['INDIVIDUAL', 0, ['basic', 'employment', 'family', 'financial', 'debts', 'needs']],
  ['SELF_EMPLOYED', 0, ['basic', 'family', 'business', 'financial', 'debts', 'needs']],
  ['MICRO_ENTERPRISE', 0, ['basic', 'business', 'financial', 'debts', 'needs']],
] as const)('[3.5] an empty file of %s is %d %% complete and names its sections', (type, percent, missingSections) => {
  expect(completenessOf(type, emptyProfile)).toMatchObject({ percent, missingSections });
});

test.each([
  ['an empty text', { ...individual, basic: { ...basic, occupation: '' } }, ['basic.occupation']],
  ['one missing figure', { ...individual, financial: { ...financial, assetsFen: null } }, ['financial.assetsFen']],
  ['one missing debt', { ...individual, debts: { ...debts, guaranteesFen: null } }, ['debts.guaranteesFen']],
  ['one missing need', { ...individual, needs: { ...needs, method: null } }, ['needs.method']],
])('[3.5] %s is missing, and the percent is below 100', (_title, profile, missing) => {
  const result = completenessOf('INDIVIDUAL', profile);
  expect(result.missing).toEqual(missing);
  expect(result.percent).toBeLessThan(100);
});

test('a change keeps what it leaves out and clears what it sets to null', () => {
  const changed = mergeProfile(individual, {
    financial: { assetsFen: 5, liabilitiesFen: undefined },
    basic: { occupation: null },
    family: null,
  });
  expect(changed.financial).toEqual({ ...financial, assetsFen: 5 });
  expect(changed.basic.occupation).toBeNull();
  expect(changed.needs).toEqual(needs);
  expect(changed.family).toEqual(family);
});

const refused = (change: ProfileChange): string[] => {
  try {
    mergeProfile(individual, change);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => `${one.code} ${one.field}`);
  }
};
const day = (text: string) => text as Profile['business']['licenceIssuedOn'];

test.each<[string, ProfileChange, string[]]>([
  ['what agrees', { debts: { otherLoans: 1, otherLoansFen: 5 } }, []],
  ['a licence of one day', { business: { licenceIssuedOn: day('2026-01-01'), licenceValidUntil: day('2026-01-01') } }, []],
  [
    'a licence that ended before it began',
    { business: { licenceIssuedOn: day('2026-01-02'), licenceValidUntil: day('2026-01-01') } },
    ['PROFILE_CONTRADICTION profile.business.licenceValidUntil'],
  ],
  ['no loans and a balance', { debts: { otherLoansFen: 1 } }, ['PROFILE_CONTRADICTION profile.debts.otherLoans']],
  ['no loans and a monthly payment', { debts: { monthlyDebtServiceFen: 1 } }, ['PROFILE_CONTRADICTION profile.debts.otherLoans']],
  ['less than nobody', { family: { dependants: -1 } }, ['PROFILE_VALUE_INVALID profile.family.dependants']],
  [
    'two impossible figures',
    { business: { employees: -2 }, needs: { termMonths: -1 } },
    ['PROFILE_VALUE_INVALID profile.business.employees', 'PROFILE_VALUE_INVALID profile.needs.termMonths'],
  ],
])('[3.6] %s: told all at once', (_title, change, expected) => {
  expect(refused(change)).toEqual(expected);
});
