import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { divideRounded, fen, formatYuan, parseYuan, proportion, sumFen } from './money.js';

describe('parseYuan', () => {
  test.each([
    ['0', 0],
    ['0.01', 1],
    ['1.5', 150],
    ['12000.00', 1_200_000],
    ['-3.20', -320],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%s is %d fen', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  test.each(['', ' ', '1,000', '1.005', '.5', '5.', '1e3', '0x10', 'NaN', 'Infinity', '--1', '+1', '１２', '99999999999999', ' 1', '1 '])(
    'refuses "%s"',
    (text) => {
      expect(() => parseYuan(text, 'amount')).toThrow(expect.objectContaining({ code: 'MONEY_INVALID', field: 'amount' }));
    },
  );

  test('what is formatted parses to the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (amount) => parseYuan(formatYuan(amount)) === amount),
    );
  });
});

describe('rounding', () => {
  test.each([
    [5n, 2n, 'HALF_UP', 3n],
    [5n, 2n, 'HALF_EVEN', 2n],
    [7n, 2n, 'HALF_EVEN', 4n],
    [5n, 2n, 'DOWN', 2n],
    [4n, 3n, 'UP', 2n],
    [-5n, 2n, 'HALF_UP', -3n],
    [-5n, 2n, 'HALF_EVEN', -2n],
    [5n, -2n, 'DOWN', -2n],
    [6n, 3n, 'UP', 2n],
  ] as const)('%s / %s %s is %s', (numerator, denominator, rounding, expected) => {
    expect(divideRounded(numerator, denominator, rounding)).toBe(expected);
  });

  test('division by zero is a bug', () => {
    expect(() => divideRounded(1n, 0n, 'UP')).toThrow('division by zero');
  });

  test('never off by a whole unit', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 6n), (n, d) => {
        const difference = divideRounded(n, d, 'HALF_EVEN') * d - n;
        return (difference < 0n ? -difference : difference) * 2n <= d;
      }),
    );
  });

  test('a proportion of an amount', () => {
    expect(proportion(10_001, { numerator: 1n, denominator: 2n }, 'HALF_UP')).toBe(5_001);
  });
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no whole number of fen', (value) => {
  expect(() => fen(value)).toThrow('not a whole number of fen');
});

test('no minus zero, and sums are checked', () => {
  expect(Object.is(fen(-0), 0)).toBe(true);
  expect(sumFen([1, 2, 3])).toBe(6);
  expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow('fen');
});
