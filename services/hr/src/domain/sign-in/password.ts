import { addMs, DomainError, refuseAll } from '@weilend/kernel';
import { isCommonPassword } from './common-passwords.js';

/**
 * Passwords: length is what counts, and that nobody else would think of it: not the person's own number or name, not one of the common ones, none of
 * the last ones. A first password, and one that hr has set anew, is good for choosing an own one only. Who mistypes too often waits, twice as long each
 * time, and a number that nobody has is no different: nobody learns by trying which numbers there are [1.3].
 */
export interface Credential {
  readonly id: string;
  readonly version: number;
  readonly passwordHash: string;
  /** The last ones, newest first. */
  readonly earlierHashes: readonly string[];
  /** Somebody else knows it: the person must choose another one first. */
  readonly mustChange: boolean;
  readonly failures: number;
  readonly lockedUntil: Date | null;
  /** Locks one after the other since the last right password: each lasts twice as long; left out on rows of before. */
  readonly locks?: number;
  /** Of a number that nobody has: when its wrong passwords are forgotten. */
  readonly goesAt?: Date | null;
}

/** In force on the date of the act. */
export interface PasswordRules {
  readonly leastLength: number;
  /** How many of the last passwords, the present one among them, may not come again. */
  readonly notAgain: number;
  readonly failuresBeforeLock: number;
  readonly lockMs: number;
  /** However often it is locked again. */
  readonly longestLockMs: number;
}

/** A password that keeps the rules, as it is stored. */
export interface AcceptedPassword {
  readonly passwordHash: string;
  readonly notAgain: number;
}

const UNTRIED = { failures: 0, lockedUntil: null, locks: 0 };
/** Beyond that every lock is the longest. */
const MOST_DOUBLED = 20;
/** More would only keep the hashing busy. */
const MOST_CHARACTERS = 128;
/** Shorter ones stand in any text by chance. */
const LEAST_OF_NAME = 2;
const LEAST_OF_NUMBER = 3;

/** Reports every rule that a password breaks. */
export function checkPassword(password: string, person: { employeeNo: string; name: string }, rules: PasswordRules): void {
  const found: DomainError[] = [];
  const length = [...password].length;
  if (length < rules.leastLength) found.push(new DomainError('PASSWORD_TOO_WEAK', { least: rules.leastLength }, 'password'));
  if (length > MOST_CHARACTERS) found.push(new DomainError('PASSWORD_TOO_LONG', { most: MOST_CHARACTERS }, 'password'));
  if (names(password, person)) found.push(new DomainError('PASSWORD_NAMES_PERSON', {}, 'password'));
  if (isCommonPassword(password)) found.push(new DomainError('PASSWORD_COMMON', {}, 'password'));
  refuseAll(found);
}

/** Hashes that a new password must not match. */
export function hashesNotAgain(credential: Credential, rules: PasswordRules): readonly string[] {
  return [credential.passwordHash, ...credential.earlierHashes].slice(0, Math.max(1, rules.notAgain));
}

export function firstCredential(employeeId: string, accepted: AcceptedPassword, { mustChange }: { mustChange: boolean }): Credential {
  const { passwordHash } = accepted;
  return { id: employeeId, version: 0, passwordHash, earlierHashes: [], mustChange, ...UNTRIED };
}

/** What is counted for a number that nobody has: no password fits it. */
export const strangerCredential = (id: string): Credential =>
  firstCredential(id, { passwordHash: '-', notAgain: 0 }, { mustChange: false });

/** Another password; the lock and the failures of the old one are over. */
export function replaced(credential: Credential, accepted: AcceptedPassword, { mustChange }: { mustChange: boolean }): Credential {
  const earlierHashes = [credential.passwordHash, ...credential.earlierHashes].slice(0, Math.max(0, accepted.notAgain - 1));
  return { ...credential, passwordHash: accepted.passwordHash, earlierHashes, mustChange, ...UNTRIED };
}

/** Refuses while the account is locked; the time is the database's. */
export function checkNotLocked(credential: Credential, now: Date): void {
  if (credential.lockedUntil && credential.lockedUntil > now)
    throw new DomainError('SIGN_IN_LOCKED', { until: credential.lockedUntil.toISOString() });
}

/** Counts a failure; the last one before the limit locks the account, for twice the time of the lock before. */
export function afterFailure(credential: Credential, rules: PasswordRules, now: Date): Credential {
  const failures = credential.failures + 1;
  if (failures < rules.failuresBeforeLock) return { ...credential, failures };
  const locks = credential.locks ?? 0;
  const longest = Math.max(rules.lockMs, rules.longestLockMs);
  const lockedUntil = addMs(now, Math.min(longest, rules.lockMs * 2 ** Math.min(locks, MOST_DOUBLED)));
  return { ...credential, failures: 0, locks: locks + 1, lockedUntil };
}

export function afterSuccess(credential: Credential): Credential {
  return { ...credential, ...UNTRIED };
}

/** True while there is something that a right password forgets. */
export const isTried = ({ failures, locks }: Credential): boolean => failures > 0 || (locks ?? 0) > 0;

function names(password: string, { employeeNo, name }: { employeeNo: string; name: string }): boolean {
  const text = password.toLowerCase();
  const bare = (part: string): string => part.toLowerCase().replaceAll(/[\s-]/g, '');
  const number = bare(employeeNo);
  const known = [...(number.length >= LEAST_OF_NUMBER ? [number] : []), ...([...bare(name)].length >= LEAST_OF_NAME ? [bare(name)] : [])];
  return known.some((part) => bare(text).includes(part));
}
