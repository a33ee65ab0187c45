import { DomainError } from './errors.js';
import type { Brand } from './brand.js';

/** A fraction per year as a decimal string without exponent: `"0.12"` is 12 % a year. */
export type Rate = Brand<string, 'Rate'>;

/** Scale of `rateToScaled`: 1.0 is 10^12. */
export const RATE_SCALE = 1_000_000_000_000n;

const RATE = /^\d{1,4}(\.\d{1,12})?$/;

/** Parses and normalises (`"0.120"` -> `"0.12"`). Throws DomainError RATE_INVALID. */
export function parseRate(text: string, field: string | null = null): Rate {
  if (!RATE.test(text)) throw new DomainError('RATE_INVALID', { value: text.slice(0, 40) }, field);
  return scaledToRate(toScaled(text));
}

/** The rate as a whole number of 10^-12. */
export function rateToScaled(rate: Rate): bigint {
  return toScaled(rate);
}

/** The inverse of `rateToScaled`. */
export function scaledToRate(scaled: bigint): Rate {
  const whole = scaled / RATE_SCALE;
  const rest = (scaled % RATE_SCALE).toString().padStart(12, '0').replace(/0+$/, '');
  return (rest ? `${whole}.${rest}` : `${whole}`) as Rate;
}

/** -1, 0 or 1. */
export function compareRates(a: Rate, b: Rate): number {
  const difference = toScaled(a) - toScaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function toScaled(text: string): bigint {
  const [whole = '0', rest = ''] = text.split('.');
  return BigInt(whole) * RATE_SCALE + BigInt(rest.padEnd(12, '0'));
}
