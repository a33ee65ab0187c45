import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { hrService } from '../../hr.module.js';
import { appraisalReminders } from './0005-appraisal-reminders.js';

let p: PlatformUnderTest;
beforeAll(async () => void (p = await testPlatform('hr', hrService)));
afterAll(() => p.stop());

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
