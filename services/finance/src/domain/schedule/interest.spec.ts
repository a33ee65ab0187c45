import { describe, expect, it } from '@jest/globals';
import { parseRate } from '@weilend/kernel';
import { interestFen, yearly } from './interest.js';

const month = { parts: 1, base: 12 };

describe('[4.3] interest of a period', () => {
  it.each([
    [50, 'HALF_UP', 1],
    [50, 'HALF_EVEN', 0],
    [150, 'HALF_UP', 2],
    [150, 'HALF_EVEN', 2],
    [250, 'HALF_EVEN', 2],
    [49, 'HALF_UP', 0],
    [51, 'HALF_EVEN', 1],
    [0, 'HALF_UP', 0],
    [100_000_00, 'HALF_UP', 1000_00],
  ] as const)('on %i fen at 1 %% a month by %s is %i', (balanceFen, rounding, expected) => {
    expect(interestFen(balanceFen, yearly(parseRate('0.12')), month, rounding)).toBe(expected);
  });

  it('is nothing at rate zero, and exact at rates of twelve places', () => {
    expect(interestFen(10 ** 13, yearly(parseRate('0')), month, 'HALF_UP')).toBe(0);
    // 10^13 x 0.123456789012 / 12 = 102 880 657 510.0
    expect(interestFen(10 ** 13, yearly(parseRate('0.123456789012')), month, 'HALF_UP')).toBe(102_880_657_510);
  });
});
