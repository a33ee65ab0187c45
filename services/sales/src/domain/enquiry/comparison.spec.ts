import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { compareOffers } from './comparison.js';
import { openProposal } from './proposal.js';
import type { Proposal, ProposalQuote } from './proposal.js';

const day = parseLocalDate('2026-11-23');
const quote = (method: string, interestFen: number, change: Partial<ProposalQuote> = {}): ProposalQuote => ({
  ...{ quoteId: `quo_${method}`, method, termsHash: 'a'.repeat(64), totalInterestFen: interestFen, totalFeesFen: 100 },
  ...{ firstInstalmentFen: 10, annualCostCompound: '0.12', withinCap: true, ...change },
});
const proposal = (id: string, quotes: readonly ProposalQuote[], change: Partial<Proposal> = {}): Proposal => ({
  ...openProposal(
    {
      ...{ id, enquiryId: 'enq_1', customerId: null, salespersonId: 'emp_1', productId: `prd_${id}`, productVersion: 1 },
      ...{ needs: { purpose: 'TRAVEL', amountFen: 1, termMonths: 1, method: 'BULLET' }, methods: [], startOn: day, replacesId: null },
      createdAt: new Date(0),
    },
    30,
  ),
  ...{ state: 'QUOTED' as const, quotes, ...change },
});
const shown = (...proposals: Proposal[]) =>
  compareOffers(proposals, day).map(
    (one) => `${one.proposalId} ${one.method} ${one.totalCostFen} ${one.isCheapest} ${one.moreThanCheapestFen}`,
  );

describe('[4.3] offers side by side', () => {
  test('several products and methods, all costs added up, the cheapest first', () => {
    expect(shown(proposal('a', [quote('BULLET', 500), quote('EQUAL_PRINCIPAL', 300)]), proposal('b', [quote('BULLET', 400)]))).toEqual([
      'a EQUAL_PRINCIPAL 400 true 0',
      'b BULLET 500 false 100',
      'a BULLET 600 false 200',
    ]);
  });

  test.each<[string, Proposal[], string[]]>([
    ['nothing is priced', [proposal('a', [], { state: 'PRICING' })], []],
    [
      'two cost the same',
      [proposal('b', [quote('BULLET', 1)]), proposal('a', [quote('BULLET', 1)])],
      ['a BULLET 101 true 0', 'b BULLET 101 true 0'],
    ],
    [
      'the cheapest is above the cap',
      [proposal('a', [quote('BULLET', 1, { withinCap: false }), quote('EQUAL_PRINCIPAL', 9)])],
      ['a EQUAL_PRINCIPAL 109 true 0', 'a BULLET 101 false null'],
    ],
    [
      'the cheapest has run out',
      [proposal('a', [quote('BULLET', 1)], { validUntil: parseLocalDate('2026-11-22') }), proposal('b', [quote('BULLET', 9)])],
      ['b BULLET 109 true 0', 'a BULLET 101 false null'],
    ],
    ['the only one is declined', [proposal('a', [quote('BULLET', 1)], { state: 'DECLINED' })], ['a BULLET 101 false null']],
  ])('when %s', (_title, proposals, expected) => {
    expect(shown(...proposals)).toEqual(expected);
  });

  test('what he asked for is marked, and until when each holds', () => {
    const [offer] = compareOffers([proposal('a', [quote('BULLET', 1)])], day);
    expect(offer).toMatchObject({ isWanted: true, validUntil: '2026-12-23', state: 'QUOTED', firstInstalmentFen: 10, withinCap: true });
  });
});
