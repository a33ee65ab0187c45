import { invariant } from '@weilend/kernel';

// Exact fractions for means of scores (精确平均): nothing is rounded until a figure is shown.

export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };
const DECIMALS = 10_000n;

/** A quotient of whole numbers. */
export function fractionOf(over: number, under = 1): Fraction {
  invariant(under !== 0, 'nothing is divided by zero');
  return { over: BigInt(over), under: BigInt(under) };
}

export const sum = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
export const difference = (a: Fraction, b: Fraction): Fraction => sum(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

/** Mean of whole numbers; there must be one. */
export function mean(values: readonly number[]): Fraction {
  return fractionOf(
    values.reduce((total, value) => total + value, 0),
    values.length,
  );
}

/** Four decimals, the half away from zero. */
export function rounded({ over, under }: Fraction): number {
  const negative = over < 0n !== under < 0n;
  const [top, bottom] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const scaled = Number((2n * top * DECIMALS + bottom) / (2n * bottom)) / Number(DECIMALS);
  return negative && scaled !== 0 ? -scaled : scaled;
}
