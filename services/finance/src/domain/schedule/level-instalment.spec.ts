import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseRate } from '@weilend/kernel';
import { yearly } from './interest.js';
import { levelInstalmentFen } from './level-instalment.js';

const months = (count: number) => Array.from({ length: count }, () => ({ parts: 1, base: 12 }));
const level = (principalFen: number, rate: string, count: number, multipleFen = 1) =>
  levelInstalmentFen({ principalFen, rate: yearly(parseRate(rate)), shares: months(count), rounding: 'HALF_UP', multipleFen });

describe('[4.3] the level instalment', () => {
  it.each([
    [100_000_00, '0.12', 12, 1, 8884_88],
    [100_000_00, '0', 12, 1, 8333_33],
    [100_000_00, '0.24', 24, 1, 5287_11],
    [1, '0', 3, 1, 0],
    [100_000_00, '0.12', 12, 10_00, 8880_00],
    [100_000_00, '0.12', 12, 100_00, 8900_00],
    [100_000_00, '0.12', 12, 20_000_00, 0],
    [100_000_00, '0.12', 1, 1, 101_000_00],
    // One fen of a hundred, in two parts of exactly half a fen: half up.
    [1, '0', 2, 1, 1],
  ])('of %i fen at %s over %i months, to %i fen, is %i', (principalFen, rate, count, multipleFen, expected) => {
    expect(level(principalFen, rate, count, multipleFen)).toBe(expected);
  });

  it('pays off over periods of different length', () => {
    const shares = [31, 28, 31].map((parts) => ({ parts, base: 365 }));
    const terms = { principalFen: 100_000_00, rate: yearly(parseRate('0.12')), shares, rounding: 'HALF_UP', multipleFen: 1 } as const;
    // 100 000 x 1.010191… x 1.009205… x 1.010191… / F_3
    expect(levelInstalmentFen(terms)).toBe(33_993_05);
  });

  it('of periods of two bases does not exist', () => {
    const shares = [
      { parts: 1, base: 1 },
      { parts: 1, base: 2 },
    ];
    const terms = { principalFen: 1, rate: yearly(parseRate('0')), shares, rounding: 'HALF_UP', multipleFen: 1 } as const;
    expect(() => levelInstalmentFen(terms)).toThrow(InvariantViolation);
  });
});
