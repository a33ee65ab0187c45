import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { at, calendar, DAY_MS, HOUR_MS, rates, shown } from '../__cases__/calendar.cases.js';
import { dueLevels, fireLevel, ladderOf, levelState, shiftLadder, withdrawLevels, withdrawnBy } from './ladder.js';

const time = { openedAt: at('2026-11-23 09:00'), deadlineMs: 2 * DAY_MS };

describe('the moments of the ladder', () => {
  it.each([
    [
      'one day from Monday morning',
      '2026-11-23 09:00',
      DAY_MS,
      ['2026-11-23 16:07', '2026-11-23 18:00', '2026-11-24 14:15', '2026-11-24 18:00'],
    ],
    [
      'one day over the lunch break',
      '2026-11-23 11:00',
      DAY_MS,
      ['2026-11-24 09:07', '2026-11-24 11:00', '2026-11-24 16:15', '2026-11-25 11:00'],
    ],
    [
      'one day over a weekend',
      '2026-11-27 15:00',
      DAY_MS,
      ['2026-11-30 11:37', '2026-11-30 15:00', '2026-12-01 09:45', '2026-12-01 15:00'],
    ],
    ['opened at night', '2026-11-23 23:00', 4 * HOUR_MS, ['2026-11-24 12:00', '2026-11-24 14:30', '2026-11-24 16:30', '2026-11-25 09:30']],
    ['opened on a Sunday', '2026-11-29 10:00', HOUR_MS, ['2026-11-30 09:45', '2026-11-30 10:00', '2026-11-30 10:30', '2026-11-30 11:00']],
    [
      'over the National Day week',
      '2026-09-30 16:30',
      3 * HOUR_MS,
      ['2026-10-08 09:45', '2026-10-08 10:30', '2026-10-08 12:00', '2026-10-08 15:00'],
    ],
    ['on a make-up Sunday', '2026-09-27 09:00', HOUR_MS, ['2026-09-27 09:45', '2026-09-27 10:00', '2026-09-27 10:30', '2026-09-27 11:00']],
    ['one minute by machine', '2026-11-23 10:00', 60_000, ['2026-11-23 10:00', '2026-11-23 10:01', '2026-11-23 10:01', '2026-11-23 10:02']],
  ])('[8.6] %s', (_name, openedAt, deadlineMs, expected) => {
    const ladder = ladderOf(calendar, { openedAt: at(openedAt), deadlineMs }, rates);
    expect(ladder.map((level) => level.level)).toEqual([0, 1, 2, 3]);
    expect(ladder.map((level) => shown(level.at))).toEqual(expected);
  });

  it.each([
    [{ reminderAt: 1, level2After: 0.5, level3After: 1 }],
    [{ reminderAt: 1.2, level2After: 0.5, level3After: 1 }],
    [{ reminderAt: 0, level2After: 0.5, level3After: 1 }],
    [{ reminderAt: 0.75, level2After: 0, level3After: 1 }],
    [{ reminderAt: 0.75, level2After: 1, level3After: 0.5 }],
    [{ reminderAt: 0.75, level2After: 1, level3After: 1 }],
    [{ reminderAt: Number.NaN, level2After: 0.5, level3After: 1 }],
  ])('[1.2] refuses escalation rates that do not rise: %j', (wrong) => {
    expect(() => ladderOf(calendar, time, wrong)).toThrow(DomainError);
  });
});

describe('firing', () => {
  const levels = ladderOf(calendar, time, rates);
  const row = { levels, nextLevelAt: levels[0]?.at ?? null };
  const fire = (level: number) => ({ level, at: at('2026-11-24 18:00'), notified: ['emp_a'], meetingId: null });

  it.each([
    ['a millisecond before the reminder', -1, []],
    ['exactly at the reminder', 0, [0]],
    ['a millisecond before the deadline', 0.25 * 2 * DAY_MS - 1, [0]],
  ])('[8.6] never early: %s', (_name, offset, expected) => {
    const now = new Date((levels[0]?.at.getTime() ?? 0) + offset);
    expect(dueLevels(row, now).map((level) => level.level)).toEqual(expected);
  });

  it('[8.6] all levels that were slept through fire together, in order', () => {
    expect(dueLevels(row, at('2027-06-01 09:00')).map((level) => level.level)).toEqual([0, 1, 2, 3]);
  });

  it('[8.6] a level fires once: a second firing changes nothing', () => {
    const once = fireLevel(row, fire(0));
    const twice = fireLevel(once, { ...fire(0), notified: ['emp_b'], at: at('2026-11-25 18:00') });
    expect(twice).toEqual(once);
    expect(dueLevels(once, at('2026-11-24 17:00'))).toEqual([]);
    expect(once.nextLevelAt).toEqual(levels[1]?.at);
  });

  it('[8.6] nothing is due when the row is paused or closed, however late', () => {
    expect(dueLevels({ levels, nextLevelAt: null }, at('2027-06-01 09:00'))).toEqual([]);
  });

  it('[8.6] after the last level nothing waits any more', () => {
    const all = [0, 1, 2, 3].reduce((current, level) => fireLevel(current, fire(level)), row);
    expect(all.nextLevelAt).toBeNull();
  });

  it('[8.6] a shift moves only what has not fired', () => {
    const fired = fireLevel(row, fire(0));
    const shifted = shiftLadder(calendar, { ...time, pausedMs: DAY_MS }, fired.levels);
    expect(shifted[0]?.at).toEqual(levels[0]?.at);
    expect(shifted.slice(1).map((level) => shown(level.at))).toEqual(['2026-11-25 18:00', '2026-11-26 18:00', '2026-11-27 18:00']);
  });
});

describe('withdrawing', () => {
  const levels = ladderOf(calendar, time, rates).map((level) => ({ ...level, firedAt: level.at }));
  const deadline = levels[1]?.at ?? at('2026-11-24 18:00');

  it.each([
    ['done before the reminder', at('2026-11-23 10:00'), [0, 1, 2, 3]],
    ['done a millisecond before the deadline', new Date(deadline.getTime() - 1), [1, 2, 3]],
    ['done exactly at the deadline: that level stands', deadline, [2, 3]],
    ['done after everything', at('2026-12-24 10:00'), []],
  ])('[8.6] %s', (_name, closedAt, expected) => {
    expect(withdrawnBy(levels, closedAt).map((level) => level.level)).toEqual(expected);
  });

  it('[8.6] what never fired and what was taken back is not withdrawn again', () => {
    const back = withdrawLevels(levels, withdrawnBy(levels, deadline), at('2026-11-25 09:00'));
    expect(withdrawnBy(back, deadline)).toEqual([]);
    expect(withdrawnBy(ladderOf(calendar, time, rates), deadline)).toEqual([]);
    expect(back.map((level) => levelState(level, deadline))).toEqual(['FIRED', 'FIRED', 'WITHDRAWN', 'WITHDRAWN']);
  });

  it('[8.6] a level that was due but overtaken by the closing word is shown as such, a later one as not needed', () => {
    const quiet = ladderOf(calendar, time, rates);
    expect(quiet.map((level) => levelState(level, deadline))).toEqual(['OVERTAKEN', 'OVERTAKEN', 'NOT_NEEDED', 'NOT_NEEDED']);
    expect(quiet.map((level) => levelState(level, null))).toEqual(['PENDING', 'PENDING', 'PENDING', 'PENDING']);
  });
});
