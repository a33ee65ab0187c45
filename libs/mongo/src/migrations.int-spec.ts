import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase } from '@weilend/testing';
import { defineCollection, Leases, migrate } from './index.js';
import type { Database } from './index.js';

let database: Database;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ database, stop } = await testDatabase());
});
afterAll(() => stop());

test('a collection that is defined twice stops every start, and nothing is made', async () => {
  const [things, others] = ['things', 'others'].map((name) => defineCollection({ name, fields: {} }));
  const collections = [things, others, things].filter((one) => one !== undefined);
  const leases = new Leases(database, 'test');
  await expect(migrate(database, leases, { collections, migrations: [] })).rejects.toThrow('the collection things is defined twice');
  const made = async () =>
    (await database.connection.getClient().db(database.connection.name).listCollections().toArray()).map((one) => one.name);
  expect(await made()).not.toContain('things');
  await migrate(database, leases, { collections: collections.slice(0, 2), migrations: [] });
  expect(await made()).toEqual(expect.arrayContaining(['things', 'others']));
});
