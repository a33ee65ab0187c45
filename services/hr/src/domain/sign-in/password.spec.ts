import { describe, expect, test } from '@jest/globals';
import { afterFailure, afterSuccess, checkNotLocked, checkPasswordStrength, FAILURES_BEFORE_LOCK, LOCK_MS } from './password.js';
import type { Credential } from './password.js';

const now = new Date('2026-03-02T01:00:00Z');
const credential: Credential = { id: 'emp_00000000000000000000000001', version: 1, passwordHash: 'hash', failures: 0, lockedUntil: null };

describe('[1.3] lock-out', () => {
  test('the last failure locks, the ones before only count', () => {
    let current = credential;
    for (let failure = 1; failure < FAILURES_BEFORE_LOCK; failure++) {
      current = afterFailure(current, now);
      expect(current).toMatchObject({ failures: failure, lockedUntil: null });
    }
    expect(afterFailure(current, now)).toMatchObject({ failures: 0, lockedUntil: new Date(now.getTime() + LOCK_MS) });
  });

  test.each<[string, Date | null, boolean]>([
    ['never locked', null, false],
    ['locked until later', new Date(now.getTime() + 1), true],
    ['locked until just now', now, false],
    ['locked long ago', new Date(0), false],
  ])('%s', (_name, lockedUntil, refused) => {
    const act = (): void => checkNotLocked({ ...credential, lockedUntil }, now);
    if (refused) expect(act).toThrow('SIGN_IN_LOCKED');
    else expect(act).not.toThrow();
  });

  test('success forgets failures', () => {
    expect(afterSuccess({ ...credential, failures: 3, lockedUntil: now })).toEqual(credential);
  });
});

test.each(['', 'short', '123456789', '密码密码密码密码密'])('[1.3] the password "%s" is too short', (password) => {
  expect(() => checkPasswordStrength(password)).toThrow('PASSWORD_TOO_WEAK');
});
