import { describe, expect, test } from '@jest/globals';
import { aFact } from './bonus.builder.js';
import { loansBehind, splitBonus } from './split-bonus.js';

const loan = (loanId: string, amountFen: number) => ({ loanId, amountFen });
const idsOf = (facts: Parameters<typeof loansBehind>[0], disbursedFen: number, loans: number) =>
  loansBehind(facts, { disbursedFen, loans }).map(({ loanId }) => loanId);

describe('[5.1, 5.6] the loans behind a frozen sheet', () => {
  const [a, b] = [aFact('LOAN_DISBURSED', 'a', 100), aFact('LOAN_DISBURSED', 'b', 50)];

  test.each<[string, Parameters<typeof loansBehind>[0], number, number, string[]]>([
    ['all of them', [a, b], 150, 2, ['a', 'b']],
    ['without one that was taken back in its quarter', [a, b, aFact('LOAN_REVERSED', 'a', 100)], 50, 1, ['b']],
    ['without one that became known after the closing', [a, b, aFact('LOAN_DISBURSED', 'late', 70)], 150, 2, ['a', 'b']],
    ['with those that stay when an earlier quarter’s loan is counted off', [a, aFact('LOAN_REVERSED', 'old', 30), b], 120, 1, ['a', 'b']],
    [
      'the one that stays of two alike, not the one that was taken back later',
      [a, aFact('LOAN_DISBURSED', 'twin', 100), aFact('LOAN_REVERSED', 'a', 100)],
      100,
      1,
      ['twin'],
    ],
    ['without one whose taking back was told first', [aFact('LOAN_REVERSED', 'a', 100), b, a], 50, 1, ['b']],
    ['none', [aFact('SATISFACTION', 'c', 5)], 0, 0, []],
    ['none when the only one became known after the closing', [a], 0, 0, []],
    ['none when the only one was taken back', [a, aFact('LOAN_REVERSED', 'a', 100)], 0, 0, []],
  ])('%s', (_title, facts, disbursedFen, loans, ids) => {
    expect(idsOf(facts, disbursedFen, loans)).toEqual(ids);
  });
});

describe('[5.6] the part of each loan', () => {
  test.each<[string, number[], number, number, [number, number][]]>([
    [
      'by amount',
      [100, 300],
      400,
      200,
      [
        [100, 50],
        [300, 150],
      ],
    ],
    [
      'thirds lose nothing',
      [1, 1, 1],
      100,
      50,
      [
        [33, 17],
        [34, 17],
        [33, 16],
      ],
    ],
    [
      'one fen goes to one loan',
      [1, 1],
      1,
      1,
      [
        [1, 1],
        [0, 0],
      ],
    ],
    [
      'no bonus, no parts',
      [5, 7],
      0,
      0,
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'everything deferred',
      [5, 7],
      11,
      11,
      [
        [5, 5],
        [6, 6],
      ],
    ],
    ['no loan', [], 100, 40, []],
  ])('%s', (_title, amounts, totalFen, deferredFen, parts) => {
    const split = splitBonus(
      amounts.map((amount, no) => loan(`lon_${no}`, amount)),
      { totalFen, deferredFen },
    );
    expect(split.map((one) => [one.partFen, one.deferredFen])).toEqual(parts);
  });
});
