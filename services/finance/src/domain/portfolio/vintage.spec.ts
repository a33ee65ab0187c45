import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { vintageTable } from './vintage.js';
import type { Cohort, LateArrival } from './vintage.js';

const on = parseLocalDate;
const january: Cohort = { month: '2026-01', loans: 4, principalFen: 1_000 };
const march: Cohort = { month: '2026-03', loans: 2, principalFen: 500 };
const late = (month: string, lateMonth: string, days: 30 | 90, sums: readonly [loans: number, principalFen: number]): LateArrival => ({
  ...{ month, lateMonth, days, loans: sums[0], principalFen: sums[1] },
});

describe('[5.3] a table that was reckoned by hand', () => {
  // Of four loans of January one came to thirty days in March and one in April, the first of them to ninety in May; of two of March one came to thirty in April.
  const arrivals = [
    late('2026-01', '2026-03', 30, [1, 100]),
    late('2026-01', '2026-04', 30, [1, 300]),
    late('2026-01', '2026-05', 90, [1, 100]),
    late('2026-03', '2026-04', 30, [1, 250]),
  ];
  const table = vintageTable([march, january], arrivals, on('2026-05-20'));

  test('has the oldest month first, each as far as it has got', () => {
    expect(table.map(({ month, cells }) => [month, cells.map((cell) => cell.monthsOnBook)])).toEqual([
      ['2026-01', [0, 1, 2, 3, 4]],
      ['2026-03', [0, 1, 2]],
    ]);
  });

  test.each([
    [
      0,
      'ever30',
      ['0.000000', '0.000000', '0.250000', '0.500000', '0.500000'],
      ['0.000000', '0.000000', '0.100000', '0.400000', '0.400000'],
    ],
    [
      0,
      'ever90',
      ['0.000000', '0.000000', '0.000000', '0.000000', '0.250000'],
      ['0.000000', '0.000000', '0.000000', '0.000000', '0.100000'],
    ],
    [1, 'ever30', ['0.000000', '0.500000', '0.500000'], ['0.000000', '0.500000', '0.500000']],
    [1, 'ever90', ['0.000000', '0.000000', '0.000000'], ['0.000000', '0.000000', '0.000000']],
  ] as const)('row %s, %s, by count and by amount', (row, ever, byCount, byAmount) => {
    const cells = table[row]!.cells.map((cell) => cell[ever]);
    expect(cells.map((cell) => cell.byCount.rate)).toEqual(byCount);
    expect(cells.map((cell) => cell.byAmount.rate)).toEqual(byAmount);
  });

  test('shows what each share is counted from', () => {
    expect(table[0]!.cells[3]!.ever30).toEqual({
      byCount: { numerator: 2, denominator: 4, rate: '0.500000' },
      byAmount: { numerator: 400, denominator: 1_000, rate: '0.400000' },
    });
  });

  test('never falls from one month to the next: ever is ever', () => {
    for (const { cells } of table) {
      const counts = cells.map((cell) => cell.ever30.byCount.numerator);
      expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    }
  });
});

test.each<[string, Cohort[], LateArrival[], string, number[][]]>([
  ['no loans, no table', [], [late('2026-01', '2026-03', 30, [1, 1])], '2026-05-20', []],
  ['a month that has just begun', [january], [], '2026-01-31', [[0]]],
  ['late in another month of payment', [january], [late('2026-02', '2026-02', 30, [1, 1])], '2026-02-10', [[0, 0]]],
  ['over a turn of the year', [{ ...january, month: '2025-12' }], [late('2025-12', '2026-02', 30, [3, 9])], '2026-02-01', [[0, 0, 3]]],
])('[5.3] %s', (_title, cohorts, arrivals, asOf, counts) => {
  const table = vintageTable(cohorts, arrivals, on(asOf));
  expect(table.map(({ cells }) => cells.map((cell) => cell.ever30.byCount.numerator))).toEqual(counts);
});
