import { addMs, DomainError } from '@weilend/kernel';

/**
 * A signed-in device. Every refresh replaces the token; a used token that comes back means that somebody else has it,
 * and the whole sign-in ends. Its person and hr see it in a list, and end it [1.3].
 */
export interface SignIn {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** What the device calls itself; null when it said nothing. */
  readonly device: string | null;
  readonly tokenHash: string;
  readonly usedHashes: readonly string[];
  readonly startedAt: Date;
  /** The last refresh, or the start. */
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** Null while it is good, and when it ran out. */
  readonly endedBecause: SignInEnd | null;
}

export const SIGN_IN_ENDS = ['SIGNED_OUT', 'ENDED', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'DEACTIVATED'] as const;
export type SignInEnd = (typeof SIGN_IN_ENDS)[number];

/** More of a device's words than anybody reads. */
const MOST_OF_DEVICE = 120;
/** Enough for a refresh every few minutes over the life of a sign-in. */
const MOST_USED = 500;

export function startSignIn(facts: {
  id: string;
  employeeId: string;
  device: string | null;
  tokenHash: string;
  now: Date;
  lastsMs: number;
}): SignIn {
  const { now, lastsMs, device, ...rest } = facts;
  const times = { startedAt: now, lastUsedAt: now, expiresAt: addMs(now, lastsMs), revokedAt: null, endedBecause: null };
  return { ...rest, ...times, version: 0, device: deviceText(device), usedHashes: [] };
}

/** The next token of the family. Throws DomainError REFRESH_TOKEN_REFUSED when the sign-in has ended. */
export function rotate(signIn: SignIn, nextHash: string, now: Date): SignIn {
  if (signIn.revokedAt || signIn.expiresAt <= now) throw new DomainError('REFRESH_TOKEN_REFUSED');
  const usedHashes = [...signIn.usedHashes, signIn.tokenHash].slice(-MOST_USED);
  return { ...signIn, tokenHash: nextHash, usedHashes, lastUsedAt: now };
}

/** Ends a sign-in; one that has ended keeps its first end. */
export function end(signIn: SignIn, because: SignInEnd, now: Date): SignIn {
  return signIn.revokedAt ? signIn : { ...signIn, revokedAt: now, endedBecause: because };
}

export function isOpen(signIn: SignIn, now: Date): boolean {
  return signIn.revokedAt === null && signIn.expiresAt > now;
}

/** One line without control characters; the rest of a long one is cut off. */
function deviceText(device: string | null): string | null {
  const line = (device ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return line === '' ? null : [...line].slice(0, MOST_OF_DEVICE).join('');
}
