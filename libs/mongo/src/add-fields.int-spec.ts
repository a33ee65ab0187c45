import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase } from '@weilend/testing';
import { addFields } from './index.js';
import type { Database } from './index.js';

let database: Database;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ database, stop } = await testDatabase());
});
afterAll(() => stop());

test('documents from before get the first value, others keep theirs, and a second run changes nothing', async () => {
  const rows = database.collection<{ _id: string; notes?: string[]; owner?: string | null }>('things');
  await rows.insertMany([{ _id: 'old' }, { _id: 'half', notes: ['kept'] }, { _id: 'new', notes: [], owner: 'a' }]);
  const migration = addFields('0001-notes', 'things', { notes: [], owner: null });
  await migration.up(database);
  const after = await rows.find().sort({ _id: 1 }).toArray();
  expect(after).toEqual([
    { _id: 'half', notes: ['kept'], owner: null },
    { _id: 'new', notes: [], owner: 'a' },
    { _id: 'old', notes: [], owner: null },
  ]);
  await migration.up(database);
  expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual(after);
});
