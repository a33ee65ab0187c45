import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defineCollection, fields } from '@weilend/mongo';
import { testPlatform } from './platform.js';
import type { PlatformUnderTest } from './platform.js';
import { snapshotOf } from './snapshot.js';

const boxes = defineCollection({ name: 'boxes', fields: { label: fields.text, amountFen: fields.fen } });
let platform: PlatformUnderTest;
beforeAll(async () => {
  platform = await testPlatform('sales', { collections: [boxes] });
});
afterAll(() => platform.stop());

const snapshot = (): Promise<string> => snapshotOf(platform, [boxes]);
const rows = () => platform.database.collection<{ _id: string; label: string }>('boxes');
const changed = (before: string, after: string): string[] => {
  const lines = new Set(before.split('\n'));
  return after.split('\n').flatMap((line) => (lines.has(line) ? [] : [line.split(' ')[0] ?? '']));
};

test.each<[string, () => Promise<unknown>, string[]]>([
  ['nothing', () => Promise.resolve(), []],
  ['a new row', () => rows().insertOne({ _id: 'box_1', label: 'a' }), ['boxes']],
  ['a row that was written as it was', () => rows().updateOne({ _id: 'box_1' }, { $set: { label: 'a' } }), []],
  ['a changed row', () => rows().updateOne({ _id: 'box_1' }, { $set: { label: 'b' } }), ['boxes']],
  ['a removed row', () => rows().deleteOne({ _id: 'box_1' }), ['boxes']],
  ['a message', () => platform.database.collection('outbox').insertOne({ _id: 'one' }), ['outbox']],
  ['an audit row', () => platform.database.collection('audit_rows').insertOne({ _id: 'one' }), []],
])('a snapshot shows %s', async (_title, act, where) => {
  const before = await snapshot();
  await act();
  expect(changed(before, await snapshot())).toEqual(where);
});
