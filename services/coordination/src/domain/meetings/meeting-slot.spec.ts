import { describe, expect, it } from '@jest/globals';
import { addWorkingTime, DomainError, workingMsBetween } from '@weilend/kernel';
import fc from 'fast-check';
import { at, calendar, HOUR_MS, shown } from '../__cases__/calendar.cases.js';
import { parseCalendar } from '../calendar/company-calendar.js';
import { checkPlannedSlot, nextMeetingSlot } from './meeting-slot.js';
import type { MeetingSlot } from './meeting-slot.js';

const slot = (from: string, to: string): MeetingSlot => ({ startsAt: at(from), endsAt: at(to) });

describe('the slot of a meeting that lateness calls for', () => {
  it.each([
    ['the same day after two hours', '2026-11-23 09:00', '2026-11-23 11:00'],
    ['at the next half hour', '2026-11-23 13:40', '2026-11-23 16:00'],
    ['after lunch when it does not end before', '2026-11-23 09:20', '2026-11-23 13:30'],
    ['the next morning when the day is too short', '2026-11-23 15:30', '2026-11-24 09:00'],
    ['on Monday when it is Friday evening', '2026-11-27 17:30', '2026-11-30 10:30'],
    ['two hours into Monday when it is Sunday', '2026-11-29 12:00', '2026-11-30 11:00'],
    ['after the National Day week', '2026-09-30 17:00', '2026-10-08 10:00'],
    ['on the make-up Sunday', '2026-09-27 09:00', '2026-09-27 11:00'],
  ])('[8.3] %s', (_name, now, expected) => {
    expect(shown(nextMeetingSlot(calendar, at(now), []).startsAt)).toBe(expected);
  });

  it.each([
    ['leaves a taken hour', [slot('2026-11-23 11:00', '2026-11-23 12:00')], '2026-11-23 13:30'],
    ['leaves a half taken hour', [slot('2026-11-23 11:30', '2026-11-23 12:30')], '2026-11-23 13:30'],
    ['may begin when another ends', [slot('2026-11-23 10:00', '2026-11-23 11:00')], '2026-11-23 11:00'],
    ['takes the first one when every one is taken', [slot('2026-11-23 09:00', '2026-11-25 18:00')], '2026-11-23 11:00'],
  ])('[8.3] %s', (_name, busy, expected) => {
    expect(shown(nextMeetingSlot(calendar, at('2026-11-23 09:00'), busy).startsAt)).toBe(expected);
  });

  it('[8.3] property: always inside working hours, one hour long, within one working day', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (offset) => {
        const now = new Date(at('2026-09-20 00:00').getTime() + offset * 60_000);
        const { startsAt, endsAt } = nextMeetingSlot(calendar, now, []);
        expect(workingMsBetween(calendar, startsAt, endsAt)).toBe(HOUR_MS);
        expect(startsAt.getTime()).toBeGreaterThan(now.getTime());
        expect(startsAt.getTime()).toBeLessThanOrEqual(addWorkingTime(calendar, now, { amount: 1, unit: 'DAY' }).getTime());
      }),
      { numRuns: 200 },
    );
  });

  it('[8.3] a company with very short days still meets', () => {
    const short = parseCalendar({ hours: '[{"from":"09:00","to":"09:45"}]', holidays: '[]', makeUpDays: '[]' });
    expect(shown(nextMeetingSlot(short, at('2026-11-23 09:00'), []).startsAt)).toBe('2026-11-23 09:45');
  });
});

describe('the slot of a planned meeting', () => {
  const now = at('2026-11-23 09:00');

  it.each([
    ['a morning hour', '2026-11-24 10:00', '2026-11-24 11:00'],
    ['a whole morning', '2026-11-24 09:00', '2026-11-24 12:00'],
    ['right now', '2026-11-23 09:00', '2026-11-23 09:30'],
  ])('[8.1] may be %s', (_name, from, to) => {
    expect(() => checkPlannedSlot(calendar, slot(from, to), now)).not.toThrow();
  });

  it.each([
    ['in the past', '2026-11-20 10:00', '2026-11-20 11:00'],
    ['over lunch', '2026-11-24 11:30', '2026-11-24 14:00'],
    ['in the evening', '2026-11-24 18:00', '2026-11-24 19:00'],
    ['on a Saturday', '2026-11-28 10:00', '2026-11-28 11:00'],
    ['on a holiday', '2027-01-01 10:00', '2027-01-01 11:00'],
    ['no time at all', '2026-11-24 10:00', '2026-11-24 10:00'],
    ['backwards', '2026-11-24 11:00', '2026-11-24 10:00'],
  ])('[8.1] may not be %s', (_name, from, to) => {
    expect(() => checkPlannedSlot(calendar, slot(from, to), now)).toThrow(new DomainError('MEETING_SLOT_OUTSIDE_WORKING_TIME'));
  });
});
