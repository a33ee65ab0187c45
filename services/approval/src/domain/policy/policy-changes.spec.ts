import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { FULL, SMALL, TODAY } from '../__cases__/committee.builder.js';
import { policyChanges } from './policy-changes.js';
import type { PolicyContent } from './policy.js';

const policy: PolicyContent = {
  ...{ effectiveFrom: TODAY, bands: [SMALL, FULL], productLimits: [{ productId: 'prd_1', maxAmountFen: 1_000_000 }] },
  ...{ customerRules: [], maxConsecutiveTerms: null, conditionChange: 'VOTE' },
};

test.each<[string, Partial<PolicyContent>, object[]]>([
  ['nothing', {}, []],
  ['the day', { effectiveFrom: '2027-01-01' as LocalDate }, [{ what: 'effectiveFrom', before: TODAY, after: '2027-01-01' }]],
  [
    'a quorum',
    { bands: [{ ...SMALL, quorum: { numerator: 1, denominator: 1 } }, FULL] },
    [{ what: 'bands.SMALL.quorum', before: '2/3', after: '1/1' }],
  ],
  [
    'an amount',
    { bands: [SMALL, { ...FULL, upToFen: 90_000_000 }] },
    [{ what: 'bands.FULL.upTo', before: '1000000.00', after: '900000.00' }],
  ],
  ['the tie rule', { bands: [SMALL, { ...FULL, tie: 'RETURN' }] }, [{ what: 'bands.FULL.tie', before: 'REJECT', after: 'RETURN' }]],
  ['a validity', { bands: [SMALL, { ...FULL, validityDays: 30 }] }, [{ what: 'bands.FULL.validityDays', before: '-', after: '30' }]],
  ['a product that goes', { productLimits: [] }, [{ what: 'productLimits.prd_1', before: '10000.00', after: null }]],
  [
    'a rule that comes',
    { customerRules: [{ customerType: 'INDIVIDUAL', maxAmountFen: null, leastAuthority: 'FULL' }] },
    [
      { what: 'customerRules.INDIVIDUAL.maxAmount', before: null, after: '-' },
      { what: 'customerRules.INDIVIDUAL.leastAuthority', before: null, after: 'FULL' },
    ],
  ],
  [
    'terms and conditions',
    { maxConsecutiveTerms: 2, conditionChange: 'CHAIR' },
    [
      { what: 'maxConsecutiveTerms', before: '-', after: '2' },
      { what: 'conditionChange', before: 'VOTE', after: 'CHAIR' },
    ],
  ],
])('[4.12] between two versions changes %s', (_name, change, expected) => {
  expect(policyChanges(policy, { ...policy, ...change })).toEqual(expected);
});

test('[4.12] a band that is gone is seven lines that are gone', () => {
  const gone = policyChanges(policy, { ...policy, bands: [FULL] });
  expect(gone.map((one) => one.what.split('.')[1])).toEqual(Array.from({ length: 7 }, () => 'SMALL'));
  expect(gone.every((one) => one.after === null && one.before !== null)).toBe(true);
});
