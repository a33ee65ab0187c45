import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { disclosureOf } from './disclosure.js';
import {
  answerProposal,
  applyProposal,
  discloseAt,
  expire,
  expiresOn,
  methodsToQuote,
  openProposal,
  requireRenewable,
  stateOn,
  withQuotes,
  withRefusal,
} from './proposal.js';
import type { Proposal, ProposalQuote } from './proposal.js';

const quote: ProposalQuote = {
  ...{ quoteId: 'quo_1', method: 'BULLET', termsHash: 'a'.repeat(64), totalInterestFen: 1, totalFeesFen: 0, firstInstalmentFen: 2 },
  ...{ annualCostCompound: '0.12', withinCap: true },
};
const [first, last, after] = [parseLocalDate('2026-11-23'), parseLocalDate('2026-12-23'), parseLocalDate('2026-12-24')];
const proposal: Proposal = openProposal(
  {
    ...{ id: 'prp_1', enquiryId: 'enq_1', customerId: 'cus_1', salespersonId: 'emp_1', productId: 'prd_1', productVersion: 1 },
    ...{ needs: { purpose: 'TRAVEL', amountFen: 1, termMonths: 1, method: 'BULLET' }, methods: ['BULLET'], startOn: first },
    ...{ replacesId: null, createdAt: new Date(0) },
  },
  30,
);
const in_ = (state: Proposal['state']): Proposal => ({ ...proposal, state, quotes: [quote] });
const at = new Date(1);

test.each([
  [['A', 'B', 'C'], 'B', ['B', 'A', 'C']],
  [['A'], 'A', ['A']],
  [['A', 'B'], 'Z', ['A', 'B']],
  [[], 'A', []],
])('[4.3] of %j with %s wanted, %j are quoted', (offered, wanted, quoted) => {
  expect(methodsToQuote(offered, wanted)).toEqual(quoted);
});

test('[4.3] a proposal is priced once; what is quoted stands', () => {
  const quoted = withQuotes(proposal, [quote]);
  expect(quoted).toMatchObject({ state: 'QUOTED', quotes: [quote] });
  expect(withQuotes(quoted, [])).toBe(quoted);
  expect(withRefusal(quoted, ['no'])).toBe(quoted);
});

test('[4.3] a refusal shows its reasons until a quote comes', () => {
  const refused = withRefusal(proposal, ['AMOUNT_OUT_OF_RANGE']);
  expect(refused).toMatchObject({ state: 'REFUSED', refusedBecause: ['AMOUNT_OUT_OF_RANGE'] });
  expect(withQuotes(refused, [quote])).toMatchObject({ state: 'QUOTED', refusedBecause: [] });
});

test('[4.3] a quote that comes after the customer declined changes nothing', () => {
  expect(withQuotes(in_('DECLINED'), [])).toEqual(in_('DECLINED'));
});

describe('[4.3] a price holds until its last day', () => {
  test.each<[Proposal['state'], Proposal['validUntil'], Proposal['state']]>([
    ['QUOTED', last, 'QUOTED'],
    ['QUOTED', after, 'EXPIRED'],
    ['ACCEPTED', after, 'EXPIRED'],
    ['PRICING', after, 'PRICING'],
    ['DECLINED', after, 'DECLINED'],
    ['APPLIED', after, 'APPLIED'],
  ])('%s on %s is %s', (state, day, expected) => {
    expect(stateOn(in_(state), day)).toBe(expected);
    expect(expire(in_(state), day).state).toBe(expected);
  });

  test.each<[Proposal['state'], string | null]>([
    ['PRICING', null],
    ['REFUSED', null],
    ['QUOTED', last],
    ['ACCEPTED', last],
    ['APPLIED', null],
    ['DECLINED', null],
    ['EXPIRED', null],
  ])('%s is owed a word until %s', (state, expected) => {
    expect(expiresOn(in_(state))).toBe(expected);
  });
});

describe('[4.3] the word of the customer', () => {
  const say = (state: Proposal['state'], accepted: boolean, reason: string | null, day = last) =>
    answerProposal(in_(state), { accepted, reason, by: 'emp_1', at }, day);

  test.each<[Proposal['state'], boolean, string | null, Proposal['state']]>([
    ['QUOTED', true, null, 'ACCEPTED'],
    ['QUOTED', false, ' 利率偏高 ', 'DECLINED'],
    ['ACCEPTED', false, '家里不同意', 'DECLINED'],
  ])('%s, accepted %s for %s: %s', (state, accepted, reason, expected) => {
    expect(say(state, accepted, reason)).toMatchObject({ state: expected, answer: { accepted, reason: reason?.trim() ?? null, at } });
  });

  test.each<[string, Proposal['state'], boolean, string | null, Proposal['validUntil'], string]>([
    ['no price yet', 'PRICING', true, null, last, 'ILLEGAL_TRANSITION'],
    ['finance refused', 'REFUSED', true, null, last, 'ILLEGAL_TRANSITION'],
    ['accepted already', 'ACCEPTED', true, null, last, 'ILLEGAL_TRANSITION'],
    ['declined already', 'DECLINED', true, null, last, 'ILLEGAL_TRANSITION'],
    ['an application already', 'APPLIED', false, '不需要了', last, 'ILLEGAL_TRANSITION'],
    ['no reason', 'QUOTED', false, null, last, 'REASON_REQUIRED'],
    ['next to no reason', 'QUOTED', false, '贵', last, 'REASON_REQUIRED'],
    ['run out', 'QUOTED', true, null, after, 'PROPOSAL_EXPIRED'],
    ['run out and written down', 'EXPIRED', true, null, last, 'PROPOSAL_EXPIRED'],
  ])('is refused when: %s', (_title, state, accepted, reason, day, code) => {
    expect(() => say(state, accepted, reason, day)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.3, 4.4] a proposal becomes an application', () => {
  const apply = (state: Proposal['state'], day = last, customerId = 'cus_1') =>
    applyProposal(in_(state), { customerId, by: 'emp_1', at, today: day });

  test.each<[Proposal['state']]>([['QUOTED'], ['ACCEPTED'], ['APPLIED']])('%s, until its last day', (state) => {
    expect(apply(state)).toMatchObject({ state: 'APPLIED', answer: { accepted: true } });
  });

  test.each<[string, Proposal['state'], Proposal['validUntil'], string, string]>([
    ['not priced', 'PRICING', last, 'cus_1', 'PROPOSAL_NOT_QUOTED'],
    ['refused by finance', 'REFUSED', last, 'cus_1', 'PROPOSAL_NOT_QUOTED'],
    ['declined', 'DECLINED', last, 'cus_1', 'PROPOSAL_NOT_QUOTED'],
    ['run out', 'QUOTED', after, 'cus_1', 'PROPOSAL_EXPIRED'],
    ['accepted and run out', 'ACCEPTED', after, 'cus_1', 'PROPOSAL_EXPIRED'],
    ['used once and run out', 'APPLIED', after, 'cus_1', 'PROPOSAL_EXPIRED'],
    ["another customer's", 'QUOTED', last, 'cus_2', 'PROPOSAL_OF_ANOTHER'],
  ])('not when %s', (_title, state, day, customerId, code) => {
    expect(() => apply(state, day, customerId)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[7.9] told at the proposal', () => {
  const inForce = disclosureOf({ value: '综合成本：按年折算', effectiveFrom: '2026-11-01' });
  const word = { textHash: inForce.hash, confirmedByCustomer: true, how: 'IN_PERSON' as const, by: 'emp_1', at };

  test('for its product, once there is a price', () => {
    const { disclosure } = discloseAt(in_('QUOTED'), word, { inForce, today: last });
    expect(disclosure).toMatchObject({ productId: 'prd_1', textHash: inForce.hash, textVersion: '2026-11-01' });
  });

  test.each<[Proposal['state'], Proposal['validUntil'], object, string]>([
    ['PRICING', last, {}, 'PROPOSAL_NOT_QUOTED'],
    ['QUOTED', after, {}, 'PROPOSAL_EXPIRED'],
    ['QUOTED', last, { textHash: 'x' }, 'DISCLOSURE_OUTDATED'],
    ['QUOTED', last, { confirmedByCustomer: false }, 'DISCLOSURE_NOT_CONFIRMED'],
  ])('not %s on %s with %j', (state, today, change, code) => {
    expect(() => discloseAt(in_(state), { ...word, ...change }, { inForce, today })).toThrow(expect.objectContaining({ code }));
  });
});

test.each<[Proposal['state'], Proposal['validUntil'], string | null]>([
  ['QUOTED', after, null],
  ['EXPIRED', last, null],
  ['REFUSED', first, null],
  ['DECLINED', first, null],
  ['APPLIED', after, null],
  ['QUOTED', last, 'PROPOSAL_STANDS'],
  ['ACCEPTED', last, 'PROPOSAL_STANDS'],
  ['PRICING', last, 'PROPOSAL_STANDS'],
])('[4.3] %s on %s is quoted anew: %s', (state, day, code) => {
  const ask = () => requireRenewable(in_(state), day);
  if (code) expect(ask).toThrow(expect.objectContaining({ code }));
  else expect(ask).not.toThrow();
});
