import { describe, expect, it } from '@jest/globals';
import { callAllowance, checkFrequency } from './calling-hours.js';
import type { AllowanceReason, CallingRules } from './calling-hours.js';

const rules: CallingRules = { quiet: { from: '22:00', to: '08:00' }, voicePerDay: 3 };
/** A local time of 2026-03-02 in Shanghai. */
const at = (time: string): Date => new Date(`2026-03-02T${time}+08:00`);

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
