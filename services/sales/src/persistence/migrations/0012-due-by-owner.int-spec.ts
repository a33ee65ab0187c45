import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { dueByOwner } from './0012-due-by-owner.js';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await salesDesk();
});
afterAll(() => desk.stop());

test('[3.11] customers of before owe the visit that was planned, merged ones none, and replaced indexes go; a second run changes nothing', async () => {
  const story = new Story(desk);
  const [open, merged] = [await story.customer({ nextVisitOn: '2026-10-05' as never }), await story.customer()];
  const { database } = desk.platform;
  const customers = database.collection<{ _id: string }>('customers');
  await customers.updateMany({}, { $unset: { visitDueOn: '' } });
  await customers.updateOne({ _id: merged }, { $set: { mergedInto: open } });
  await customers.createIndex({ nextVisitOn: 1, _id: 1 }, { name: 'visitOrder' });
  await database.collection('applications').createIndex({ inspectionDueOn: 1, _id: 1 }, { name: 'inspectionDueOnAll' });

  await dueByOwner.up(database);
  const after = await desk.snapshot();
  await dueByOwner.up(database);
  expect(await desk.snapshot()).toBe(after);

  const due = async (id: string) => (await customers.findOne({ _id: id }, { projection: { _id: 0, visitDueOn: 1 } })) as unknown;
  expect(await due(open)).toEqual({ visitDueOn: '2026-10-05' });
  expect(await due(merged)).toEqual({ visitDueOn: null });
  const names = async (name: string) => (await database.collection(name).indexes()).map((index) => index.name);
  expect(await names('customers')).not.toContain('visitOrder');
  expect(await names('applications')).not.toContain('inspectionDueOnAll');
});
