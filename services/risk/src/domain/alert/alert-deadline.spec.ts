import { describe, expect, it, test } from '@jest/globals';
import { parseWorkingDuration } from '@weilend/kernel';
import { afterNotice, alertDue, stepOf } from './alert-deadline.js';
import type { DeadlinePolicy } from './alert-deadline.js';
import { ALERT_STATES } from './risk-alert.machine.js';

const times = (a: string, b: string, c: string, d: string) => ({
  ...{ acknowledge: parseWorkingDuration(a), assess: parseWorkingDuration(b) },
  ...{ measure: parseWorkingDuration(c), close: parseWorkingDuration(d) },
});
const policy: DeadlinePolicy = {
  calendar: { hours: [{ from: '09:00', to: '17:00' }], holidays: new Set(), makeUpDays: new Set() },
  times: { HIGH: times('2h', '4h', '4h', '10d'), MEDIUM: times('4h', '1d', '1d', '20d'), LOW: times('1d', '3d', '3d', '30d') },
  remindAt: 0.75,
};
/** Monday, nine in the morning in Shanghai. */
const monday = new Date('2026-11-23T01:00:00Z');

describe('[4.23] the time of each step, by severity', () => {
  it.each([
    ['RAISED', 'HIGH', '2026-11-23T03:00:00.000Z'],
    ['RAISED', 'MEDIUM', '2026-11-23T05:00:00.000Z'],
    ['RAISED', 'LOW', '2026-11-23T09:00:00.000Z'],
    ['ACKNOWLEDGED', 'HIGH', '2026-11-23T05:00:00.000Z'],
    ['ASSESSED', 'LOW', '2026-11-25T09:00:00.000Z'],
    ['MEASURED', 'HIGH', '2026-12-04T09:00:00.000Z'],
  ] as const)('%s %s until %s', (state, level, dueAt) => {
    const due = alertDue(state, level, monday, policy);
    expect(due.dueAt?.toISOString()).toBe(dueAt);
    expect(due.notice).toBe('SOON');
    expect(Number(due.noticeAt)).toBeLessThan(Number(due.dueAt));
  });

  test('outside of working hours the time stands still', () => {
    const saturday = new Date('2026-11-21T04:00:00Z');
    expect(alertDue('RAISED', 'HIGH', saturday, policy).dueAt?.toISOString()).toBe('2026-11-23T03:00:00.000Z');
  });

  test('nothing is owed of a closed alert', () => {
    expect(alertDue('CLOSED', 'HIGH', monday, policy)).toMatchObject({ dueAt: null, notice: null, noticeAt: null });
    expect(ALERT_STATES.filter((state) => stepOf(state) === null)).toEqual(['CLOSED']);
  });

  test('told before the deadline, told at it, then no more', () => {
    const soon = alertDue('RAISED', 'HIGH', monday, policy);
    const late = afterNotice(soon);
    expect(late).toMatchObject({ notice: 'LATE', noticeAt: soon.dueAt });
    expect(afterNotice(late)).toMatchObject({ notice: null, noticeAt: null, dueAt: soon.dueAt });
  });
});
