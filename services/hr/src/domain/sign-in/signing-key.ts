import { addMs, DomainError, invariant } from '@weilend/kernel';

/**
 * The key pairs that sign access tokens. A new one is published to every department before it signs anything, then it signs from a moment that stands
 * in its row, so that all processes change over by the time of the database and agree without talking; the one before it stays published until the
 * last token that it signed has run out, and is forgotten then. Nobody is signed out by a rotation [1.3].
 */
export interface SigningKeyPair {
  readonly id: string;
  readonly version: number;
  /** 1, 2, 3: each rotation the next; a unique index says that there is one of each. */
  readonly serial: number;
  readonly publicJwk: Readonly<Record<string, string>>;
  /** Null once it is forgotten. */
  readonly privateJwk: string | null;
  readonly createdAt: Date;
  readonly signsFrom: Date;
  /** When its last token has run out; null while no other key follows it. */
  readonly retiredAt: Date | null;
  /** When it was taken out of the published keys. */
  readonly withdrawnAt: Date | null;
}

/** So long every department has to hear of a key before it signs. */
export const PUBLISHED_AHEAD_MS = 120_000;
/** A process may go on for so long with the key that it read before. */
export const KEY_FRESH_MS = 10_000;
/** What clocks of machines may differ. */
const SPARE_MS = 60_000;

/** The one that signs at an instant: the newest whose time has come. */
export function signerAt<K extends SigningKeyPair>(pairs: readonly K[], now: Date): K | null {
  const ready = pairs.filter((pair) => pair.signsFrom <= now && pair.withdrawnAt === null);
  return ready.reduce<K | null>((newest, pair) => (newest && newest.serial > pair.serial ? newest : pair), null);
}

/** Those that verify tokens, in the order of their serials. */
export function published<K extends SigningKeyPair>(pairs: readonly K[]): K[] {
  return pairs.filter((pair) => pair.withdrawnAt === null).sort((a, b) => a.serial - b.serial);
}

/** A new pair after the present one. Throws KEY_ROTATION_UNDERWAY while one waits to sign. */
export function nextPair(
  made: Pick<SigningKeyPair, 'id' | 'publicJwk' | 'privateJwk'>,
  pairs: readonly SigningKeyPair[],
  now: Date,
): SigningKeyPair {
  const waiting = pairs.find((pair) => pair.signsFrom > now);
  if (waiting) throw new DomainError('KEY_ROTATION_UNDERWAY', { signsFrom: waiting.signsFrom.toISOString() });
  const serial = Math.max(0, ...pairs.map((pair) => pair.serial)) + 1;
  const signsFrom = serial === 1 ? now : addMs(now, PUBLISHED_AHEAD_MS);
  return { ...made, version: 0, serial, createdAt: now, signsFrom, retiredAt: null, withdrawnAt: null };
}

/** The present signer when another one is to follow it. */
export function retire<K extends SigningKeyPair>(pair: K, next: SigningKeyPair, tokenLifeMs: number): K {
  invariant(pair.serial < next.serial, 'a key is followed by a newer one');
  return { ...pair, retiredAt: addMs(next.signsFrom, tokenLifeMs + KEY_FRESH_MS + SPARE_MS) };
}

/** Taken out of the published keys; its private half is forgotten. */
export function withdraw<K extends SigningKeyPair>(pair: K, now: Date): K {
  invariant(pair.retiredAt !== null && pair.retiredAt <= now, 'tokens of this key may still be good');
  return { ...pair, privateJwk: null, withdrawnAt: now };
}
