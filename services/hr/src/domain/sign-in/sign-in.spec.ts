import { describe, expect, test } from '@jest/globals';
import { revoke, rotate, SIGN_IN_MS, startSignIn } from './sign-in.js';

const now = new Date('2026-03-02T01:00:00Z');
const signIn = startSignIn({ id: 'sgn_00000000000000000000000001', employeeId: 'emp_1', tokenHash: 'first', now });

describe('[1.3] rotating refresh tokens', () => {
  test('a refresh replaces the token and remembers the used one', () => {
    expect(rotate(signIn, 'second', now)).toMatchObject({ tokenHash: 'second', usedHashes: ['first'] });
  });

  test.each<[string, typeof signIn, Date]>([
    ['after its life', signIn, new Date(now.getTime() + SIGN_IN_MS)],
    ['after it was revoked', revoke(signIn, now), now],
  ])('refused %s', (_name, ended, at) => {
    expect(() => rotate(ended, 'next', at)).toThrow('REFRESH_TOKEN_REFUSED');
  });

  test('revoking twice keeps the first moment', () => {
    expect(revoke(revoke(signIn, now), new Date(0)).revokedAt).toEqual(now);
  });
});
