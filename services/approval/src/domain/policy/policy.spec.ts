import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { approvePolicy, bandsFor, checkPolicy, dropPolicy, policyHash, policyInForce } from './policy.js';
import type { AuthorityBand, CommitteePolicy, CustomerRule, PolicyContent } from './policy.js';

const today = '2026-11-23' as LocalDate;
const one = { numerator: 1, denominator: 1 };
const twoThirds = { numerator: 2, denominator: 3 };
const individual: AuthorityBand = {
  authority: 'INDIVIDUAL',
  upToFen: 5_000_000,
  membersNeeded: 1,
  quorum: one,
  majority: one,
  ...{ chairVeto: false, tie: 'REJECT', validityDays: null },
};
const small: AuthorityBand = {
  authority: 'SMALL',
  upToFen: 20_000_000,
  membersNeeded: 3,
  quorum: twoThirds,
  majority: twoThirds,
  ...{ chairVeto: true, tie: 'REJECT', validityDays: null },
};
const full: AuthorityBand = {
  authority: 'FULL',
  upToFen: 100_000_000,
  membersNeeded: 5,
  quorum: twoThirds,
  majority: twoThirds,
  ...{ chairVeto: true, tie: 'REJECT', validityDays: null },
};
const policy: PolicyContent = {
  ...{ effectiveFrom: today, bands: [individual, small, full], productLimits: [], customerRules: [] },
  ...{ maxConsecutiveTerms: null, conditionChange: 'VOTE' },
};

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
    expect(bandsFor(policy, { amountFen }).map((band) => band.authority)).toEqual(authorities);
  });

  test.each([[100_000_001], [9_000_000_000]])('%i fen is above every authority', (amountFen) => {
    expect(() => bandsFor(policy, { amountFen })).toThrow(expect.objectContaining({ code: 'OVER_AUTHORITY' }));
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

describe('[4.12] one drafts, another approves', () => {
  const draft: CommitteePolicy = {
    ...policy,
    ...{ id: 'pol_1', policyVersion: 1, state: 'draft', contentHash: policyHash(policy), publishedBy: 'emp_sec', approvedBy: null },
  };

  test('the approved version keeps its content and its hash', () => {
    expect(approvePolicy(draft, 'emp_chair', today)).toEqual({ ...draft, state: 'approved', approvedBy: 'emp_chair' });
  });

  test.each([
    ['by the drafter', draft, 'emp_sec', today, 'POLICY_OWN_DRAFT'],
    ['[1.2] after its day has passed', draft, 'emp_chair', '2026-11-24', 'POLICY_RETROACTIVE'],
    ['twice', { ...draft, state: 'approved' as const }, 'emp_chair', today, 'ILLEGAL_TRANSITION'],
    ['when it was dropped', dropPolicy(draft), 'emp_chair', today, 'ILLEGAL_TRANSITION'],
  ])('not %s', (_name, one, by, on, code) => {
    expect(() => approvePolicy(one, by, on as LocalDate)).toThrow(expect.objectContaining({ code }));
  });

  test('an approved version is not dropped', () => {
    expect(() => dropPolicy({ ...draft, state: 'approved' })).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  test.each<[string, Partial<PolicyContent>]>([
    ['another tie rule', { bands: [individual, small, { ...full, tie: 'RETURN' }] }],
    ['another validity', { bands: [individual, small, { ...full, validityDays: 30 }] }],
    ['another day', { effectiveFrom: '2026-12-01' as LocalDate }],
    ['a rule for a kind of customer', { customerRules: [{ customerType: 'INDIVIDUAL', maxAmountFen: 1, leastAuthority: null }] }],
    ['a limit of terms', { maxConsecutiveTerms: 2 }],
    ['another rule for conditions', { conditionChange: 'CHAIR' }],
  ])('%s gives another hash', (_name, change) => {
    expect(policyHash({ ...policy, ...change })).not.toBe(policyHash(policy));
    expect(policyHash({ ...policy })).toBe(policyHash(policy));
  });
});

describe('[7.3] rules for kinds of customers', () => {
  const rule = (change: Partial<CustomerRule>): PolicyContent => ({
    ...policy,
    customerRules: [{ customerType: 'MICRO_ENTERPRISE', maxAmountFen: null, leastAuthority: null, ...change }],
  });
  const enterprise = (amountFen: number) => ({ amountFen, customerType: 'MICRO_ENTERPRISE' });

  test('ask for a higher authority, whatever the amount', () => {
    const bands = bandsFor(rule({ leastAuthority: 'SMALL' }), enterprise(1));
    expect(bands.map((band) => band.authority)).toEqual(['SMALL', 'FULL']);
    expect(bandsFor(rule({ leastAuthority: 'SMALL' }), { amountFen: 1, customerType: 'INDIVIDUAL' })).toHaveLength(3);
  });

  test.each([
    [1_000_000, null],
    [1_000_001, 'OVER_CUSTOMER_LIMIT'],
    [900_000_000, 'OVER_CUSTOMER_LIMIT'],
  ])('a limit of 10,000 yuan and %i fen: %p', (amountFen, code) => {
    const ask = (): unknown => bandsFor(rule({ maxAmountFen: 1_000_000 }), enterprise(amountFen));
    if (code) expect(ask).toThrow(expect.objectContaining({ code }));
    else expect(ask).not.toThrow();
  });

  test.each<[string, Partial<PolicyContent>, string]>([
    ['a limit of nothing', rule({ maxAmountFen: 0 }), 'POLICY_RULE_INVALID'],
    ['half a fen', rule({ maxAmountFen: 0.5 }), 'POLICY_RULE_INVALID'],
    ['two rules for one kind', { customerRules: [...rule({}).customerRules, ...rule({}).customerRules] }, 'POLICY_RULE_INVALID'],
    ['no terms at all', { maxConsecutiveTerms: 0 }, 'POLICY_RULE_INVALID'],
    ['half a term', { maxConsecutiveTerms: 1.5 }, 'POLICY_RULE_INVALID'],
    ['a validity of no days', { bands: [{ ...full, validityDays: 0 }] }, 'POLICY_BANDS_INVALID'],
  ])('%s is refused', (_name, change, code) => {
    expect(() => checkPolicy({ ...policy, ...change }, today)).toThrow(expect.objectContaining({ code }));
  });
});
