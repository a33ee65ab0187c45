import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, testKey, testPlatform, testToken } from '@weilend/testing';
import type { PlatformUnderTest, TestKey } from '@weilend/testing';
import { SignJWT } from 'jose';
import { DenyList, Unauthenticated } from './index.js';

let p: PlatformUnderTest;
let key: TestKey;
let stranger: TestKey;
const actor = person('risk', 'investigator');
const service = { kind: 'service' as const, service: 'risk' as const };

beforeAll(async () => {
  p = await testPlatform('risk');
  key = await testKey();
  stranger = await testKey();
  await p.work.run({ actor: service, operation: 'keys' }, (tx) => p.keys.replace([key.jwk], tx));
});
afterAll(() => p.stop());

const signed = (change: (jwt: SignJWT) => SignJWT, claims: object = {}): Promise<string> => {
  const now = Math.floor(Date.now() / 1_000);
  const jwt = new SignJWT({ department: 'risk', roles: ['investigator'], ...claims }).setProtectedHeader({ alg: 'EdDSA', kid: 'test-key' });
  return change(
    jwt
      .setIssuer('weilend')
      .setAudience('weilend')
      .setSubject(actor.employeeId)
      .setIssuedAt(now)
      .setExpirationTime(now + 60),
  ).sign(key.privateKey);
};

describe('[1.3] tokens', () => {
  test('a good one names the person', async () => {
    expect(await p.tokens.verify(await testToken(key, actor))).toEqual(actor);
  });

  test.each<[string, () => Promise<string> | string]>([
    ['expired', () => testToken(key, actor, -1)],
    ['signed by somebody else under our key id', () => testToken(stranger, actor)],
    ['of another issuer', () => signed((jwt) => jwt.setIssuer('evil'))],
    ['for another audience', () => signed((jwt) => jwt.setAudience('other'))],
    ['of nobody', () => signed((jwt) => jwt.setSubject(''))],
    ['from the future', () => signed((jwt) => jwt.setNotBefore('1h'))],
    ['unsigned', () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: actor.employeeId }))}.`.replaceAll('=', '')],
    ['no token at all', () => 'nonsense'],
  ])('refuses one that is %s', async (_name, make) => {
    await expect(p.tokens.verify(await make())).rejects.toBeInstanceOf(Unauthenticated);
  });

  test('a database that was away for a moment does not shut everybody out for good', async () => {
    let away = true;
    const flaky = Object.create(p.database, {
      collection: {
        value: (name: string) => {
          if (away) throw new Error('no primary');
          return p.database.collection(name);
        },
      },
    }) as typeof p.database;
    const denied = new DenyList(flaky);
    await expect(denied.refuses(actor.employeeId, 0)).rejects.toThrow('no primary');
    away = false;
    expect(await denied.refuses(actor.employeeId, 0)).toBe(false);
  });

  test('a token of an ended sign-in is refused, one of another device or of before sign-ins were named is not', async () => {
    const [ended, other] = [newId('sgn'), newId('sgn')];
    const [of, further, unnamed] = await Promise.all([
      signed((jwt) => jwt.setSubject(actor.employeeId), { sid: ended }),
      signed((jwt) => jwt.setSubject(actor.employeeId), { sid: other }),
      signed((jwt) => jwt.setSubject(actor.employeeId)),
    ]);
    expect(await p.tokens.verify(of)).toEqual(actor);
    await p.work.run({ actor: service, operation: 'deny' }, (tx) => p.denied.addSignIns([ended], new Date(), tx));
    await expect(p.tokens.verify(of)).rejects.toThrow('this sign-in was ended');
    for (const token of [further, unnamed]) expect(await p.tokens.verify(token)).toEqual(actor);
    const row = await p.database.collection<{ _id: string; since: Date; goesAt: Date }>('denied_employees').findOne({ _id: ended });
    expect(row && row.goesAt.getTime() - row.since.getTime()).toBe(20 * 60_000);
  });

  test('a denied person is refused with the tokens issued before, not with later ones', async () => {
    const before = await testToken(key, actor);
    const since = new Date();
    await p.work.run({ actor: service, operation: 'deny' }, (tx) => p.denied.add(actor.employeeId, since, tx));
    await expect(p.tokens.verify(before)).rejects.toThrow('may act no more');
    const later = await signed((jwt) => jwt.setIssuedAt(Math.floor(Date.now() / 1_000) + 5));
    expect(await p.tokens.verify(later)).toMatchObject({ employeeId: actor.employeeId });
  });
});
