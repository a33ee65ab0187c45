import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { eventually, testGateway } from './gateway.builder.js';
import type { TestGateway } from './gateway.builder.js';
import { tinyFinance, tinyHr } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  readonly jwk: Awaited<ReturnType<typeof exportJWK>>;
}

let hr: TinyDepartment;
let finance: TinyDepartment;
let gateway: TestGateway;
let ours: SigningKey;
let foreign: SigningKey;

async function newKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' } };
}

interface Claims {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly notBefore?: string;
  readonly subject?: string;
}

function sign(
  key: SigningKey,
  { issuer = 'weilend', audience = 'weilend', expires = '5m', notBefore, subject = 'emp_1' }: Claims = {},
): Promise<string> {
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires);
  if (subject !== '') token.setSubject(subject);
  if (notBefore) token.setNotBefore(notBefore);
  return token.sign(key.privateKey);
}

const ask = (authorization?: string, language = 'en') =>
  gateway.ask('{ headers }', { headers: { 'accept-language': language, ...(authorization === undefined ? {} : { authorization }) } });

beforeAll(async () => {
  [hr, finance, ours, foreign] = await Promise.all([tinyHr(), tinyFinance(), newKey('k1'), newKey('k1')]);
  hr.jwks = { keys: [ours.jwk] };
  finance.jwks = { keys: [ours.jwk] };
  gateway = await testGateway([finance, hr], { AUTH_MODE: 'token' });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([hr.stop(), finance.stop()]);
});
beforeEach(() => {
  hr.seen.length = 0;
});

describe('tokens', () => {
  test('a good one passes and reaches the departments', async () => {
    const token = await sign(ours);
    const { status, data } = await ask(`Bearer ${token}`);
    expect(status).toBe(200);
    expect(data?.['headers']).toContain(`authorization: Bearer ${token}`);
    expect((await ask(`bearer ${token}`)).status).toBe(200);
  });

  test.each([undefined, '', '  '])('none (%j) passes as anonymous', async (authorization) => {
    expect((await ask(authorization)).status).toBe(200);
  });

  const bad: [string, () => Promise<string> | string, string][] = [
    ['expired', () => sign(ours, { expires: '-1s' }), 'The access token has expired: sign in again.'],
    ['not yet valid', () => sign(ours, { notBefore: '1h' }), 'The access token is not valid: sign in again.'],
    ['of a foreign key with our key id', () => sign(foreign), 'The access token is not valid: sign in again.'],
    ['of an unknown key id', () => sign({ ...foreign, kid: 'k9' }), 'The access token is not valid: sign in again.'],
    ['of another issuer', () => sign(ours, { issuer: 'somebody' }), 'The access token is not valid: sign in again.'],
    ['for another audience', () => sign(ours, { audience: 'bank' }), 'The access token is not valid: sign in again.'],
    ['without a subject', () => sign(ours, { subject: '' }), 'The access token is not valid: sign in again.'],
    [
      'unsigned (alg none)',
      () => new UnsecuredJWT({ sub: 'emp_1' }).setIssuer('weilend').setAudience('weilend').setExpirationTime('5m').encode(),
      'The access token is not valid: sign in again.',
    ],
    [
      'signed with the public key as a shared secret (HS256)',
      () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .setSubject('emp_1')
          .setIssuer('weilend')
          .setAudience('weilend')
          .setExpirationTime('5m')
          .sign(Buffer.from(String(ours.jwk.x), 'base64url')),
      'The access token is not valid: sign in again.',
    ],
    ['with changed claims', async () => swapClaims(await sign(ours)), 'The access token is not valid: sign in again.'],
    ['without its signature', async () => (await sign(ours)).replace(/[^.]*$/, ''), 'The access token is not valid: sign in again.'],
  ];

  test.each(bad)('one %s is refused', async (_name, token, message) => {
    const answer = await ask(`Bearer ${await token()}`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="weilend", error="invalid_token", error_description="(expired|not a valid token)"$/,
    );
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      { message, extensions: { code: 'UNAUTHENTICATED', requestId: answer.headers.get('x-request-id'), retryable: false } },
    ]);
    expect(hr.seen).toEqual([]);
  });

  test.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Bearer abc', 'Bearer a.b', 'Bearer a.b.c.d', 'token a.b.c'])(
    'the header %j is refused',
    async (authorization) => {
      const answer = await ask(authorization);
      expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    },
  );

  test('says so in Chinese on demand', async () => {
    const { errors } = await ask(`Bearer ${await sign(ours, { expires: '-1s' })}`, 'zh');
    expect(errors[0]?.message).toBe('访问令牌已过期：请重新登录。');
  });
});

describe('published keys', () => {
  test('hr is asked first, whatever the order of the supergraph', async () => {
    const [published, stale] = await Promise.all([newKey('k1'), newKey('k1')]);
    hr.jwks = { keys: [published.jwk] };
    finance.jwks = { keys: [stale.jwk] };
    const running = await testGateway([finance, hr], { AUTH_MODE: 'token' });
    const status = async (key: SigningKey) =>
      (await running.ask('{ headers }', { headers: { authorization: `Bearer ${await sign(key)}` } })).status;
    expect([await status(published), await status(stale)]).toEqual([200, 401]);
    await running.stop();
  });

  test('with hr down the copies of the others count, and with all down the last ones', async () => {
    const key = await newKey('k7');
    hr.jwks = undefined;
    finance.jwks = { keys: [key.jwk] };
    const running = await testGateway([finance, hr], { AUTH_MODE: 'token' });
    const ping = async () => running.ask('{ loans { totalCount } }', { headers: { authorization: `Bearer ${await sign(key)}` } });
    expect((await ping()).status).toBe(200);
    finance.jwks = undefined;
    expect((await ping()).status).toBe(200);
    await running.stop();
  });

  test('when no keys could ever be had, callers are told to come back and keep their tokens', async () => {
    hr.jwks = undefined;
    finance.jwks = { keys: [] };
    const running = await testGateway([finance, hr], { AUTH_MODE: 'token' });
    const refused = await running.ask('{ headers }', { headers: { authorization: `Bearer ${await sign(ours)}` } });
    expect([refused.status, refused.errors[0]?.extensions]).toEqual([
      503,
      { code: 'KEYS_UNAVAILABLE', requestId: expect.any(String), retryable: true },
    ]);
    expect((await running.ask('{ headers }')).status).toBe(200);
    await eventually(
      () => running.log.filter(({ msg }) => msg === 'published keys could not be fetched').length,
      (count) => count > 0,
    );
    await running.stop();
  });
});

function swapClaims(token: string): string {
  const [header = '', , signature = ''] = token.split('.');
  const claims = { sub: 'emp_2', iss: 'weilend', aud: 'weilend', exp: 4_102_444_800 };
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
