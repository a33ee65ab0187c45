import { describe, expect, it } from '@jest/globals';
import { addWorkingMs, DomainError, workingMsBetween } from '@weilend/kernel';
import fc from 'fast-check';
import { at, calendar, DAY_MS, HOUR_MS, rates, shown } from '../__cases__/calendar.cases.js';
import { acceptHandoff, assignHandoff, closeHandoff, openHandoff, pauseHandoff, resumeHandoff } from './handoff-moves.js';
import { blankHandoff, isRunning } from './handoff.js';
import type { Handoff, HandoffClosing } from './handoff.js';
import { dueLevels, fireLevel } from './ladder.js';

const blank = blankHandoff({ id: 'hof_1', kind: 'HANDOFF', type: 'decide-application', from: 'risk', to: 'approval', subject: 'app_1' });
const opening = {
  openedAt: at('2026-11-23 09:00'),
  deadlineMs: 2 * DAY_MS,
  participants: [{ role: 'SALESPERSON', employeeId: 'emp_s' }],
  ownerId: null,
  rates,
  calendar,
};
const opened = openHandoff(blank, opening);
const done = (moment: string, state: HandoffClosing['state'] = 'COMPLETED'): HandoffClosing => ({
  state,
  at: at(moment),
  code: null,
  reasons: [],
});
const close = (row: Handoff, closing: HandoffClosing, now = at('2026-12-31 09:00')) => closeHandoff(row, closing, { now, calendar });
const fireAll = (row: Handoff, now: Date): Handoff =>
  dueLevels(row, now).reduce(
    (current, level) => fireLevel(current, { level: level.level, at: now, notified: [], meetingId: level.level === 3 ? 'mtg_1' : null }),
    row,
  );

describe('opening and closing', () => {
  it('[8.3] the opening gives deadline and ladder', () => {
    expect(shown(opened.dueAt)).toBe('2026-11-24 18:00');
    expect(opened.nextLevelAt).toEqual(opened.levels[0]?.at);
    expect(isRunning(opened)).toBe(true);
  });

  it.each(['COMPLETED', 'RETURNED', 'RECALLED'] as const)('[8.3] %s before or after the opening ends in the same row', (state) => {
    const closing = { ...done('2026-11-24 10:00', state), code: state === 'RETURNED' ? 'FACT_MISSING' : null };
    const inOrder = close(opened, closing).handoff;
    const crossed = openHandoff(closeHandoff(blank, closing, { now: at('2026-11-24 10:01'), calendar: null }).handoff, opening);
    expect(crossed).toEqual(inOrder);
    expect(inOrder).toMatchObject({ state, nextLevelAt: null, workedMs: DAY_MS + HOUR_MS });
  });

  it('[8.3] a row that was closed first never has anything due', () => {
    const crossed = openHandoff(
      closeHandoff(blank, done('2026-12-24 10:00'), { now: at('2026-12-24 10:01'), calendar: null }).handoff,
      opening,
    );
    expect(dueLevels(crossed, at('2027-06-01 09:00'))).toEqual([]);
    expect(isRunning(crossed)).toBe(false);
  });

  it('[8.3] the opening applied again and a second closing word change nothing', () => {
    expect(openHandoff(opened, { ...opening, deadlineMs: 5 * DAY_MS })).toBe(opened);
    const first = close(opened, done('2026-11-24 10:00')).handoff;
    expect(close(first, done('2026-11-25 10:00', 'RETURNED'))).toEqual({ handoff: first, withdrawn: [] });
  });

  it('[8.6] a completion that arrives late takes back exactly the levels after it', () => {
    const late = fireAll(opened, at('2026-11-26 18:00'));
    const { handoff, withdrawn } = close(late, done('2026-11-24 17:59'));
    expect(withdrawn.map((level) => [level.level, level.meetingId])).toEqual([
      [1, null],
      [2, null],
      [3, 'mtg_1'],
    ]);
    expect(handoff.levels.map((level) => level.withdrawnAt !== null)).toEqual([false, true, true, true]);
  });

  it('[8.6] completion wins over pause and reassignment', () => {
    const paused = pauseHandoff(assignHandoff(opened, 'emp_b'), { employeeId: 'emp_b', reason: '等待客户', at: at('2026-11-23 15:00') });
    const { handoff } = close(paused, done('2026-11-24 09:30'));
    expect(handoff).toMatchObject({ state: 'COMPLETED', ownerId: 'emp_b', pausedMs: 3.5 * HOUR_MS });
    expect(handoff.pauses[0]?.to).toEqual(at('2026-11-24 09:30'));
    expect(handoff.workedMs).toBe(4.5 * HOUR_MS);
  });

  it('[8.6] work that was done before somebody paused it was never paused', () => {
    const paused = pauseHandoff(opened, { employeeId: 'emp_b', reason: '等待客户', at: at('2026-11-24 10:00') });
    const { handoff } = close(paused, done('2026-11-23 11:00'));
    expect(handoff).toMatchObject({ pausedMs: 0, workedMs: 2 * HOUR_MS });
  });
});

describe('pausing', () => {
  const pause = { employeeId: 'emp_b', reason: '等待客户补充材料', at: at('2026-11-23 10:00') };

  it('[8.6] stops the ladder and shifts every moment by the paused working time', () => {
    const paused = pauseHandoff(opened, pause);
    expect(dueLevels(paused, at('2027-06-01 09:00'))).toEqual([]);
    const resumed = resumeHandoff(paused, { at: at('2026-11-25 10:00'), calendar });
    expect(shown(resumed.dueAt)).toBe('2026-11-26 18:00');
    expect(resumed.levels.map((level) => shown(level.at))).toEqual([
      '2026-11-26 14:15',
      '2026-11-26 18:00',
      '2026-11-27 18:00',
      '2026-11-30 18:00',
    ]);
    expect(resumed.nextLevelAt).toEqual(resumed.levels[0]?.at);
  });

  it('[8.6] a pause over a holiday costs only its working time', () => {
    const before = openHandoff(blank, { ...opening, openedAt: at('2026-09-30 09:00') });
    const resumed = resumeHandoff(pauseHandoff(before, { ...pause, at: at('2026-09-30 17:00') }), { at: at('2026-10-08 10:00'), calendar });
    expect(resumed.pausedMs).toBe(2 * HOUR_MS);
    expect(shown(resumed.dueAt)).toBe('2026-10-09 11:00');
  });

  it('[8.6] who pauses work that nobody has takes it up; the owner keeps it otherwise', () => {
    expect(pauseHandoff(opened, pause).ownerId).toBe('emp_b');
    expect(pauseHandoff(acceptHandoff(opened, 'emp_a'), pause).ownerId).toBe('emp_a');
  });

  it.each(['', '   '])('[8.6] needs a reason, not "%s"', (reason) => {
    expect(() => pauseHandoff(opened, { ...pause, reason })).toThrow(new DomainError('REASON_MISSING'));
  });

  it.each([
    ['accept what is accepted', () => acceptHandoff(acceptHandoff(opened, 'emp_a'), 'emp_b')],
    ['pause what is paused', () => pauseHandoff(pauseHandoff(opened, pause), pause)],
    ['resume what runs', () => resumeHandoff(opened, { at: pause.at, calendar })],
    ['assign what is done', () => assignHandoff(close(opened, done('2026-11-24 10:00')).handoff, 'emp_a')],
    ['accept what came back', () => acceptHandoff(close(opened, done('2026-11-24 10:00', 'RETURNED')).handoff, 'emp_a')],
    ['pause what was recalled', () => pauseHandoff(close(opened, done('2026-11-24 10:00', 'RECALLED')).handoff, pause)],
  ])('[7.12] refuses to %s', (_name, act) => {
    expect(act).toThrow(new DomainError('ILLEGAL_TRANSITION'));
  });

  it('[8.6] property: however often it is paused, the deadline falls after exactly the given working time outside pauses', () => {
    const gap = fc.record({ workMs: fc.integer({ min: 1, max: 3 * HOUR_MS }), pauseMs: fc.integer({ min: 0, max: 5 * 24 * HOUR_MS }) });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 4 }), (gaps) => {
        let row = opened;
        let now = opening.openedAt;
        for (const { workMs, pauseMs } of gaps) {
          now = addWorkingMs(calendar, now, workMs);
          row = pauseHandoff(row, { ...pause, at: now });
          now = new Date(now.getTime() + pauseMs);
          row = resumeHandoff(row, { at: now, calendar });
        }
        const due = row.dueAt ?? now;
        expect(workingMsBetween(calendar, opening.openedAt, due) - row.pausedMs).toBe(opening.deadlineMs);
        expect([...row.levels].sort((a, b) => a.at.getTime() - b.at.getTime())).toEqual(row.levels);
      }),
      { numRuns: 60 },
    );
  });
});
