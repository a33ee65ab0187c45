import { describe, expect, test } from '@jest/globals';
import type { Fen } from '@weilend/kernel';
import type { LoanClass } from '../arrears/loan-class.js';
import type { Bucket } from '../arrears/past-due.js';
import { concentrationOf, portfolioFigures } from './portfolio-figures.js';
import type { PortfolioSlice } from './portfolio-figures.js';

const slice = (
  loanClass: LoanClass,
  bucket: Bucket,
  sums: readonly [loans: number, outstandingFen: Fen, provisionFen?: Fen],
): PortfolioSlice => ({
  ...{ loanClass, bucket, loans: sums[0], outstandingFen: sums[1], provisionFen: sums[2] ?? 0 },
});

/** 800 yuan sound, 100 yuan a few days late, 60 thirty days, 40 ninety days and more, of which 10 a person has called a loss. */
const book = [
  slice('PASS', 'CURRENT', [8, 800_00, 8_00]),
  slice('SPECIAL_MENTION', 'M1', [2, 100_00, 2_00]),
  slice('SPECIAL_MENTION', 'M2_M3', [1, 60_00, 1_20]),
  slice('SUBSTANDARD', 'M4_PLUS', [1, 30_00, 7_50]),
  slice('LOSS', 'M4_PLUS', [1, 10_00, 10_00]),
];

describe('[5.3] a book that was reckoned by hand', () => {
  const figures = portfolioFigures(book);

  test('is 1,000 yuan over 13 loans, with 28.70 yuan provided for', () => {
    expect(figures).toMatchObject({ loans: 13, outstandingFen: 1_000_00, provisionFen: 28_70 });
  });

  test.each([
    ['overdue', 200_00, '0.200000'],
    ['nonPerforming', 40_00, '0.040000'],
    ['par30', 100_00, '0.100000'],
    ['par90', 40_00, '0.040000'],
  ] as const)('%s is %s fen of the whole balance', (name, numerator, rate) => {
    expect(figures[name]).toEqual({ numerator, denominator: 1_000_00, rate });
  });

  test('shows every class and every bucket, also empty ones, and they add up to the whole', () => {
    expect(figures.classes.map((one) => [one.loanClass, one.loans, one.outstandingFen])).toEqual([
      ['PASS', 8, 800_00],
      ['SPECIAL_MENTION', 3, 160_00],
      ['SUBSTANDARD', 1, 30_00],
      ['DOUBTFUL', 0, 0],
      ['LOSS', 1, 10_00],
    ]);
    expect(figures.buckets.map((one) => [one.bucket, one.loans, one.outstandingFen, one.provisionFen])).toEqual([
      ['CURRENT', 8, 800_00, 8_00],
      ['M1', 2, 100_00, 2_00],
      ['M2_M3', 1, 60_00, 1_20],
      ['M4_PLUS', 2, 40_00, 17_50],
    ]);
    for (const parts of [figures.classes, figures.buckets]) {
      expect(parts.reduce((sum, part) => sum + part.outstandingFen, 0)).toBe(figures.outstandingFen);
      expect(parts.reduce((sum, part) => sum + part.loans, 0)).toBe(figures.loans);
    }
  });
});

describe('[5.3] books at the edge', () => {
  test.each<[string, PortfolioSlice[], string | null, string | null]>([
    ['nothing lent has no rates', [], null, null],
    ['loans on which nothing is owed have no rates', [slice('PASS', 'CURRENT', [3, 0])], null, null],
    ['all sound', [slice('PASS', 'CURRENT', [1, 5])], '0.000000', '0.000000'],
    ['all late by a day: overdue, and performing', [slice('SPECIAL_MENTION', 'M1', [1, 5])], '1.000000', '0.000000'],
    [
      'called doubtful by a person and not late: non-performing, and not overdue',
      [slice('DOUBTFUL', 'CURRENT', [1, 5])],
      '0.000000',
      '1.000000',
    ],
    ['a fen of three', [slice('PASS', 'CURRENT', [1, 2]), slice('SUBSTANDARD', 'M4_PLUS', [1, 1])], '0.333333', '0.333333'],
  ])('%s', (_title, slices, overdue, nonPerforming) => {
    const figures = portfolioFigures(slices);
    expect([figures.overdue.rate, figures.nonPerforming.rate]).toEqual([overdue, nonPerforming]);
  });

  test('the order of the slices does not matter', () => expect(portfolioFigures([...book].reverse())).toEqual(portfolioFigures(book)));
});

test('[1.2] the largest borrowers, each and together, against the net assets', () => {
  const largest = [
    { customerId: 'cus_1', outstandingFen: 80_00 },
    { customerId: 'cus_2', outstandingFen: 20_00 },
  ];
  expect(concentrationOf(largest, 1_000_00)).toMatchObject({
    borrowers: [{ customerId: 'cus_1', share: { rate: '0.080000' } }, { share: { numerator: 20_00, rate: '0.020000' } }],
    together: { numerator: 100_00, denominator: 1_000_00, rate: '0.100000' },
  });
  expect(concentrationOf([], 1_000_00)).toEqual({ borrowers: [], together: { numerator: 0, denominator: 1_000_00, rate: '0.000000' } });
});
