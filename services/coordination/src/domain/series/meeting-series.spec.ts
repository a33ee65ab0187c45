import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { at, calendar, DAY_MS } from '../__cases__/calendar.cases.js';
import { comingOccurrence, dueOccurrence, endSeries, matterOfOccurrence, startSeries } from './meeting-series.js';
import type { SeriesPlan } from './meeting-series.js';

const today = '2026-11-23' as LocalDate;
const plan: SeriesPlan = {
  id: 'mts_1',
  title: '风险例会',
  agenda: ['业务进展', '风险状况'],
  departments: ['sales', 'risk'],
  recurrence: { kind: 'WEEKLY', number: 3 },
  startTime: '10:00',
  durationMinutes: 60,
  activeFrom: today,
  activeUntil: null,
  startedBy: 'emp_1',
  startedAt: at('2026-11-23 09:00'),
};
const series = startSeries(plan, calendar, today);
const refusal = (code: string): DomainError => new DomainError(code);

describe('starting a series', () => {
  it('[8.1] it is active, nothing is convened yet, each department once', () => {
    expect(startSeries({ ...plan, departments: ['sales', 'risk', 'sales'], title: ' 例会 ' }, calendar, today)).toMatchObject({
      state: 'ACTIVE',
      doneThrough: null,
      departments: ['sales', 'risk'],
      title: '例会',
    });
  });

  it('[8.1] may begin on a holiday: its hours are those of any day', () => {
    expect(startSeries({ ...plan, activeFrom: '2027-01-01' as LocalDate }, calendar, today).state).toBe('ACTIVE');
  });

  it.each([
    ['one department', { departments: ['sales', 'sales'] as const }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['no department', { departments: [] }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['no title', { title: ' ' }, 'SERIES_INVALID'],
    ['a beginning in the past', { activeFrom: '2026-11-22' as LocalDate }, 'SERIES_INVALID'],
    ['an end before the beginning', { activeUntil: '2026-11-22' as LocalDate }, 'SERIES_INVALID'],
    ['the ninth day of a week', { recurrence: { kind: 'WEEKLY', number: 9 } as const }, 'SERIES_RECURRENCE_INVALID'],
    ['an hour over lunch', { startTime: '11:30' }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['an hour in the evening', { startTime: '18:00' }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['an hour that no clock shows', { startTime: '25:00' }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['words for an hour', { startTime: 'noon' }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['no time at all', { durationMinutes: 0 }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['half a minute', { durationMinutes: 0.5 }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['longer than the morning', { durationMinutes: 121 }, 'SERIES_OUTSIDE_WORKING_HOURS'],
  ])('[8.1] refuses %s', (_name, wrong, code) => {
    expect(() => startSeries({ ...plan, ...wrong }, calendar, today)).toThrow(refusal(code));
  });
});

describe('what is convened', () => {
  const due = (now: string, change = {}) => dueOccurrence({ ...series, ...change }, calendar, { now: at(now), aheadMs: 2 * DAY_MS });

  it.each([
    ['two working days ahead to the minute', '2026-11-23 10:00', true],
    ['a minute earlier not yet', '2026-11-23 09:59', false],
    ['on the day itself', '2026-11-25 09:00', true],
  ])('[8.1] %s', (_name, now, expected) => {
    expect(due(now)?.slot ?? null).toEqual(expected ? { startsAt: at('2026-11-25 10:00'), endsAt: at('2026-11-25 11:00') } : null);
  });

  it('[8.1] the series moves on behind it, and the next one waits for its own time', () => {
    const next = due('2026-11-25 09:00')?.series;
    expect(next?.doneThrough).toBe('2026-11-25');
    expect(next && dueOccurrence(next, calendar, { now: at('2026-11-25 09:00'), aheadMs: DAY_MS })).toBeNull();
    expect(next && comingOccurrence(next, calendar)?.on).toBe('2026-12-02');
  });

  it('[8.1] one whose hour has passed is left out, not convened afterwards', () => {
    expect(due('2026-11-25 10:01')).toMatchObject({ slot: null, series: { doneThrough: '2026-11-25' } });
  });

  it.each([
    ['after its last date', { activeUntil: '2026-11-24' as LocalDate }],
    ['when it is ended', { state: 'ENDED' as const }],
  ])('[8.1] nothing %s', (_name, change) => {
    expect(due('2026-11-25 09:00', change)).toBeNull();
    expect(comingOccurrence({ ...series, ...change }, calendar)).toBeNull();
  });

  it('[8.1] the last date itself is convened', () => {
    expect(due('2026-11-25 09:00', { activeUntil: '2026-11-25' as LocalDate })?.slot).not.toBeNull();
  });

  it('[8.1] one meeting per series and date, named by the date of the rule', () => {
    const friday = { ...series, recurrence: { kind: 'WEEKLY', number: 5 } as const, doneThrough: '2026-12-25' as LocalDate };
    const moved = comingOccurrence(friday, calendar);
    expect(moved && matterOfOccurrence(friday, moved)).toMatchObject({
      cause: 'SERIES',
      causeKey: 'series:mts_1:2027-01-01',
      title: '风险例会（2027-01-04）',
      subject: 'mts_1',
      departments: ['sales', 'risk'],
    });
  });
});

describe('ending a series', () => {
  it('[8.1] keeps the reason', () => {
    expect(endSeries(series, { reason: ' 合并到周会 ', at: at('2026-12-01 09:00') })).toMatchObject({
      state: 'ENDED',
      endedReason: '合并到周会',
      endedAt: at('2026-12-01 09:00'),
    });
  });

  it.each([
    ['without a reason', () => endSeries(series, { reason: ' ', at: at('2026-12-01 09:00') }), 'REASON_MISSING'],
    ['twice', () => endSeries({ ...series, state: 'ENDED' }, { reason: 'x', at: at('2026-12-01 09:00') }), 'ILLEGAL_TRANSITION'],
  ])('[8.1] not %s', (_name, act, code) => {
    expect(act).toThrow(refusal(code));
  });
});
