import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { coordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { at, shown } from '../../domain/__cases__/calendar.cases.js';
import type { Meeting } from '../../domain/meetings/meeting.js';
import { MeetingQueries } from '../../queries/meeting.queries.js';
import { RecordAttendance } from '../record-attendance/record-attendance.use-case.js';
import { RecordMinutes } from '../record-minutes/record-minutes.use-case.js';

let co: CoordinationUnderTest;
let queries: MeetingQueries;
let attend: RecordAttendance;
let minute: RecordMinutes;

beforeAll(async () => {
  co = await coordinationUnderTest();
  const { platform, meetings, duties, boardWork, time } = co;
  queries = new MeetingQueries(platform.database);
  attend = new RecordAttendance(platform.work, meetings, platform.directory, platform.outbox, time, duties);
  minute = new RecordMinutes(platform.work, meetings, platform.directory, boardWork, time, platform.outbox);
});
afterAll(() => co.stop());
beforeEach(async () => {
  for (const collection of ['board', 'meetings']) await co.platform.database.collection(collection).deleteMany({});
  await co.moveTo(at('2026-11-23 09:00'));
});

const SECTIONS = { businessProgress: '进展', riskSituation: '风险', financialArrangement: '资金', legalCompliance: '合规' };
const convened = async (): Promise<Meeting> => {
  const departments = ['risk', 'sales'] as const;
  const startsAt = at('2026-11-23 14:00');
  const manager = co.staff['risk-manager'];
  await co.convene.execute(manager, { title: '风险通气会', agenda: ['逾期情况'], departments, startsAt });
  return lastMeeting();
};
const lastMeeting = async (): Promise<Meeting> => {
  const meeting = (await co.meetingRows()).at(-1);
  if (!meeting) throw new Error('nobody meets');
  return meeting;
};
const recordsOf = async (meetingId: string) =>
  co.platform.database
    .collection<{ _id: string; type: string; state: string; ownerId: string | null; openedAt: Date; dueAt: Date }>('board')
    .find({ subject: meetingId })
    .sort({ _id: 1 })
    .toArray();
const listed = async (filter: { missed?: boolean; unminuted?: boolean }): Promise<string[]> =>
  (await queries.list(filter, co.staff.coordinator, await co.time.now())).nodes.map(({ id }) => id);
const people = () => [co.staff['risk-manager'], co.staff['sales-manager']].map(({ employeeId }) => employeeId);
const levelsRung = async (handoffId: string) =>
  (await co.sent('coordination.handoff-escalated.v1')).filter((told) => told.subject === handoffId).map((told) => told.data);

describe('[8.1] a meeting that nobody accounts for', () => {
  test('is asked for once its end has come, once, counted from its end, and the convener is asked', async () => {
    const meeting = await convened();
    await co.moveTo(at('2026-11-23 14:59'));
    expect(await co.due.settle()).toBe(0);
    expect(await recordsOf(meeting.id)).toEqual([]);
    await co.moveTo(at('2026-11-23 15:30'));
    const asked = await Promise.all([co.followUp.sweep(), co.followUp.sweep(), co.followUp.sweep()]);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(1);
    const [record, ...more] = await recordsOf(meeting.id);
    expect(more).toEqual([]);
    expect(record).toMatchObject({ kind: 'MEETING', type: 'record-attendance', state: 'OPEN', to: 'risk', openedAt: meeting.endsAt });
    expect(record?.ownerId).toBe(co.staff['risk-manager'].employeeId);
    expect(shown(record?.dueAt ?? null)).toBe('2026-11-24 10:00');
  });

  test('is listed as missed when the parameter has run out, and rings each level without calling one more meeting', async () => {
    const meeting = await convened();
    await co.moveTo(at('2026-11-23 16:00'));
    await co.due.settle();
    expect(await listed({ missed: true })).toEqual([]);
    await co.moveTo(at('2026-11-24 10:01'));
    expect(await listed({ missed: true })).toEqual([meeting.id]);
    expect(await listed({ missed: false })).toEqual([]);
    await co.moveTo(at('2026-12-31 10:00'));
    await co.due.settle();
    const [record] = await recordsOf(meeting.id);
    const rung = await levelsRung(record?._id ?? '');
    expect(rung.map((data) => data['level'])).toEqual([0, 1, 2, 3]);
    expect(rung.at(-1)?.['notify']).toEqual(expect.arrayContaining([...people(), co.staff.coordinator.employeeId]));
    expect(await co.meetingRows()).toHaveLength(1);
  });

  test('of a machine is the coordinator’s to account for', async () => {
    const handoff = await co.platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'call' }, (tx) =>
      co.convene.forCause(
        {
          cause: 'SEVERE_VIOLATION',
          causeKey: 'violation:1',
          title: '会',
          agenda: [],
          departments: ['risk', 'hr'],
          subject: '',
          handoffId: null,
        },
        [],
        tx,
      ),
    );
    await co.moveTo(at('2026-11-25 09:00'));
    await co.due.settle();
    expect((await recordsOf(handoff))[0]).toMatchObject({ ownerId: null, from: 'coordination', to: 'coordination' });
  });
});

describe('[8.2] the record that comes', () => {
  test('attendance ends the waiting and opens that for the minutes, the minutes end it', async () => {
    const meeting = await convened();
    await co.moveTo(at('2026-11-23 15:30'));
    await co.due.settle();
    await attend.execute(co.staff.coordinator, { meetingId: meeting.id, attendeeIds: people() });
    expect((await recordsOf(meeting.id)).map(({ type, state }) => [type, state])).toEqual([
      ['record-attendance', 'COMPLETED'],
      ['record-minutes', 'OPEN'],
    ]);
    await co.moveTo(at('2026-11-26 09:00'));
    expect(await listed({ unminuted: true })).toEqual([meeting.id]);
    expect(await listed({ missed: true })).toEqual([]);
    await minute.execute(co.staff.coordinator, { meetingId: meeting.id, ...SECTIONS, resolutions: [] });
    expect((await recordsOf(meeting.id)).map(({ state }) => state)).toEqual(['COMPLETED', 'COMPLETED']);
    expect(await listed({ unminuted: true })).toEqual([]);
    expect((await lastMeeting()).duty).toBeNull();
    await co.moveTo(at('2026-12-31 09:00'));
    expect(await co.due.settle()).toBe(0);
  });

  test('attendance taken while it runs leaves only the minutes, from the end of the meeting on', async () => {
    const meeting = await convened();
    await co.moveTo(at('2026-11-23 14:10'));
    await attend.execute(co.staff.coordinator, { meetingId: meeting.id, attendeeIds: people() });
    await co.moveTo(at('2026-11-23 17:00'));
    expect(await co.followUp.sweep()).toBe(0);
    expect(await recordsOf(meeting.id)).toMatchObject([{ type: 'record-minutes', openedAt: meeting.endsAt }]);
  });

  test('a cancellation ends it too, with its reason, and a late sweep asks for nothing', async () => {
    const meeting = await convened();
    await co.moveTo(at('2026-11-23 15:30'));
    await co.due.settle();
    await co.cancel.execute(co.staff.coordinator, { meetingId: meeting.id, reason: '改期' });
    expect(await recordsOf(meeting.id)).toMatchObject([{ state: 'RECALLED', closing: { reasons: ['改期'] } }]);
    expect(await co.due.settle()).toBe(0);
    expect(await listed({ missed: true })).toEqual([]);
  });

  test.each([
    ['a quorum missed', () => ({ attendeeIds: people().slice(0, 1) }), 'MEETING_QUORUM_MISSED'],
    ['a guest nobody knows', () => ({ attendeeIds: ['emp_00000000000000000000000000'] }), 'MEETING_GUEST_UNKNOWN'],
  ])('[8.3] %s leaves the attendance owed', async (_name, wrong, code) => {
    const meeting = await convened();
    await co.moveTo(at('2026-11-23 15:30'));
    await co.due.settle();
    await expect(attend.execute(co.staff.coordinator, { meetingId: meeting.id, ...wrong() })).rejects.toMatchObject({ code });
    expect(await recordsOf(meeting.id)).toMatchObject([{ type: 'record-attendance', state: 'OPEN' }]);
  });

  test('attendance and the sweep in the same moment: one record is owed in the end', async () => {
    for (let round = 0; round < 5; round++) {
      await co.moveTo(at('2026-11-23 09:00'));
      const meeting = await convened();
      await co.moveTo(at('2026-11-23 15:30'));
      await Promise.all([co.followUp.sweep(), attend.execute(co.staff.coordinator, { meetingId: meeting.id, attendeeIds: people() })]);
      const open = (await recordsOf(meeting.id)).filter(({ state }) => state === 'OPEN');
      expect(open.map(({ type }) => type)).toEqual(['record-minutes']);
      await co.platform.database.collection('meetings').deleteMany({});
    }
  });
});
