import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { seedPeople, seedParameters, sentMessages } from '@weilend/testing';
import { coordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { at, calendarTexts, shown } from '../../domain/__cases__/calendar.cases.js';
import { EndMeetingSeries } from '../end-meeting-series/end-meeting-series.use-case.js';
import { StartMeetingSeries } from '../start-meeting-series/start-meeting-series.use-case.js';
import type { StartMeetingSeriesRequest } from '../start-meeting-series/start-meeting-series.use-case.js';

let co: CoordinationUnderTest;
let start: StartMeetingSeries;
let end: EndMeetingSeries;

beforeAll(async () => {
  co = await coordinationUnderTest();
  const { platform, series, meetings, cancel, time } = co;
  await platform.database.collection('parameters').deleteMany({});
  await seedParameters(platform, { 'calendar.holidays': calendarTexts.holidays, 'calendar.make-up-days': calendarTexts.makeUpDays });
  start = new StartMeetingSeries(platform.work, series, time, platform.outbox);
  end = new EndMeetingSeries(platform.work, series, meetings, cancel, time, platform.outbox);
});
afterAll(() => co.stop());
beforeEach(async () => {
  for (const collection of ['board', 'meetings', 'meeting_series']) await co.platform.database.collection(collection).deleteMany({});
  await co.moveTo(at('2026-09-25 09:00'));
});

const weekly: StartMeetingSeriesRequest = {
  title: '销售与风险例会',
  agenda: ['业务进展', '风险状况'],
  departments: ['sales', 'risk'],
  recurrence: { kind: 'WEEKLY', number: 1 },
  startTime: '10:00',
  durationMinutes: 60,
};
const started = (change: Partial<StartMeetingSeriesRequest> = {}) => start.execute(co.staff['sales-manager'], { ...weekly, ...change });
const convened = async () => (await co.meetingRows()).map(({ startsAt }) => shown(startsAt));

describe('[8.1] a series of meetings', () => {
  test('convenes each date once, three working days ahead, over holidays and make-up days, however often it is asked', async () => {
    const id = await started();
    expect(await co.conveneSeries.sweep()).toBe(1);
    for (const moment of ['2026-09-28 09:00', '2026-09-29 09:00', '2026-10-09 09:00', '2026-10-10 09:00']) {
      await co.moveTo(at(moment));
      await Promise.all([co.conveneSeries.sweep(), co.conveneSeries.sweep(), co.conveneSeries.sweep()]);
    }
    expect(await convened()).toEqual(['2026-09-28 10:00', '2026-10-08 10:00', '2026-10-12 10:00']);
    expect((await co.meetingRows())[1]).toMatchObject({
      cause: 'SERIES',
      causeKey: `series:${id}:2026-10-05`,
      subject: id,
      state: 'CONVENED',
      departments: ['sales', 'risk'],
      agenda: weekly.agenda,
    });
  });

  test('invites who leads the departments at that time', async () => {
    const before = co.staff['sales-manager'];
    await started();
    await co.conveneSeries.sweep();
    const successor = { ...co.staff.salesperson, roles: ['sales-manager'] as const };
    await seedPeople(co.platform, [successor]);
    await co.platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'leave' }, (tx) =>
      co.platform.directory.deactivate(before.employeeId, tx),
    );
    await co.moveTo(at('2026-09-29 09:00'));
    await co.conveneSeries.sweep();
    const invited = (await co.meetingRows()).map(({ participants }) => participants);
    expect(invited[0]).toContain(before.employeeId);
    expect(invited[1]).toEqual([successor.employeeId, co.staff['risk-manager'].employeeId]);
    await seedPeople(co.platform, [before, co.staff.salesperson]);
  });

  test('its meetings owe attendance like all others, and what was slept through is not convened afterwards', async () => {
    await started();
    await co.conveneSeries.sweep();
    await co.moveTo(at('2026-10-20 09:00'));
    await co.due.settle();
    expect(await convened()).toEqual(['2026-09-28 10:00']);
    expect(await co.platform.database.collection('board').countDocuments({ kind: 'MEETING', type: 'record-attendance' })).toBe(1);
    await co.moveTo(at('2026-10-22 09:00'));
    await co.due.settle();
    expect(await convened()).toEqual(['2026-09-28 10:00', '2026-10-26 10:00']);
  });

  test('stops after its last date', async () => {
    await started({ activeUntil: '2026-10-05' as LocalDate });
    for (const moment of ['2026-09-25 10:00', '2026-09-30 09:00', '2026-10-12 09:00']) {
      await co.moveTo(at(moment));
      await co.conveneSeries.sweep();
    }
    expect(await convened()).toEqual(['2026-09-28 10:00', '2026-10-08 10:00']);
  });

  test('ended with a reason cancels what has not begun and convenes no more', async () => {
    const id = await started({ recurrence: { kind: 'EVERY_WORKING_DAYS', number: 1 } });
    await co.conveneSeries.sweep();
    await co.moveTo(at('2026-09-27 10:30'));
    await end.execute(co.staff['risk-manager'], { seriesId: id, reason: '并入周会' });
    const rows = await co.meetingRows();
    expect(rows.map(({ startsAt, state }) => [shown(startsAt), state])).toEqual([
      ['2026-09-25 10:00', 'CONVENED'],
      ['2026-09-27 10:00', 'CONVENED'],
      ['2026-09-28 10:00', 'CANCELLED'],
    ]);
    expect(rows[2]?.cancelledReason).toBe('并入周会');
    expect(await co.conveneSeries.sweep()).toBe(0);
    expect((await co.sent('coordination.meeting-series-ended.v1')).at(-1)?.data).toEqual({ seriesId: id, reason: '并入周会' });
  });
});

describe('[8.1] refusals change nothing', () => {
  test.each([
    ['one department', { departments: ['sales'] as const }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['an hour over lunch', { startTime: '12:30' }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['a Saturday', { recurrence: { kind: 'WEEKLY', number: 6 } as const }, 'SERIES_RECURRENCE_INVALID'],
    ['a beginning in the past', { activeFrom: '2026-09-24' as LocalDate }, 'SERIES_INVALID'],
  ])('a series with %s', async (_name, wrong, code) => {
    const before = (await sentMessages(co.platform)).length;
    await expect(started(wrong)).rejects.toMatchObject({ code });
    expect(await co.series.activeIds()).toEqual([]);
    expect((await sentMessages(co.platform)).length).toBe(before);
  });

  test.each([
    ['without a reason', ' ', 'REASON_MISSING'],
    ['one that nobody knows', 'x', 'NOT_FOUND'],
  ])('an end %s', async (_name, reason, code) => {
    const id = await started();
    const seriesId = code === 'NOT_FOUND' ? 'mts_00000000000000000000000000' : id;
    await expect(end.execute(co.staff['risk-manager'], { seriesId, reason })).rejects.toMatchObject({ code });
    expect(await co.series.activeIds()).toEqual([id]);
  });
});
