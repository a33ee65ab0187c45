import { describe, expect, test } from '@jest/globals';
import { KEY_FRESH_MS, nextPair, published, PUBLISHED_AHEAD_MS, retire, signerAt, withdraw } from './signing-key.js';
import type { SigningKeyPair } from './signing-key.js';

const now = new Date('2026-03-02T01:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const TOKEN_MS = 900_000;
const made = (id: string) => ({ id, publicJwk: { kid: id }, privateJwk: `private ${id}` });
const first: SigningKeyPair = nextPair(made('key_1'), [], now);
const second: SigningKeyPair = nextPair(made('key_2'), [first], now);

describe('[1.3] rotation of the signing key', () => {
  test('the first one signs at once, the next one when everybody has heard of it', () => {
    expect([first.serial, first.signsFrom, second.serial, second.signsFrom]).toEqual([1, now, 2, later(PUBLISHED_AHEAD_MS)]);
  });

  test.each<[string, SigningKeyPair[], Date, string | null]>([
    ['nobody before there is one', [], now, null],
    ['the first', [first], now, 'key_1'],
    ['the first while the second waits', [first, second], later(PUBLISHED_AHEAD_MS - 1), 'key_1'],
    ['the second from its moment on', [second, first], later(PUBLISHED_AHEAD_MS), 'key_2'],
    ['none that is withdrawn', [{ ...first, withdrawnAt: now }], now, null],
  ])('signs: %s', (_name, pairs, at, id) => {
    expect(signerAt(pairs, at)?.id ?? null).toBe(id);
  });

  test('both stay published until the last token of the first has run out', () => {
    const retired = retire(first, second, TOKEN_MS);
    const lastToken = PUBLISHED_AHEAD_MS + KEY_FRESH_MS + TOKEN_MS;
    expect(retired.retiredAt?.getTime()).toBeGreaterThan(later(lastToken).getTime());
    expect(published([second, retired]).map(({ id }) => id)).toEqual(['key_1', 'key_2']);
    const gone = withdraw(retired, retired.retiredAt as Date);
    expect(gone).toMatchObject({ privateJwk: null, withdrawnAt: retired.retiredAt });
    expect(published([second, gone]).map(({ id }) => id)).toEqual(['key_2']);
  });

  test.each<[string, () => unknown, string]>([
    ['while another one waits', () => nextPair(made('key_3'), [first, second], later(PUBLISHED_AHEAD_MS - 1)), 'KEY_ROTATION_UNDERWAY'],
    ['retired by an older one', () => retire(second, first, TOKEN_MS), 'followed by a newer one'],
    ['withdrawn while it signs', () => withdraw(second, later(PUBLISHED_AHEAD_MS)), 'may still be good'],
    ['withdrawn too early', () => withdraw(retire(first, second, TOKEN_MS), now), 'may still be good'],
  ])('not %s', (_name, act, message) => {
    expect(act).toThrow(message);
  });

  test('the waiting one lets the next follow once it signs', () => {
    expect(nextPair(made('key_3'), [first, second], later(PUBLISHED_AHEAD_MS)).serial).toBe(3);
  });
});
