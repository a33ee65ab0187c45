import { describe, expect, it } from '@jest/globals';
import { at } from '../__cases__/calendar.cases.js';
import { calledMeeting } from './called-meeting.js';
import { matterOfViolation } from './major-matter.js';
import { dutyOf, isUnaccounted, minutesOwedFrom } from './meeting-duty.js';
import type { MeetingState } from './meeting.machine.js';

const slot = { startsAt: at('2026-11-23 14:00'), endsAt: at('2026-11-23 15:00') };
const matter = matterOfViolation({ violationId: 'vio_1', severity: 'SEVERE' });
if (!matter) throw new Error('a severe violation calls a meeting');
const meeting = calledMeeting(matter, { id: 'mtg_1', now: at('2026-11-23 09:00'), slot, by: 'service:coordination' });
const duty = { handoffId: 'hof_1', dueAt: at('2026-11-24 09:30') };

describe('what a meeting owes', () => {
  it.each<[MeetingState, string | null]>([
    ['CONVENED', 'record-attendance'],
    ['HELD', 'record-minutes'],
    ['MINUTED', null],
    ['CLOSED', null],
    ['CANCELLED', null],
  ])('[8.1] %s: %s', (state, expected) => {
    expect(dutyOf(state)).toBe(expected);
  });

  it.each([
    ['at its end', '2026-11-23 15:00', {}, true],
    ['long after it', '2026-12-31 09:00', {}, true],
    ['a minute before its end', '2026-11-23 14:59', {}, false],
    ['before it begins', '2026-11-23 09:00', {}, false],
    ['when somebody is asked already', '2026-11-23 15:00', { duty }, false],
    ['when it was held', '2026-11-23 15:00', { state: 'HELD' as const }, false],
    ['when it is minuted', '2026-11-23 15:00', { state: 'MINUTED' as const }, false],
    ['when it is cancelled', '2026-11-23 15:00', { state: 'CANCELLED' as const }, false],
  ])('[8.1] is asked for its attendance %s: %s', (_name, now, change, expected) => {
    expect(isUnaccounted({ ...meeting, ...change }, at(now))).toBe(expected);
  });

  it.each([
    ['attendance taken while it runs', '2026-11-23 14:05', '2026-11-23 15:00'],
    ['attendance taken at its end', '2026-11-23 15:00', '2026-11-23 15:00'],
    ['attendance taken two days later', '2026-11-25 10:00', '2026-11-25 10:00'],
  ])('[8.2] minutes are owed from %s', (_name, now, expected) => {
    expect(minutesOwedFrom(meeting, at(now))).toEqual(at(expected));
  });
});
