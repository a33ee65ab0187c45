import { randomBytes } from 'node:crypto';

/** Crockford base 32: no I, L, O, U; sorts like the number it writes. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/;

let lastMs = 0;
let lastRandom = 0n;

/** An opaque, prefixed, time-ordered id, e.g. `app_01h…`: 48 bits of wall time, 80 random bits, rising within one millisecond. */
export function newId<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}` {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    lastRandom = BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n;
  } else {
    lastRandom += 1n;
  }
  return `${prefix}_${encode(BigInt(lastMs), 10)}${encode(lastRandom, 16)}`;
}

/** The lowest id of that prefix that a process could have made at an instant by its wall clock: where a walk in the order of ids begins. */
export function firstIdAt(prefix: string, instant: Date): string {
  return `${prefix}_${encode(BigInt(Math.max(0, instant.getTime())), 10)}${encode(0n, 16)}`;
}

/** True for an id of that prefix. */
export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && ID.test(text);
}

function encode(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place++) {
    text = ALPHABET[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return text;
}
