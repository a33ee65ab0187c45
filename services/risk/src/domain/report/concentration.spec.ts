import { describe, expect, it, test } from '@jest/globals';
import { concentrationOf } from './concentration.js';
import type { ConcentrationLimits, PartyExposure } from './concentration.js';

const limits: ConcentrationLimits = { netAssetsFen: 1_000_000, singleBorrower: '0.1', group: '0.15' };
const party = (outstandingFen: number): PartyExposure => ({ customerId: 'cus_1', relatedAs: 'SPOUSE', loanCount: 1, outstandingFen });

describe('[7.3] exposure and concentration', () => {
  it.each<[string, { outstandingFen: number; newLoanFen: number }, PartyExposure[], number, number]>([
    ['the first loan of somebody alone', { outstandingFen: 0, newLoanFen: 50_000 }, [], 5_000, 3_334],
    ['exactly the limit', { outstandingFen: 40_000, newLoanFen: 60_000 }, [], 10_000, 6_667],
    ['one fen above', { outstandingFen: 40_001, newLoanFen: 60_000 }, [], 10_001, 6_667],
    [
      'a group above its limit, the borrower below his',
      { outstandingFen: 0, newLoanFen: 60_000 },
      [party(50_000), party(40_001)],
      6_000,
      10_001,
    ],
    ['nothing at all', { outstandingFen: 0, newLoanFen: 0 }, [party(0)], 0, 0],
  ])('%s', (_name, own, parties, single, group) => {
    expect(concentrationOf(own, parties, limits)).toMatchObject({ singleLimitBps: single, groupLimitBps: group });
  });

  test('the group owes what the borrower and all parties owe', () => {
    const seen = concentrationOf({ outstandingFen: 1, newLoanFen: 9 }, [party(20), party(300)], limits);
    expect(seen).toMatchObject({ outstandingFen: 1, groupOutstandingFen: 321, newLoanFen: 9, limits });
  });

  it.each([
    ['without net assets', { ...limits, netAssetsFen: 0 }],
    ['with a share of nothing', { ...limits, singleBorrower: '0', group: '0' }],
  ])('there is no share %s', (_name, none) => {
    expect(concentrationOf({ outstandingFen: 1, newLoanFen: 1 }, [], none)).toMatchObject({ singleLimitBps: null, groupLimitBps: null });
  });
});
