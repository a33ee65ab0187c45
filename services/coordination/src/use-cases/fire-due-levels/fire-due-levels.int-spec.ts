import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workingMsBetween } from '@weilend/kernel';
import { coordinationUnderTest, decision } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { at, calendar, HOUR_MS, shown } from '../../domain/__cases__/calendar.cases.js';
import { PauseHandoff } from '../pause-handoff/pause-handoff.use-case.js';
import { ResumeHandoff } from '../resume-handoff/resume-handoff.use-case.js';

let co: CoordinationUnderTest;
beforeAll(async () => {
  co = await coordinationUnderTest();
});
afterAll(() => co.stop());
// Work of other tests must not become due with the clock of this one.
beforeEach(async () => {
  for (const collection of ['board', 'meetings']) await co.platform.database.collection(collection).deleteMany({});
});

const MONDAY = at('2026-11-23 09:00');
/** The clock runs on while a test works: instants agree to the second. */
const seconds = (ms: number | undefined) => Math.round((ms ?? 0) / 1_000);
const opened = async (openedAt = MONDAY) => {
  const work = decision(co.source, openedAt);
  await co.inbox.receive(work.opening);
  return work;
};
const escalations = async (handoffId: string) =>
  (await co.sent('coordination.handoff-escalated.v1'))
    .filter((envelope) => envelope.subject === handoffId)
    .map((envelope) => envelope.data);
const fired = async (handoffId: string) => (await escalations(handoffId)).map((data) => data['level']);
const meetingsAbout = async (handoffId: string) => (await co.meetingRows()).filter((meeting) => meeting.handoffId === handoffId);
const ids = (...roles: (keyof CoordinationUnderTest['staff'])[]) => roles.map((role) => co.staff[role].employeeId);

describe('[8.6] the ladder fires', () => {
  test.each([
    ['a minute before the reminder nothing', '2026-11-24 14:14', []],
    ['at 75 % the reminder', '2026-11-24 14:15', [0]],
    ['a minute before the deadline no more', '2026-11-24 17:59', [0]],
    ['at the deadline level 1', '2026-11-24 18:00', [0, 1]],
    ['half the deadline later level 2', '2026-11-25 18:00', [0, 1, 2]],
    ['a minute before the last level no meeting', '2026-11-26 17:59', [0, 1, 2]],
    ['the deadline again later a meeting', '2026-11-26 18:00', [0, 1, 2, 3]],
    ['on the weekend nothing new', '2026-11-29 12:00', [0, 1, 2, 3]],
  ])('%s', async (_name, moment, expected) => {
    const work = await opened();
    await co.moveTo(at(moment));
    expect(await co.fire.sweep()).toBe(expected.length);
    expect(await fired(work.handoffId)).toEqual(expected);
    expect(await meetingsAbout(work.handoffId)).toHaveLength(expected.includes(3) ? 1 : 0);
  });

  test('and tells the right people', async () => {
    const work = await opened();
    await co.moveTo(at('2026-11-26 18:00'));
    await co.fire.sweep();
    expect((await escalations(work.handoffId)).map((data) => data['notify'])).toEqual([
      ids('committee-chair'),
      ids('committee-chair'),
      ids('committee-chair', 'risk-manager'),
      ids('committee-chair', 'risk-manager'),
    ]);
  });

  test('once, however many sweep, ring and retry at the same time', async () => {
    const work = await opened();
    await co.moveTo(at('2026-11-26 18:00'));
    await Promise.all([co.fire.sweep(), co.fire.fire(work.handoffId), co.fire.sweep(), co.fire.fire(work.handoffId)]);
    expect(await co.fire.sweep()).toBe(0);
    expect(await fired(work.handoffId)).toEqual([0, 1, 2, 3]);
    expect(await meetingsAbout(work.handoffId)).toHaveLength(1);
  });

  test.each(['completed', 'returned', 'recalled'] as const)('never after the work was %s', async (word) => {
    const work = await opened();
    await co.inbox.receive(work[word](at('2026-11-24 10:00')));
    await co.moveTo(at('2026-12-31 10:00'));
    expect(await co.fire.sweep()).toBe(0);
    expect(await co.fire.fire(work.handoffId)).toEqual({ fired: 0, nextLevelAt: null });
    expect(await fired(work.handoffId)).toEqual([]);
  });

  test('never for a handoff that the board does not know', async () => {
    expect(await co.fire.fire('hof_00000000000000000000000000')).toEqual({ fired: 0, nextLevelAt: null });
  });
});

describe('[8.3] level 3 convenes the departments', () => {
  test('in working hours within one working day, with an agenda and both sides', async () => {
    const work = await opened();
    await co.moveTo(at('2026-11-26 18:00'));
    await co.fire.sweep();
    const [meeting] = await meetingsAbout(work.handoffId);
    expect(meeting).toMatchObject({
      state: 'CONVENED',
      cause: 'HANDOFF_OVERDUE',
      departments: ['risk', 'approval'],
      subject: work.applicationId,
    });
    expect(shown(meeting?.startsAt ?? null)).toBe('2026-11-27 11:00');
    expect(workingMsBetween(calendar, meeting?.startsAt ?? MONDAY, meeting?.endsAt ?? MONDAY)).toBe(HOUR_MS);
    expect(meeting?.agenda[0]).toContain('decide-application');
    const [invitation] = (await co.sent('coordination.meeting-convened.v1')).filter((envelope) => envelope.subject === meeting?.id);
    expect(invitation?.data).toMatchObject({ handoffId: work.handoffId, participants: meeting?.participants });
  });
});

describe('[8.6] a completion that arrives late', () => {
  test('takes back the levels after it, once, and their meeting cancels itself', async () => {
    const work = await opened();
    await co.moveTo(at('2026-11-26 18:00'));
    await co.fire.sweep();
    const word = work.completed(at('2026-11-25 17:00'));
    await co.inbox.receive(word);
    await co.inbox.receive(word);
    const withdrawn = (await co.sent('coordination.handoff-level-withdrawn.v1')).filter((envelope) => envelope.subject === work.handoffId);
    expect(withdrawn.map((envelope) => envelope.data['level'])).toEqual([2, 3]);
    const [meeting] = await meetingsAbout(work.handoffId);
    expect(meeting).toMatchObject({ state: 'CANCELLED', cancelledReason: '交接在升级时点之前已经办结' });
    const cancelled = (await co.sent('coordination.meeting-cancelled.v1')).filter((envelope) => envelope.subject === meeting?.id);
    expect(cancelled).toHaveLength(1);
    expect((await co.row(work.handoffId)).levels.map((level) => level.withdrawnAt !== null)).toEqual([false, false, true, true]);
  });

  test('takes nothing back when it was done after the last level', async () => {
    const work = await opened();
    await co.moveTo(at('2026-11-27 09:00'));
    await co.fire.sweep();
    await co.inbox.receive(work.completed(at('2026-11-26 18:01')));
    expect((await co.sent('coordination.handoff-level-withdrawn.v1')).filter((envelope) => envelope.subject === work.handoffId)).toEqual(
      [],
    );
    expect((await meetingsAbout(work.handoffId))[0]?.state).toBe('CONVENED');
  });

  test('racing the sweeper: net, the levels are exactly those of the true times', async () => {
    for (let round = 0; round < 6; round++) {
      const work = await opened();
      await co.moveTo(at('2026-11-26 18:00'));
      await Promise.all([co.fire.sweep(), co.inbox.receive(work.completed(at('2026-11-24 17:00'))), co.fire.fire(work.handoffId)]);
      const row = await co.row(work.handoffId);
      expect(row.state).toBe('COMPLETED');
      const standing = row.levels.filter((level) => level.firedAt && !level.withdrawnAt).map((level) => level.level);
      expect(standing.every((level) => level === 0)).toBe(true);
      expect((await meetingsAbout(work.handoffId)).every((meeting) => meeting.state === 'CANCELLED')).toBe(true);
      expect(await co.fire.sweep()).toBe(0);
    }
  });
});

describe('[8.6] a pause', () => {
  test('lets what was due before it fire, stops the rest, and shifts it', async () => {
    const work = await opened(at('2026-11-23 10:00'));
    const { platform, board, fire, time, alarms } = co;
    const pause = new PauseHandoff(platform.work, board, fire, time, platform.outbox);
    const resume = new ResumeHandoff(platform.work, board, time, platform.outbox, alarms);
    await co.moveTo(at('2026-11-24 16:00'));
    await pause.execute(co.staff['committee-chair'], { handoffId: work.handoffId, reason: '等待客户补充' });
    expect(await fired(work.handoffId)).toEqual([0]);
    await co.moveTo(at('2026-12-01 16:00'));
    expect(await co.fire.sweep()).toBe(0);
    await resume.execute(co.staff['committee-chair'], { handoffId: work.handoffId });
    const row = await co.row(work.handoffId);
    expect(seconds(row.dueAt?.getTime())).toBe(seconds(at('2026-12-02 10:00').getTime()));
    expect(alarms.pending.at(-1)).toEqual({ handoffId: work.handoffId, at: row.dueAt });
    await co.moveTo(at('2026-12-02 09:58'));
    expect(await co.fire.sweep()).toBe(0);
    await co.moveTo(at('2026-12-02 10:01'));
    expect(await co.fire.sweep()).toBe(1);
    expect(await fired(work.handoffId)).toEqual([0, 1]);
  });

  test('completion wins over it', async () => {
    const work = await opened();
    const { platform, board, fire, time } = co;
    await co.moveTo(at('2026-11-23 10:00'));
    await new PauseHandoff(platform.work, board, fire, time, platform.outbox).execute(co.staff['committee-chair'], {
      handoffId: work.handoffId,
      reason: '等待客户补充',
    });
    await co.inbox.receive(work.completed(at('2026-11-23 11:00')));
    const row = await co.row(work.handoffId);
    expect(row.state).toBe('COMPLETED');
    expect([row.pausedMs, row.workedMs ?? 0].map(seconds)).toEqual([3_600, 3_600]);
  });
});
