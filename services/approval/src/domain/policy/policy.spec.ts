import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { bandsFor, checkPolicy, policyInForce } from './policy.js';
import type { AuthorityBand, PolicyContent } from './policy.js';

const today = '2026-11-23' as LocalDate;
const one = { numerator: 1, denominator: 1 };
const twoThirds = { numerator: 2, denominator: 3 };
const individual: AuthorityBand = {
  authority: 'INDIVIDUAL',
  upToFen: 5_000_000,
  membersNeeded: 1,
  quorum: one,
  majority: one,
  chairVeto: false,
};
const small: AuthorityBand = {
  authority: 'SMALL',
  upToFen: 20_000_000,
  membersNeeded: 3,
  quorum: twoThirds,
  majority: twoThirds,
  chairVeto: true,
};
const full: AuthorityBand = {
  authority: 'FULL',
  upToFen: 100_000_000,
  membersNeeded: 5,
  quorum: twoThirds,
  majority: twoThirds,
  chairVeto: true,
};
const policy: PolicyContent = { effectiveFrom: today, bands: [individual, small, full], productLimits: [] };

describe('[4.12] a policy says who decides how much', () => {
  test.each([
    ['one band', [full]],
    ['chair, then everybody', [individual, full]],
    ['three bands', [individual, small, full]],
  ])('%s is accepted', (_name, bands) => {
    expect(() => checkPolicy({ ...policy, bands }, today)).not.toThrow();
  });

  test.each([
    ['no band', [], 'POLICY_BANDS_INVALID'],
    ['falling amounts', [individual, { ...small, upToFen: 5_000_000 }], 'POLICY_BANDS_INVALID'],
    ['the same authority twice', [small, { ...small, upToFen: 30_000_000 }], 'POLICY_BANDS_INVALID'],
    ['falling authority', [small, { ...individual, upToFen: 30_000_000 }], 'POLICY_BANDS_INVALID'],
    [
      'a larger committee with fewer members',
      [
        { ...small, membersNeeded: 5 },
        { ...full, membersNeeded: 3 },
      ],
      'POLICY_BANDS_INVALID',
    ],
    ['an individual of two', [{ ...individual, membersNeeded: 2 }], 'POLICY_BANDS_INVALID'],
    ['a small committee of one', [{ ...small, membersNeeded: 1 }], 'POLICY_BANDS_INVALID'],
    ['a full committee of two', [{ ...full, membersNeeded: 2 }], 'POLICY_BANDS_INVALID'],
    ['half a member', [{ ...small, membersNeeded: 2.5 }], 'POLICY_BANDS_INVALID'],
    ['an amount of nothing', [{ ...individual, upToFen: 0 }], 'POLICY_BANDS_INVALID'],
    ['a bare half as majority', [{ ...small, majority: { numerator: 1, denominator: 2 } }], 'FRACTION_INVALID'],
    ['a third as quorum', [{ ...small, quorum: { numerator: 1, denominator: 3 } }], 'FRACTION_INVALID'],
    ['a majority of more than all', [{ ...small, majority: { numerator: 5, denominator: 4 } }], 'FRACTION_INVALID'],
  ])('%s is refused', (_name, bands, code) => {
    expect(() => checkPolicy({ ...policy, bands }, today)).toThrow(expect.objectContaining({ code }));
  });

  test('[1.2] a policy cannot be dated back', () => {
    expect(() => checkPolicy({ ...policy, effectiveFrom: '2026-11-22' as LocalDate }, today)).toThrow(
      expect.objectContaining({ code: 'POLICY_RETROACTIVE' }),
    );
  });
});

describe('[7.3] the amount finds its band', () => {
  test.each([
    [1, ['INDIVIDUAL', 'SMALL', 'FULL']],
    [5_000_000, ['INDIVIDUAL', 'SMALL', 'FULL']],
    [5_000_001, ['SMALL', 'FULL']],
    [20_000_001, ['FULL']],
    [100_000_000, ['FULL']],
  ])('%i fen', (amountFen, authorities) => {
    expect(bandsFor(policy, amountFen).map((band) => band.authority)).toEqual(authorities);
  });

  test.each([[100_000_001], [9_000_000_000]])('%i fen is above every authority', (amountFen) => {
    expect(() => bandsFor(policy, amountFen)).toThrow(expect.objectContaining({ code: 'OVER_AUTHORITY' }));
  });
});

describe('[4.12] the version in force', () => {
  const versions = [
    { policyVersion: 1, effectiveFrom: '2026-01-01' as LocalDate },
    { policyVersion: 2, effectiveFrom: '2026-06-01' as LocalDate },
    { policyVersion: 3, effectiveFrom: '2026-06-01' as LocalDate },
    { policyVersion: 4, effectiveFrom: '2027-01-01' as LocalDate },
  ];

  test.each([
    ['2026-01-01', 1],
    ['2026-05-31', 1],
    ['2026-06-01', 3],
    ['2026-12-31', 3],
    ['2030-01-01', 4],
  ])('on %s it is %i', (on, version) => {
    expect(policyInForce(versions, on as LocalDate).policyVersion).toBe(version);
  });

  test.each([['2025-12-31'], ['1999-01-01']])('there is none on %s', (on) => {
    expect(() => policyInForce(versions, on as LocalDate)).toThrow(expect.objectContaining({ code: 'POLICY_MISSING' }));
  });
});
