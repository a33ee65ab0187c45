import { DomainError, invariant } from './errors.js';

/** An amount in fen (1/100 yuan), always a safe integer. 9 * 10^15 fen is 90 trillion yuan. */
export type Fen = number;

/** How a fraction of a fen is settled; named at every call that rounds. */
export type Rounding = 'HALF_UP' | 'HALF_EVEN' | 'DOWN' | 'UP';

const YUAN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** Asserts that `value` is a whole number of fen and returns it. */
export function fen(value: number): Fen {
  invariant(Number.isSafeInteger(value), `not a whole number of fen: ${value}`);
  return value === 0 ? 0 : value;
}

/** Parses a decimal string of yuan with at most two places, e.g. `"1234.50"`. Throws DomainError MONEY_INVALID. */
export function parseYuan(text: string, field: string | null = null): Fen {
  const match = YUAN.exec(text);
  if (!match) throw new DomainError('MONEY_INVALID', { value: text.slice(0, 40) }, field);
  const [, sign, whole = '0', cents = ''] = match;
  const amount = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  return fen(sign ? -amount : amount);
}

/** Formats fen as a decimal string of yuan with two places. */
export function formatYuan(amount: Fen): string {
  const absolute = Math.abs(fen(amount));
  const text = `${Math.trunc(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
  return amount < 0 ? `-${text}` : text;
}

/** numerator / denominator to a whole number, both exact; the sign follows the quotient. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  invariant(denominator !== 0n, 'division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const rounded = quotient + (roundsAway({ quotient, rest: n % d, divisor: d }, rounding) ? 1n : 0n);
  return negative ? -rounded : rounded;
}

function roundsAway(of: { quotient: bigint; rest: bigint; divisor: bigint }, rounding: Rounding): boolean {
  if (rounding === 'DOWN') return false;
  if (rounding === 'UP') return of.rest > 0n;
  const twice = of.rest * 2n;
  if (twice !== of.divisor) return twice > of.divisor;
  return rounding === 'HALF_UP' || of.quotient % 2n === 1n;
}

/** amount * numerator / denominator in fen, rounded once. */
export function proportion(amount: Fen, ratio: { numerator: bigint; denominator: bigint }, rounding: Rounding): Fen {
  return fen(Number(divideRounded(BigInt(fen(amount)) * ratio.numerator, ratio.denominator, rounding)));
}

/** Sum in fen; an empty list is 0. */
export function sumFen(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((total, amount) => total + amount, 0));
}
