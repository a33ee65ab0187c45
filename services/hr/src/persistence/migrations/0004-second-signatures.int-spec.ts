import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { hrService } from '../../hr.module.js';
import { secondSignatures } from './0004-second-signatures.js';
import { appraisalReminders } from './0005-appraisal-reminders.js';

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

const PAST = new Date('2026-01-10T02:00:00Z');
const FUTURE = new Date('2999-01-10T02:00:00Z');

test('[5.5] sheets that were open before are told of as the new ones, a closing that was begun ends; again changes nothing', async () => {
  const rows = (name: string) => p.database.collection<{ _id: string }>(name);
  const word = { text: '已核对', by: 'emp_1', at: PAST };
  const cycle = (stage: string, said: object = {}) => ({ stage, selfView: null, review: null, appeal: null, ...said });
  const given: [string, object, object][] = [
    ['opened, late', { cycle: cycle('OPENED'), dueAt: PAST }, { dueAt: PAST, notice: 'LATE' }],
    ['viewed, running', { cycle: cycle('SELF_VIEWED', { selfView: word }), dueAt: FUTURE }, { dueAt: FUTURE, notice: 'SOON' }],
    ['without a time', { cycle: cycle('OPENED'), dueAt: null }, { dueAt: expect.any(Date), notice: 'SOON' }],
    ['without a cycle', {}, { dueAt: expect.any(Date), notice: 'SOON' }],
    ['appealed', { cycle: cycle('APPEALED', { review: word }), dueAt: PAST }, { notice: 'LATE' }],
    [
      'being closed',
      { quarter: '2025-Q3', dueAt: PAST },
      { notice: null, cycle: { stage: 'UNVIEWED', escalations: [{ step: 'REVIEW', toIds: [] }] } },
    ],
    [
      'being closed, viewed',
      { quarter: '2025-Q3', dueAt: PAST, cycle: cycle('SELF_VIEWED', { selfView: word }) },
      { notice: null, cycle: { stage: 'SELF_VIEWED', selfView: word } },
    ],
  ];
  const untouched: object[] = [
    { cycle: cycle('REVIEWED', { review: word }), dueAt: PAST },
    { quarter: '2025-Q3', cycle: cycle('REVIEWED', { review: word }), dueAt: PAST },
    { cycle: cycle('DECIDED', { review: word }), dueAt: null },
    { cycle: cycle('CLOSED'), state: 'CLOSED', dueAt: null },
    { state: 'CLOSED' },
    { cycle: cycle('OPENED'), dueAt: PAST, notice: null, noticeAt: null },
  ];
  const row = (change: object) => ({
    _id: newId('apr'),
    version: 1,
    employeeId: newId('emp'),
    quarter: '2025-Q4',
    state: 'OPEN',
    ...change,
  });
  const [changed, kept] = [given.map(([, change]) => row(change)), untouched.map(row)];
  await rows('appraisal_sheets').insertMany([...changed, ...kept]);
  await rows('appraisal_quarters').insertOne({ _id: newId('apq'), version: 1, quarter: '2025-Q3', state: 'CLOSING' } as never);
  await appraisalReminders.up(p.database);
  const found = (all: readonly { _id: string }[]) => Promise.all(all.map(({ _id }) => rows('appraisal_sheets').findOne({ _id })));
  const after = await found(changed);
  given.forEach(([title, , expected], place) => expect([title, after[place]]).toMatchObject([title, expected]));
  expect(await found(kept)).toEqual(kept);
  await appraisalReminders.up(p.database);
  expect(await found(changed)).toEqual(after);
});
