import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { checkToken } from './check-token.js';
import { PublishedKeys } from './published-keys.js';

let server: FastifyInstance;
let url: string;
let published: object[];
let asked: number;

beforeEach(async () => {
  published = [];
  asked = 0;
  server = fastify({ forceCloseConnections: true });
  server.get('/jwks', async () => {
    asked += 1;
    return { keys: published };
  });
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/jwks`;
});
afterEach(() => server.close());

async function newKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setSubject('emp_1')
    .setIssuer('weilend')
    .setAudience('weilend')
    .setExpirationTime('5m')
    .sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid }, authorization: `Bearer ${token}` };
}

function keysAt(clock: { now: number }, ...urls: string[]) {
  return new PublishedKeys({ urls: () => urls, log: { info: () => undefined, warn: () => undefined }, now: () => clock.now });
}

describe('published keys', () => {
  test('a known key costs no fetch, an unknown one a fetch, at most one in 5 s', async () => {
    const [first, second] = await Promise.all([newKey('k1'), newKey('k2')]);
    const clock = { now: 0 };
    const keys = keysAt(clock, url);
    published = [first.jwk];
    for (let round = 0; round < 3; round += 1) expect(await checkToken(first.authorization, keys)).toBe('valid');
    expect(asked).toBe(1);

    published = [first.jwk, second.jwk];
    clock.now = 4_999;
    expect(await checkToken(second.authorization, keys)).toBe('invalid');
    expect(asked).toBe(1);
    clock.now = 5_000;
    expect(await checkToken(second.authorization, keys)).toBe('valid');
    expect(asked).toBe(2);
  });

  test('many callers at once share one fetch', async () => {
    const key = await newKey('k1');
    published = [key.jwk];
    const keys = keysAt({ now: 0 }, url);
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => checkToken(key.authorization, keys)));
    expect([new Set(verdicts), asked]).toEqual([new Set(['valid']), 1]);
  });

  test('a key that is withdrawn is refused after the next fetch', async () => {
    const [first, second] = await Promise.all([newKey('k1'), newKey('k2')]);
    const clock = { now: 0 };
    const keys = keysAt(clock, url);
    published = [first.jwk];
    await checkToken(first.authorization, keys);
    published = [second.jwk];
    clock.now = 10_000;
    expect(await checkToken(second.authorization, keys)).toBe('valid');
    expect(await checkToken(first.authorization, keys)).toBe('invalid');
  });

  test.each([
    ['is down', 'http://127.0.0.1:1/jwks'],
    ['is no address', 'nonsense'],
  ])('the next address counts when the first %s', async (_name, bad) => {
    const key = await newKey('k1');
    published = [key.jwk];
    expect(await checkToken(key.authorization, keysAt({ now: 0 }, bad, url))).toBe('valid');
  });

  test('with all down the last keys stay, and without any nothing is said about a token', async () => {
    const [first, second] = await Promise.all([newKey('k1'), newKey('k2')]);
    published = [first.jwk];
    const clock = { now: 0 };
    const keys = keysAt(clock, url);
    await checkToken(first.authorization, keys);
    published = [];
    clock.now = 60_000;
    expect(await checkToken(second.authorization, keys)).toBe('invalid');
    expect(await checkToken(first.authorization, keys)).toBe('valid');
    expect(await checkToken(first.authorization, keysAt({ now: 0 }, url))).toBe('keys-missing');
  });
});
