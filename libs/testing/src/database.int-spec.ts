import { expect, test } from '@jest/globals';
import { defineCollection, fields, Leases, migrate } from '@weilend/mongo';
import { lentDatabase } from './database.js';

const boxes = defineCollection({
  name: 'boxes',
  fields: { label: fields.text },
  indexes: [{ name: 'label', keys: { label: 1 }, why: 'looked up by what is written on it', options: { unique: true } }],
});
const plan = { collections: [boxes], migrations: [] };
const prefix = `lent-${process.pid}`;

const indexNames = async ({ database }: Awaited<ReturnType<typeof lentDatabase>>): Promise<unknown[]> =>
  (await database.collection('boxes').indexes()).map(({ name }) => name);

test('a database that was given back is lent again: empty, with its indexes', async () => {
  const first = await lentDatabase(prefix, plan);
  await migrate(first.database, new Leases(first.database, 'spec'), plan);
  await first.database.collection('boxes').insertOne({ _id: 'box_1', label: 'a' });
  await first.database.collection('strangers').insertOne({ _id: 'one' });
  await first.stop();

  const second = await lentDatabase(prefix, plan);
  expect(second.uri).toBe(first.uri);
  expect(await second.database.collection('boxes').countDocuments()).toBe(0);
  expect(await second.database.collection('strangers').countDocuments()).toBe(0);
  expect(await indexNames(second)).toEqual(['_id_', 'label']);
  await second.stop();
});

test('one that somebody has is not lent, nor one of another plan', async () => {
  const mine = await lentDatabase(prefix, plan);
  const yours = await lentDatabase(prefix, plan);
  const other = await lentDatabase(prefix, { collections: [], migrations: [] });
  expect(new Set([mine.uri, yours.uri, other.uri]).size).toBe(3);
  await Promise.all([mine.stop(), yours.stop(), other.stop()]);
});
