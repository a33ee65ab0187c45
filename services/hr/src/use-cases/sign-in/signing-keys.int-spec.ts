import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { sentMessages, snapshotOf, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { administrator, peopleActs } from '../../../test/builders/people.builder.js';
import { hrService } from '../../hr.module.js';
import { WithdrawSigningKeys } from './withdraw-signing-keys.use-case.js';

let p: PlatformUnderTest;
beforeAll(async () => void (p = await testPlatform('hr', hrService)));
beforeEach(async () => {
  await p.database.collection('signing_key_pairs').deleteMany({});
});
afterAll(() => p.stop());

interface KeyRow {
  readonly _id: string;
  readonly signsFrom: Date;
  readonly retiredAt: Date | null;
}

const rows = () => p.database.collection<KeyRow>('signing_key_pairs');
/** A process of hr, with what it keeps in memory. */
const aProcess = () => peopleActs(p);
const rotate = (): Promise<string> => aProcess().ring.rotate(administrator);
const publishedKeys = async (): Promise<string[]> => {
  const sent = (await sentMessages(p)).filter(({ type }) => type === 'hr.signing-keys-published.v1').at(-1);
  return (sent?.data as unknown as JSONWebKeySet).keys.map(({ kid }) => String(kid));
};
const somebody = { id: 'emp_00000000000000000000000001', department: 'sales', roles: ['salesperson'] } as never;
const signedBy = async ({ tokens }: ReturnType<typeof aProcess>): Promise<string> =>
  String(decodeProtectedHeader((await tokens.accessToken(somebody, newId('sgn'))).accessToken).kid);

/** As if so much time had gone by since. */
async function later(ms: number): Promise<void> {
  for (const { _id, signsFrom, retiredAt } of await rows().find().toArray()) {
    const moved = { signsFrom: new Date(signsFrom.getTime() - ms), retiredAt: retiredAt && new Date(retiredAt.getTime() - ms) };
    await rows().updateOne({ _id }, { $set: moved });
  }
}

describe('[1.3] signing keys', () => {
  test('the first one is made once, whichever processes start at once, and they all sign with it', async () => {
    const processes = Array.from({ length: 5 }, aProcess);
    const keys = await Promise.all(processes.map(signedBy));
    expect(new Set(keys).size).toBe(1);
    expect(await rows().countDocuments()).toBe(1);
    expect(await publishedKeys()).toEqual([keys[0]]);
  });

  test('a new one is published before it signs; then every process signs with it, and tokens of the old one are still good', async () => {
    const first = await signedBy(aProcess());
    const old = (await aProcess().tokens.accessToken(somebody, newId('sgn'))).accessToken;
    const second = await rotate();
    expect(await publishedKeys()).toEqual([first, second]);
    expect(await signedBy(aProcess())).toBe(first);
    await later(121_000);
    expect(new Set([await signedBy(aProcess()), await signedBy(aProcess())])).toEqual(new Set([second]));
    expect(await new WithdrawSigningKeys(aProcess().ring).execute()).toBe(0);
    const sent = (await sentMessages(p)).filter(({ type }) => type === 'hr.signing-keys-published.v1').at(-1);
    const keys = createLocalJWKSet(sent?.data as unknown as JSONWebKeySet);
    const fresh = (await aProcess().tokens.accessToken(somebody, newId('sgn'))).accessToken;
    for (const token of [old, fresh])
      expect((await jwtVerify(token, keys, { issuer: 'weilend' })).payload.sub).toBe((somebody as { id: string }).id);
  });

  test('the old one is withdrawn when its last token has run out, never the one that signs; its private half is forgotten', async () => {
    const first = await signedBy(aProcess());
    const second = await rotate();
    await later(121_000 + 900_000 + 60_000);
    const withdraw = new WithdrawSigningKeys(aProcess().ring);
    expect(await withdraw.execute()).toBe(0);
    await later(20_000);
    expect(await withdraw.execute()).toBe(1);
    expect(await withdraw.execute()).toBe(0);
    expect(await publishedKeys()).toEqual([second]);
    expect(await rows().findOne({ _id: first })).toMatchObject({ privateJwk: null, withdrawnAt: expect.any(Date) });
    expect(await signedBy(aProcess())).toBe(second);
    expect((await aProcess().signInQueries.signingKeys()).map(({ id, signs }) => [id, signs])).toEqual([[second, true]]);
  });

  test('rotated by two at once: one of them; again while one waits: refused, and nothing changed', async () => {
    const first = await signedBy(aProcess());
    const outcomes = await Promise.allSettled([rotate(), rotate(), rotate()]);
    const codes = outcomes.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)).sort();
    expect(codes).toEqual(['KEY_ROTATION_UNDERWAY', 'KEY_ROTATION_UNDERWAY', 'done']);
    expect(await rows().countDocuments()).toBe(2);
    expect((await publishedKeys())[0]).toBe(first);
    const before = await snapshotOf(p, hrService.collections);
    await expect(rotate()).rejects.toMatchObject({ code: 'KEY_ROTATION_UNDERWAY' });
    expect(await snapshotOf(p, hrService.collections)).toBe(before);
  });

  test('the private half is not readable in the database', async () => {
    await signedBy(aProcess());
    const [row] = await rows().find().toArray();
    expect(JSON.stringify(row)).not.toContain('"d":');
  });
});
