import { addMs, DomainError } from '@weilend/kernel';

/** How long a refresh token family lives without a new sign-in. */
export const SIGN_IN_MS = 12 * 3_600_000;

/**
 * A signed-in device. Every refresh replaces the token; a used token that comes back means that somebody else has it,
 * and the whole sign-in ends.
 */
export interface SignIn {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly tokenHash: string;
  readonly usedHashes: readonly string[];
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export function startSignIn(facts: { id: string; employeeId: string; tokenHash: string; now: Date }): SignIn {
  const { now, ...rest } = facts;
  return { ...rest, version: 0, usedHashes: [], startedAt: now, expiresAt: addMs(now, SIGN_IN_MS), revokedAt: null };
}

/** The next token of the family. Throws DomainError REFRESH_TOKEN_REFUSED when the sign-in has ended. */
export function rotate(signIn: SignIn, nextHash: string, now: Date): SignIn {
  if (signIn.revokedAt || signIn.expiresAt <= now) throw new DomainError('REFRESH_TOKEN_REFUSED');
  return { ...signIn, tokenHash: nextHash, usedHashes: [...signIn.usedHashes, signIn.tokenHash] };
}

export function revoke(signIn: SignIn, now: Date): SignIn {
  return signIn.revokedAt ? signIn : { ...signIn, revokedAt: now };
}
