import { describe, expect, test } from '@jest/globals';
import { Random } from '../../../../tests/faults/lib/random.ts';
import { chanceOf, fitLogistic, predict, solve } from './logistic.ts';

/** So many rows of each value with so many outcomes. */
const table = (cells: readonly (readonly [value: number, ones: number, zeros: number])[]) => ({
  rows: cells.flatMap(([value, ones, zeros]) => Array.from({ length: ones + zeros }, () => [value])),
  outcomes: cells.flatMap(([, ones, zeros]) => [...Array.from({ length: ones }, () => 1), ...Array.from({ length: zeros }, () => 0)]),
});

describe('logistic regression', () => {
  test('one column with two values has the coefficients of its table', () => {
    // Odds 30/10 at 0 and 20/40 at 1: intercept ln 3, coefficient ln(1/2) - ln 3.
    const { intercept, coefficients } = fitLogistic({
      ...table([
        [0, 30, 10],
        [1, 20, 40],
      ]),
      ridge: 0,
      towards: 1,
    });
    expect(intercept).toBeCloseTo(Math.log(3), 8);
    expect(coefficients[0]).toBeCloseTo(Math.log(0.5) - Math.log(3), 8);
  });

  test('finds the coefficients that made the outcomes', () => {
    const random = new Random(7, 'logistic');
    const truth = { intercept: -0.5, coefficients: [1.2, -0.8, 0] };
    const rows = Array.from({ length: 20_000 }, () => [0, 1, 2].map(() => 4 * random.next() - 2));
    const outcomes = rows.map((row) => (random.next() < chanceOf(predict(truth, row)) ? 1 : 0));
    const found = fitLogistic({ rows, outcomes, ridge: 0, towards: 1 });
    expect(Math.abs(found.intercept - truth.intercept)).toBeLessThan(0.06);
    truth.coefficients.forEach((coefficient, at) => expect(Math.abs((found.coefficients[at] ?? 9) - coefficient)).toBeLessThan(0.06));
  });

  test('at the solution the penalised slope is zero', () => {
    const input = {
      ...table([
        [-1, 5, 9],
        [0, 8, 8],
        [2, 12, 3],
      ]),
      ridge: 4,
      towards: 1,
    };
    const model = fitLogistic(input);
    const misses = input.rows.map((row, at) => (input.outcomes[at] ?? 0) - chanceOf(predict(model, row)));
    expect(misses.reduce((sum, miss) => sum + miss, 0)).toBeCloseTo(0, 7);
    const slope = misses.reduce((sum, miss, at) => sum + miss * (input.rows[at]?.[0] ?? 0), 0) - 4 * ((model.coefficients[0] ?? 0) - 1);
    expect(slope).toBeCloseTo(0, 7);
  });

  test.each([
    [1e7, 1],
    [1e7, 0.5],
  ])('a ridge of %d leaves the coefficient at %d', (ridge, towards) => {
    expect(
      fitLogistic({
        ...table([
          [0, 30, 10],
          [1, 20, 40],
        ]),
        ridge,
        towards,
      }).coefficients[0],
    ).toBeCloseTo(towards, 4);
  });

  test('perfect separation needs a ridge', () => {
    const separated = table([
      [0, 0, 20],
      [1, 20, 0],
    ]);
    expect(() => fitLogistic({ ...separated, ridge: 0, towards: 1 })).toThrow(RangeError);
    expect(fitLogistic({ ...separated, ridge: 1, towards: 1 }).coefficients[0]).toBeGreaterThan(1);
  });

  test('two equal columns need a ridge', () => {
    const { rows, outcomes } = table([
      [0, 30, 10],
      [1, 20, 40],
    ]);
    const twice = { outcomes, rows: rows.map(([value = 0]) => [value, value]) };
    expect(() => fitLogistic({ ...twice, ridge: 0, towards: 1 })).toThrow('two columns say the same');
    const [one, other] = fitLogistic({ ...twice, ridge: 1, towards: 0 }).coefficients;
    expect(one).toBeCloseTo(other ?? 9, 8);
  });
});

describe('linear systems', () => {
  test('solves by hand: 4x + 2y = 2, 2x + 3y = 5', () => {
    const [x, y] = solve([[4], [2, 3]], [2, 5]);
    expect(x).toBeCloseTo(-0.5, 12);
    expect(y).toBeCloseTo(2, 12);
  });

  test('refuses what has no single solution', () => expect(() => solve([[1], [1, 1]], [1, 1])).toThrow(RangeError));
});
