import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { hrService } from '../../hr.module.js';
import { secondSignatures } from './0004-second-signatures.js';

let p: PlatformUnderTest;
beforeAll(async () => void (p = await testPlatform('hr', hrService)));
afterAll(() => p.stop());

test('[5.9, 6.10] rules of before count as they did, those that wait for approval do not; again changes nothing', async () => {
  const rules = (name: string) => p.database.collection<{ _id: string }>(name);
  const names = ['career_ladders', 'honour_rules'];
  const rows = async () => JSON.stringify(await Promise.all(names.map((name) => rules(name).find().sort({ _id: 1 }).toArray())));
  const fresh = await rows();
  for (const name of names) await rules(name).updateMany({}, { $unset: { approvedBy: '' } });
  await rules('career_ladders').createIndex({ effectiveFrom: -1 }, { name: 'from', unique: true });
  const waiting = { _id: newId('ldr'), effectiveFrom: '2030-01-01', publishedBy: 'employee:emp_1', approvedBy: null };
  await rules('career_ladders').insertOne(waiting);
  await secondSignatures.up(p.database);
  expect(await rules('career_ladders').findOne({ _id: waiting._id })).toEqual(waiting);
  expect((await rules('career_ladders').indexes()).map(({ name }) => name)).not.toContain('from');
  const after = await rows();
  await secondSignatures.up(p.database);
  expect(await rows()).toBe(after);
  await rules('career_ladders').deleteOne({ _id: waiting._id });
  expect(await rows()).toBe(fresh);
  expect(JSON.parse(fresh)).toMatchObject([[{ approvedBy: 'service:hr' }], Array(4).fill({ approvedBy: 'service:hr' })]);
});
