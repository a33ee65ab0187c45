import { describe, expect, it } from '@jest/globals';
import { divideRounded } from '@weilend/kernel';
import fc from 'fast-check';
import { roundCertain } from './round-certain.js';
import { runs } from './schedule.builder.js';
import { ROUNDINGS } from './terms.js';

const never = (): never => {
  throw new Error('floating point was enough');
};

describe('rounding that is certain', () => {
  it.each([
    [0, 0],
    [0.49, 0],
    [0.51, 1],
    [884_888.4, 884_888],
    [2 ** 40 + 0.75, 2 ** 40 + 1],
  ])('%d is %i without a second thought', (estimate, expected) => {
    expect(roundCertain(estimate, 10, 'HALF_UP', never)).toBe(expected);
  });

  it.each([
    ['a half', 1.5, 3n, 2n, 2],
    ['a hair below a half that looks like one', 2.5, 2_499_999_999_999_999_999n, 10n ** 18n, 2],
    ['a hair above a half that looks like one', 2.5, 2_500_000_000_000_000_001n, 10n ** 18n, 3],
    ['a number without room for a half', 2 ** 52, BigInt(2 ** 52), 1n, 2 ** 52],
  ])('%s is asked for exactly', (_title, estimate, numerator, denominator, expected) => {
    expect(roundCertain(estimate, 10, 'HALF_UP', () => ({ numerator, denominator }))).toBe(expected);
  });

  it('is what whole numbers give, near halves and far from them', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 });
    const part = fc.integer({ min: 1, max: 10 ** 4 });
    const base = fc.constantFrom(2, 8, 12, 52, 360, 365, 366);
    fc.assert(
      fc.property(amount, part, base, fc.constantFrom(...ROUNDINGS), (fenOf, parts, of, rounding) => {
        const exactly = { numerator: BigInt(fenOf) * BigInt(parts), denominator: BigInt(of) * 10_000n };
        const exact = Number(divideRounded(exactly.numerator, exactly.denominator, rounding));
        expect(roundCertain((fenOf * parts) / of / 10_000, 4, rounding, () => exactly)).toBe(exact);
      }),
      { numRuns: runs(2_000) },
    );
  });
});
