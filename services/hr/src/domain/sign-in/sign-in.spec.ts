import { describe, expect, test } from '@jest/globals';
import { end, isOpen, rotate, startSignIn } from './sign-in.js';

const now = new Date('2026-03-02T01:00:00Z');
const LASTS_MS = 12 * 3_600_000;
const facts = { id: 'sgn_00000000000000000000000001', employeeId: 'emp_1', device: null, tokenHash: 'first', now, lastsMs: LASTS_MS };
const signIn = startSignIn(facts);
const later = (ms: number): Date => new Date(now.getTime() + ms);

describe('[1.3] rotating refresh tokens', () => {
  test('a refresh replaces the token, remembers the used one and when it was', () => {
    expect(rotate(signIn, 'second', later(5))).toMatchObject({ tokenHash: 'second', usedHashes: ['first'], lastUsedAt: later(5) });
  });

  test('only so many used ones are kept, the newest', () => {
    let current = signIn;
    for (let no = 0; no < 600; no++) current = rotate(current, `token ${no}`, now);
    expect([current.usedHashes.length, current.usedHashes.at(-1)]).toEqual([500, 'token 598']);
  });

  test.each<[string, typeof signIn, Date]>([
    ['after its life', signIn, later(LASTS_MS)],
    ['after it was ended', end(signIn, 'ENDED', now), now],
  ])('refused %s', (_name, ended, at) => {
    expect(() => rotate(ended, 'next', at)).toThrow('REFRESH_TOKEN_REFUSED');
    expect(isOpen(ended, at)).toBe(false);
  });

  test('ending it twice keeps the first moment and its reason', () => {
    const ended = end(end(signIn, 'TOKEN_REUSED', now), 'SIGNED_OUT', new Date(0));
    expect(ended).toMatchObject({ revokedAt: now, endedBecause: 'TOKEN_REUSED' });
    expect(isOpen(signIn, later(LASTS_MS - 1))).toBe(true);
  });
});

describe('[1.3] what the device says of itself', () => {
  test.each<[string, string | null, string | null]>([
    ['nothing', null, null],
    ['blanks', ' \n\t ', null],
    ['a name', ' 前台电脑 · Chrome ', '前台电脑 · Chrome'],
    ['lines and control characters', 'a\r\nb\u0000c', 'a b c'],
    ['a novel', '长'.repeat(500), '长'.repeat(120)],
  ])('%s', (_name, device, kept) => {
    expect(startSignIn({ ...facts, device }).device).toBe(kept);
  });
});
