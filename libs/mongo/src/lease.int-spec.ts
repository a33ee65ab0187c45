import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { Leases, missingIndexes } from './index.js';

let p: PlatformUnderTest;
const actor = person('finance', 'finance-officer');

beforeAll(async () => {
  p = await testPlatform('finance');
});
afterAll(() => p.stop());

test('one holder at a time; a renewal keeps the fence, a take-over raises it', async () => {
  const first = new Leases(p.database, 'first');
  const second = new Leases(p.database, 'second');
  const lease = await first.take('relay', 60_000);
  expect(await second.take('relay', 60_000)).toBeNull();
  expect(await first.take('relay', 60_000)).toEqual(lease);
  await first.release(lease ?? { name: 'relay', fence: 0 });
  const taken = await second.take('relay', 60_000);
  expect(taken?.fence).toBe((lease?.fence ?? 0) + 1);
  expect(await first.take('relay', 60_000)).toBeNull();
});

test('many takers of a new lease: exactly one gets it', async () => {
  const takers = Array.from({ length: 20 }, (_, n) => new Leases(p.database, `taker-${n}`));
  const taken = await Promise.all(takers.map((taker) => taker.take('new', 60_000).catch(() => null)));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test('a holder that was paused beyond its lease writes nothing', async () => {
  const paused = new Leases(p.database, 'paused');
  const next = new Leases(p.database, 'next');
  const old = await paused.take('writer', 0);
  const current = await next.take('writer', 60_000);
  const write = (leases: Leases, lease: typeof old, value: string) =>
    p.work.run({ actor, operation: 'write' }, async (tx) => {
      await p.database.collection('written').insertOne({ _id: value }, { session: tx.session });
      await leases.guard(lease ?? { name: 'writer', fence: -1 }, tx);
    });
  await expect(write(paused, old, 'late')).rejects.toThrow('lost');
  await write(next, current, 'good');
  expect((await p.database.collection('written').find().toArray()).map((row) => row._id)).toEqual(['good']);
});

test('a missing index is found', async () => {
  const wanted = {
    name: 'things',
    schema: null as never,
    shardKey: '_id',
    indexes: [{ name: 'colour', keys: { colour: 1 as const }, why: 'test' }],
  };
  expect(await missingIndexes(p.database, [wanted])).toEqual(['things.colour']);
});
