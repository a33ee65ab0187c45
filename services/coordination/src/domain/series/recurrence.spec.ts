import { describe, expect, it } from '@jest/globals';
import { addDays, DomainError, isWorkingDay } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { calendar } from '../__cases__/calendar.cases.js';
import { checkRecurrence, nextOccurrence } from './recurrence.js';
import type { Recurrence, RecurrenceKind } from './recurrence.js';

const date = (text: string): LocalDate => text as LocalDate;
const rule = (kind: RecurrenceKind, number: number | null = null): Recurrence => ({ kind, number });

/** The first dates of a rule from a day on, as `nominal` or `nominal>moved`. */
function dates(recurrence: Recurrence, from: string, count: number): string[] {
  const found: string[] = [];
  let after: LocalDate | null = null;
  while (found.length < count) {
    const { nominalOn, on } = nextOccurrence(recurrence, { activeFrom: date(from), after }, calendar);
    found.push(nominalOn === on ? on : `${nominalOn}>${on}`);
    after = nominalOn;
  }
  return found;
}

describe('when departments meet', () => {
  it.each([
    ['every Monday, beginning on one', rule('WEEKLY', 1), '2026-11-23', ['2026-11-23', '2026-11-30', '2026-12-07']],
    ['every Monday, beginning on a Tuesday', rule('WEEKLY', 1), '2026-11-24', ['2026-11-30', '2026-12-07']],
    ['every Friday over New Year', rule('WEEKLY', 5), '2026-12-25', ['2026-12-25', '2027-01-01>2027-01-04', '2027-01-08']],
    ['every Monday over the National Day week', rule('WEEKLY', 1), '2026-09-28', ['2026-09-28', '2026-10-05>2026-10-08', '2026-10-12']],
    ['every Thursday: the moved one and the next are one', rule('WEEKLY', 4), '2026-09-24', ['2026-09-24', '2026-10-08', '2026-10-15']],
    [
      'the first working day of a month',
      rule('MONTHLY_WORKING_DAY', 1),
      '2026-09-02',
      ['2026-10-08', '2026-11-02', '2026-12-01', '2027-01-04'],
    ],
    ['the third one, a make-up Saturday', rule('MONTHLY_WORKING_DAY', 3), '2026-10-01', ['2026-10-10', '2026-11-04']],
    ['the last one', rule('MONTHLY_LAST_WORKING_DAY'), '2026-09-01', ['2026-09-30', '2026-10-30', '2026-11-30', '2026-12-31']],
    ['the last one, beginning after it', rule('MONTHLY_LAST_WORKING_DAY'), '2026-10-31', ['2026-11-30']],
    ['every working day over the make-up Sunday', rule('EVERY_WORKING_DAYS', 1), '2026-09-25', ['2026-09-25', '2026-09-27', '2026-09-28']],
    ['every third working day over the holidays', rule('EVERY_WORKING_DAYS', 3), '2026-09-28', ['2026-09-28', '2026-10-08', '2026-10-12']],
    ['every second one, beginning on a holiday', rule('EVERY_WORKING_DAYS', 2), '2026-10-01', ['2026-10-08', '2026-10-10', '2026-10-13']],
  ])('[8.1] %s', (_name, recurrence, from, expected) => {
    expect(dates(recurrence, from, expected.length)).toEqual(expected);
  });

  it('[8.1] property: working days only, rising, never two on one day', () => {
    const rules = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((n) => rule('WEEKLY', n)),
      fc.integer({ min: 1, max: 20 }).map((n) => rule('MONTHLY_WORKING_DAY', n)),
      fc.constant(rule('MONTHLY_LAST_WORKING_DAY')),
      fc.integer({ min: 1, max: 60 }).map((n) => rule('EVERY_WORKING_DAYS', n)),
    );
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 200 }), (recurrence, offset) => {
        const activeFrom = addDays(date('2026-07-01'), offset);
        let after: LocalDate | null = null;
        let last = addDays(activeFrom, -1);
        for (let count = 0; count < 6; count++) {
          const next = nextOccurrence(recurrence, { activeFrom, after }, calendar);
          expect(isWorkingDay(calendar, next.on)).toBe(true);
          expect(next.on > last).toBe(true);
          expect(next.on >= next.nominalOn).toBe(true);
          after = next.nominalOn;
          last = next.on;
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['WEEKLY', 1],
    ['WEEKLY', 5],
    ['MONTHLY_WORKING_DAY', 20],
    ['MONTHLY_LAST_WORKING_DAY', null],
    ['EVERY_WORKING_DAYS', 60],
  ] as const)('[8.1] may be %s %s', (kind, number) => {
    expect(() => checkRecurrence({ kind, number })).not.toThrow();
  });

  it.each([
    ['WEEKLY', 0],
    ['WEEKLY', 6],
    ['WEEKLY', null],
    ['WEEKLY', 1.5],
    ['MONTHLY_WORKING_DAY', 0],
    ['MONTHLY_WORKING_DAY', 21],
    ['MONTHLY_WORKING_DAY', null],
    ['MONTHLY_LAST_WORKING_DAY', 1],
    ['EVERY_WORKING_DAYS', 0],
    ['EVERY_WORKING_DAYS', 61],
    ['EVERY_WORKING_DAYS', Number.NaN],
  ] as const)('[8.1] may not be %s %s', (kind, number) => {
    expect(() => checkRecurrence({ kind, number })).toThrow(new DomainError('SERIES_RECURRENCE_INVALID'));
  });
});
