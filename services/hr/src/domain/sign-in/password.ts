import { addMs, DomainError } from '@weilend/kernel';

/** Passwords: length is what counts; a person who mistypes too often waits. */
export const LEAST_PASSWORD_LENGTH = 10;
export const FAILURES_BEFORE_LOCK = 5;
export const LOCK_MS = 15 * 60_000;

/** What is kept of a person's sign-in: the hash of the password and the run of failures. */
export interface Credential {
  readonly id: string;
  readonly version: number;
  readonly passwordHash: string;
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

export function checkPasswordStrength(password: string): void {
  if ([...password].length < LEAST_PASSWORD_LENGTH)
    throw new DomainError('PASSWORD_TOO_WEAK', { least: LEAST_PASSWORD_LENGTH }, 'password');
}

/** Refuses while the account is locked; wall time. */
export function checkNotLocked(credential: Credential, now: Date): void {
  if (credential.lockedUntil && credential.lockedUntil > now)
    throw new DomainError('SIGN_IN_LOCKED', { until: credential.lockedUntil.toISOString() });
}

/** Counts a failure; the last one before the limit locks the account. */
export function afterFailure(credential: Credential, now: Date): Credential {
  const failures = credential.failures + 1;
  if (failures < FAILURES_BEFORE_LOCK) return { ...credential, failures };
  return { ...credential, failures: 0, lockedUntil: addMs(now, LOCK_MS) };
}

export function afterSuccess(credential: Credential): Credential {
  return { ...credential, failures: 0, lockedUntil: null };
}
