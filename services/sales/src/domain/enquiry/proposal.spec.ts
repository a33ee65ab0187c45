import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { methodsToQuote, withQuotes, withRefusal } from './proposal.js';
import type { Proposal, ProposalQuote } from './proposal.js';

const quote: ProposalQuote = {
  ...{ quoteId: 'quo_1', method: 'BULLET', termsHash: 'a'.repeat(64), totalInterestFen: 1, totalFeesFen: 0, firstInstalmentFen: 2 },
  ...{ annualCostCompound: '0.12', withinCap: true },
};
const proposal: Proposal = {
  ...{ id: 'prp_1', version: 1, enquiryId: 'enq_1', customerId: null, salespersonId: 'emp_1', productId: 'prd_1', productVersion: 1 },
  ...{
    needs: { purpose: 'TRAVEL', amountFen: 1, termMonths: 1, method: 'BULLET' },
    methods: ['BULLET'],
    startOn: parseLocalDate('2026-11-23'),
  },
  ...{ state: 'PRICING' as const, quotes: [], refusedBecause: [], createdAt: new Date(0) },
};

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
