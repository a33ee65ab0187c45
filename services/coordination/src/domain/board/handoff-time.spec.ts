import { describe, expect, it } from '@jest/globals';
import { at, calendar, DAY_MS, HOUR_MS, rates, shown } from '../__cases__/calendar.cases.js';
import { openHandoff, pauseHandoff } from './handoff-moves.js';
import { endPause, settled } from './handoff-time.js';
import { blankHandoff } from './handoff.js';

const blank = blankHandoff({ id: 'hof_1', kind: 'HANDOFF', type: 'decide-application', from: 'risk', to: 'approval', subject: 'app_1' });
const opened = openHandoff(blank, {
  openedAt: at('2026-11-23 09:00'),
  deadlineMs: 2 * DAY_MS,
  participants: [],
  ownerId: null,
  rates,
  calendar,
});
const paused = pauseHandoff(opened, { employeeId: 'emp_1', reason: '等待客户', at: at('2026-11-23 17:00') });

describe('the end of a pause', () => {
  it.each([
    ['within the day', '2026-11-23 17:30', 0.5, '2026-11-25 09:30'],
    ['over night', '2026-11-24 10:00', 2, '2026-11-25 11:00'],
    ['over a weekend', '2026-11-30 09:00', 1 + 4 * 7.5, '2026-12-01 10:00'],
    ['in the evening: only working time counts', '2026-11-23 22:00', 1, '2026-11-25 10:00'],
    ['before it began', '2026-11-23 16:00', 0, '2026-11-24 18:00'],
  ])('[8.6] %s', (_name, to, hours, dueAt) => {
    const row = endPause(paused, { at: at(to), calendar });
    expect([row.pausedMs / HOUR_MS, shown(row.dueAt)]).toEqual([hours, dueAt]);
  });

  it('[8.6] work that is not paused, or not opened, stays as it is', () => {
    expect(endPause(opened, { at: at('2026-11-24 10:00'), calendar })).toBe(opened);
    expect(endPause(blank, { at: at('2026-11-24 10:00'), calendar })).toBe(blank);
  });
});

describe('what follows from the facts', () => {
  const closing = { state: 'COMPLETED' as const, at: at('2026-11-24 10:00'), code: null, reasons: [] };

  it.each([
    ['paused work has nothing due', paused, null],
    ['work without an opening has nothing due', blank, null],
    ['closed work has nothing due', { ...opened, state: 'COMPLETED' as const, closing }, null],
    ['running work has its first level due', opened, opened.levels[0]?.at],
  ])('[8.6] %s', (_name, row, expected) => {
    expect(settled(row, calendar).nextLevelAt).toEqual(expected);
  });

  it('[8.4] closed work knows how long it took, without a calendar it does not', () => {
    const closed = { ...opened, state: 'COMPLETED' as const, closing };
    expect(settled(closed, calendar).workedMs).toBe(8.5 * HOUR_MS);
    expect(settled({ ...closed, pausedMs: 2 * HOUR_MS }, calendar).workedMs).toBe(6.5 * HOUR_MS);
    expect(settled({ ...closed, pausedMs: 20 * HOUR_MS }, calendar).workedMs).toBe(0);
    expect(settled(closed, null).workedMs).toBeNull();
  });
});
