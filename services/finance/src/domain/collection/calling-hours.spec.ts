import { describe, expect, it } from '@jest/globals';
import { callAllowance, checkAwake, checkFrequency, isQuiet, quietEnd } from './calling-hours.js';
import type { AllowanceReason, CallingRules } from './calling-hours.js';

const rules: CallingRules = { quietFrom: '22:00', quietTo: '08:00', voicePerDay: 3 };
/** A local time of 2026-03-02 in Shanghai. */
const at = (time: string): Date => new Date(`2026-03-02T${time}+08:00`);

describe('[7.4] quiet hours of collection, regulation.md 1.6', () => {
  it.each([
    ['00:00:00', true],
    ['07:59:59.999', true],
    ['08:00:00', false],
    ['12:00:00', false],
    ['21:59:59.999', false],
    ['22:00:00', true],
    ['23:59:59.999', true],
  ])('%s is quiet: %s', (time, quiet) => {
    expect(isQuiet(at(time), rules)).toBe(quiet);
    if (quiet) expect(() => checkAwake(at(time), rules)).toThrow('CONTACT_QUIET_HOURS');
    else expect(() => checkAwake(at(time), rules)).not.toThrow();
  });

  it.each([
    ['11:59:59', false],
    ['12:00:00', true],
    ['13:59:59', true],
    ['14:00:00', false],
  ])('that do not cross midnight: %s is quiet: %s', (time, quiet) => {
    expect(isQuiet(at(time), { ...rules, quietFrom: '12:00', quietTo: '14:00' })).toBe(quiet);
  });

  it.each([
    ['03:00:00', '2026-03-02T08:00+08:00'],
    ['22:00:00', '2026-03-03T08:00+08:00'],
    ['10:30:00', '2026-03-02T10:30+08:00'],
  ])('from %s on the next moment is %s', (time, next) => expect(quietEnd(at(time), rules)).toEqual(new Date(next)));
});

describe('[7.4] conversations of a day', () => {
  it.each([0, 1, 2])('%i leave room for one more', (count) => expect(() => checkFrequency(count, rules)).not.toThrow());
  it.each([3, 4])('%i are the most, or more', (count) => expect(() => checkFrequency(count, rules)).toThrow('CONTACT_DAILY_MAXIMUM'));
});

describe('[7.4] may I call now', () => {
  it.each<[string, string, boolean, number, AllowanceReason[], string | null]>([
    ['by day', '10:00:00', true, 2, [], '2026-03-02T10:00+08:00'],
    ['at night', '23:00:00', true, 0, ['QUIET_HOURS'], '2026-03-03T08:00+08:00'],
    ['after three conversations', '10:00:00', true, 3, ['DAILY_MAXIMUM'], '2026-03-03T08:00+08:00'],
    ['after three, at night', '23:00:00', true, 3, ['QUIET_HOURS', 'DAILY_MAXIMUM'], '2026-03-03T08:00+08:00'],
    ['about a loan that is not late', '10:00:00', false, 0, ['NOT_OVERDUE'], null],
  ])('%s', (_title, time, overdue, conversationsToday, reasons, nextAt) => {
    expect(callAllowance(at(time), { overdue, conversationsToday }, rules)).toEqual({
      allowed: reasons.length === 0,
      reasons,
      nextAt: nextAt === null ? null : new Date(nextAt),
      conversationsToday,
      voicePerDay: 3,
    });
  });
});
