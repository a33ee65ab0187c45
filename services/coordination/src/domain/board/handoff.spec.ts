import { describe, expect, it } from '@jest/globals';
import { at, calendar, DAY_MS, rates } from '../__cases__/calendar.cases.js';
import { closeHandoff, openHandoff, pauseHandoff } from './handoff-moves.js';
import { blankHandoff, isFlagged, isOverdue } from './handoff.js';
import type { Handoff, HandoffClosing } from './handoff.js';
import { dueLevels, fireLevel } from './ladder.js';

const blank = blankHandoff({ id: 'hof_1', kind: 'HANDOFF', type: 'decide-application', from: 'risk', to: 'approval', subject: 'app_1' });
const opened = openHandoff(blank, {
  openedAt: at('2026-11-23 09:00'),
  deadlineMs: 2 * DAY_MS,
  participants: [],
  ownerId: null,
  rates,
  calendar,
});
const done = (moment: string): HandoffClosing => ({ state: 'COMPLETED', at: at(moment), code: null, reasons: [] });
const close = (row: Handoff, closing: HandoffClosing) => closeHandoff(row, closing, { now: at('2026-12-31 09:00'), calendar });
const fireAll = (row: Handoff, now: Date): Handoff =>
  dueLevels(row, now).reduce((current, level) => fireLevel(current, { level: level.level, at: now, notified: [], meetingId: null }), row);

describe('being late', () => {
  const paused = pauseHandoff(opened, { employeeId: 'emp_b', reason: '等待客户', at: at('2026-11-23 10:00') });

  it.each([
    ['a minute before the deadline', opened, '2026-11-24 17:59', false],
    ['at the deadline', opened, '2026-11-24 18:00', false],
    ['after it', opened, '2026-11-25 09:00', true],
    ['paused work', paused, '2026-12-25 09:00', false],
    ['closed work', close(opened, done('2026-11-26 10:00')).handoff, '2026-12-25 09:00', false],
    ['work whose opening is unknown', blank, '2026-12-25 09:00', false],
  ])('[8.6] %s: overdue or not', (_name, row, now, expected) => {
    expect(isOverdue(row, at(now))).toBe(expected);
  });

  it.each([
    ['only the deadline', '2026-11-24 18:00', false],
    ['both managers told', '2026-11-25 18:00', true],
    ['a meeting', '2026-11-26 18:00', true],
  ])('[8.6] flagged after %s', (_name, now, expected) => {
    expect(isFlagged(fireAll(opened, at(now)))).toBe(expected);
  });

  it('[8.6] the flag falls with the withdrawal', () => {
    expect(isFlagged(close(fireAll(opened, at('2026-11-26 18:00')), done('2026-11-24 10:00')).handoff)).toBe(false);
  });
});
