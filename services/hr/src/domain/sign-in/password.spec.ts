import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import {
  afterFailure,
  afterSuccess,
  checkNotLocked,
  checkPassword,
  firstCredential,
  hashesNotAgain,
  isTried,
  replaced,
  strangerCredential,
} from './password.js';
import type { Credential } from './password.js';

const now = new Date('2026-03-02T01:00:00Z');
const rules = { leastLength: 10, notAgain: 3, failuresBeforeLock: 5, lockMs: 900_000, longestLockMs: 14_400_000 };
const person = { employeeNo: 'S-001', name: '王小明' };
const credential: Credential = {
  ...{ id: 'emp_00000000000000000000000001', version: 1, passwordHash: 'third', earlierHashes: ['second', 'first'] },
  ...{ mustChange: false, failures: 0, lockedUntil: null, locks: 0 },
};

function codesOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
  return [];
}

describe('[1.3] lock-out', () => {
  test('the last failure locks, the ones before only count', () => {
    let current = credential;
    for (let failure = 1; failure < rules.failuresBeforeLock; failure++) {
      current = afterFailure(current, rules, now);
      expect(current).toMatchObject({ failures: failure, lockedUntil: null });
    }
    expect(afterFailure(current, rules, now)).toMatchObject({ failures: 0, lockedUntil: new Date(now.getTime() + rules.lockMs) });
  });

  test.each<[number | undefined, number]>([
    [undefined, 15],
    [0, 15],
    [1, 30],
    [2, 60],
    [3, 120],
    [4, 240],
    [5, 240],
    [1_000, 240],
  ])('after %p locks without a right password the next one lasts %i minutes', (locks, minutes) => {
    const tried = { ...credential, failures: 4, ...(locks === undefined ? {} : { locks }) };
    const locked = afterFailure(tried, rules, now);
    expect([locked.lockedUntil?.getTime(), locked.locks]).toEqual([now.getTime() + minutes * 60_000, (locks ?? 0) + 1]);
    expect([isTried(locked), afterSuccess(locked).locks]).toEqual([true, 0]);
  });

  test('a longest lock that is set below the first one shortens nothing', () => {
    const locked = afterFailure({ ...credential, failures: 4, locks: 3 }, { ...rules, longestLockMs: 1 }, now);
    expect(locked.lockedUntil).toEqual(new Date(now.getTime() + rules.lockMs));
  });

  test('a number that nobody has begins like any other', () => {
    expect(strangerCredential('unknown_1')).toMatchObject({ id: 'unknown_1', passwordHash: '-', failures: 0, lockedUntil: null });
    expect(isTried(strangerCredential('unknown_1'))).toBe(false);
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
    expect(afterSuccess({ ...credential, failures: 3, locks: 2, lockedUntil: now })).toEqual(credential);
  });
});

describe('[1.3] what a password is like', () => {
  test.each<[string, string, string[]]>([
    ['ten characters', 'Jm-7 tvK.q', []],
    ['the longest', 'Jm-7 tvK.'.repeat(14) + 'zz', []],
    ['nothing', '', ['PASSWORD_TOO_WEAK', 'PASSWORD_COMMON']],
    ['too short', 'Jm-7 tvK.', ['PASSWORD_TOO_WEAK']],
    ['too short and common', '密码密码密码密码密', ['PASSWORD_TOO_WEAK', 'PASSWORD_COMMON']],
    ['too long', 'Jm-7 tvK.'.repeat(14) + 'zzz', ['PASSWORD_TOO_LONG']],
    ['the number in it', 'tree of s-001 leaves', ['PASSWORD_NAMES_PERSON']],
    ['the number without its dash', 'Tree-S001-leaves', ['PASSWORD_NAMES_PERSON']],
    ['the name in it', '我叫王小明今年三十', ['PASSWORD_TOO_WEAK', 'PASSWORD_NAMES_PERSON']],
    ['a common one', 'Welcome2026!', ['PASSWORD_COMMON']],
  ])('%s', (_name, password, codes) => {
    expect(codesOf(() => checkPassword(password, person, rules))).toEqual(codes);
  });

  test('a number of two characters is in any text', () => {
    expect(codesOf(() => checkPassword('a1 trees on hills', { employeeNo: 'a1', name: '王小明' }, rules))).toEqual([]);
  });
});

describe('[1.3] another password', () => {
  test.each<[string, number, string[]]>([
    ['the last three', 3, ['third', 'second', 'first']],
    ['the last two', 2, ['third', 'second']],
    ['never the present one, whatever the rule', 0, ['third']],
  ])('not again: %s', (_name, notAgain, hashes) => {
    expect(hashesNotAgain(credential, { ...rules, notAgain })).toEqual(hashes);
  });

  test('keeps as many of the last as the rule asks for, and ends the lock', () => {
    const locked = { ...credential, failures: 2, lockedUntil: now };
    expect(replaced(locked, { passwordHash: 'fourth', notAgain: 3 }, { mustChange: true })).toEqual({
      ...credential,
      ...{ passwordHash: 'fourth', earlierHashes: ['third', 'second'], mustChange: true },
    });
    expect(replaced(credential, { passwordHash: 'fourth', notAgain: 1 }, { mustChange: false }).earlierHashes).toEqual([]);
  });

  test('the first one has nothing before it', () => {
    expect(firstCredential('emp_1', { passwordHash: 'hash', notAgain: 3 }, { mustChange: true })).toMatchObject({
      ...{ id: 'emp_1', passwordHash: 'hash', earlierHashes: [], mustChange: true, failures: 0, lockedUntil: null },
    });
  });
});
