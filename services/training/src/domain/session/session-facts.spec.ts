import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { DomainErrors } from '@weilend/kernel';
import { planSession } from './training-session.js';
import type { SessionKind } from './training-session.js';

const day = parseLocalDate('2026-03-02');
const base = {
  ...{ id: 'trs_1', planId: 'tpl_1', topic: 'PRODUCT' as const, title: '新产品', heldOn: day, hours: 4 },
  ...{ trainerId: null, institution: null, resource: null, mode: null },
};
const OWN: Readonly<Record<SessionKind, object>> = {
  INTERNAL: { trainerId: 'emp_t' },
  EXTERNAL: { institution: '银行学院' },
  ONLINE: { resource: 'https://learn.example.com/7' },
  PRACTICE: { mode: 'SIMULATION' },
};
const plan = (kind: SessionKind, change: object = {}) => planSession({ ...base, kind, ...OWN[kind], ...change });

describe('[6.3-6.6] each kind needs its own facts', () => {
  test.each<[SessionKind, string, object, string]>([
    ['INTERNAL', 'a trainer', { trainerId: null }, 'SESSION_TRAINER_MISSING'],
    ['EXTERNAL', 'an institution', { institution: null }, 'SESSION_INSTITUTION_MISSING'],
    ['EXTERNAL', 'an institution with a name', { institution: '  ' }, 'SESSION_INSTITUTION_MISSING'],
    ['ONLINE', 'a course or a resource', { resource: null }, 'SESSION_RESOURCE_MISSING'],
    ['ONLINE', 'a last day not before the first', { untilOn: parseLocalDate('2026-03-01') }, 'SESSION_UNTIL_INVALID'],
    ['PRACTICE', 'a mode', { mode: null }, 'SESSION_MODE_MISSING'],
    ['INTERNAL', 'no certificate', { certificateExpected: true }, 'SESSION_CERTIFICATE_UNFIT'],
    ['PRACTICE', 'no last day', { untilOn: day }, 'SESSION_UNTIL_INVALID'],
    ['EXTERNAL', 'no course of self-study', { courseId: 'crs_1' }, 'SESSION_COURSE_UNFIT'],
    ['INTERNAL', 'a title', { title: ' ' }, 'SESSION_TITLE_MISSING'],
    ['INTERNAL', 'more than 0 hours', { hours: 0 }, 'SESSION_HOURS_INVALID'],
    ['ONLINE', 'at most 80 hours', { hours: 80.5 }, 'SESSION_HOURS_INVALID'],
    ['INTERNAL', 'both times', { startsAt: '09:00' }, 'SESSION_TIME_INVALID'],
    ['INTERNAL', 'times in their order', { startsAt: '12:00', endsAt: '09:00' }, 'SESSION_TIME_INVALID'],
    ['INTERNAL', 'times of a day', { startsAt: '09:00', endsAt: '24:00' }, 'SESSION_TIME_INVALID'],
    ['INTERNAL', 'times as HH:MM', { startsAt: '9:00', endsAt: '9:30' }, 'SESSION_TIME_INVALID'],
    ['INTERNAL', 'a seat at least', { capacity: 0 }, 'SESSION_CAPACITY_INVALID'],
    ['INTERNAL', 'whole seats', { capacity: 2.5 }, 'SESSION_CAPACITY_INVALID'],
    ['INTERNAL', 'at most 500 seats', { capacity: 501 }, 'SESSION_CAPACITY_INVALID'],
  ])('%s wants %s', (kind, _name, change, code) => {
    expect(() => plan(kind, change)).toThrow(code);
  });

  test.each<[SessionKind, object]>([
    ['INTERNAL', { place: '三楼会议室', startsAt: '09:00', endsAt: '11:30', capacity: 20 }],
    ['EXTERNAL', { certificateExpected: true, capacity: 1 }],
    ['ONLINE', { resource: null, courseId: 'crs_1', untilOn: parseLocalDate('2026-03-31') }],
    ['PRACTICE', { mode: 'REAL_BUSINESS', capacity: 500 }],
  ])('%s with all that it can say is planned, nothing taken yet', (kind, change) => {
    expect(plan(kind, change)).toMatchObject({ ...change, kind, state: 'PLANNED', seatsTaken: 0, waitingCount: 0, attendeeIds: [] });
  });

  test('[6.5] self-study without a last day ends on its day; the others have none', () => {
    expect(plan('ONLINE').untilOn).toBe(day);
    expect(plan('INTERNAL').untilOn).toBeNull();
  });

  test('all that is wrong is told at once', () => {
    const act = () => plan('INTERNAL', { trainerId: null, hours: 0, capacity: 0, startsAt: '09:00' });
    expect(act).toThrow();
    try {
      act();
    } catch (error) {
      expect((error as DomainErrors).all.map(({ code }) => code)).toEqual([
        ...['SESSION_TRAINER_MISSING', 'SESSION_HOURS_INVALID', 'SESSION_TIME_INVALID', 'SESSION_CAPACITY_INVALID'],
      ]);
    }
  });
});
