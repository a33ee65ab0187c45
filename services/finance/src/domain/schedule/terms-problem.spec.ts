import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate, parseRate } from '@weilend/kernel';
import { buildSchedule } from './build-schedule.js';
import { aSchedule } from './schedule.builder.js';
import type { ScheduleTerms } from './terms.js';
import { termsProblem } from './terms-problem.js';

const on = parseLocalDate;

describe('terms that no schedule exists for', () => {
  it.each<[string, Partial<ScheduleTerms>, string]>([
    ['nothing borrowed', { principalFen: 0 }, 'principal'],
    ['a negative principal', { principalFen: -1 }, 'principal'],
    ['half a fen', { principalFen: 0.5 }, 'principal'],
    ['an unsafe principal', { principalFen: 2 ** 53 }, 'principal'],
    ['a rate of 1001 %', { annualRate: parseRate('10.01') }, 'annualRate'],
    ['no term', { periods: 0 }, 'periods'],
    ['half a month', { periods: 1.5 }, 'periods'],
    ['a negative term', { periods: -12 }, 'periods'],
    ['a term of a century', { periods: 1_200 }, 'periods'],
    ['periods of nothing', { periodEvery: 0 }, 'periodEvery'],
    ['a first due day on the day of payment', { firstDueOn: on('2026-01-31') }, 'firstDueOn'],
    ['a first due day in a century', { firstDueOn: on('2126-01-31') }, 'periods'],
    ['grace in every period', { principalGracePeriods: 12 }, 'principalGracePeriods'],
    ['interest grace in every period', { interestGracePeriods: 12 }, 'interestGracePeriods'],
    ['grace in one period', { method: 'BULLET', interestGracePeriods: 1 }, 'interestGracePeriods'],
    ['principal grace where all principal is at the end', { method: 'INTEREST_ONLY', principalGracePeriods: 1 }, 'principalGracePeriods'],
    ['a multiple of nothing', { instalmentMultipleFen: 0 }, 'instalmentMultiple'],
    ['a multiple without a level instalment', { method: 'EQUAL_PRINCIPAL', instalmentMultipleFen: 100 }, 'instalmentMultiple'],
    ['an even last of unequal ones', { method: 'FLAT', evenLastInstalment: true }, 'evenLastInstalment'],
    ['a broken bullet without a day count', { method: 'BULLET', firstDueOn: on('2026-03-15') }, 'firstDueOn'],
  ])('%s', (_title, change, field) => {
    expect(termsProblem(aSchedule(change))?.field).toBe(field);
    expect(() => buildSchedule(aSchedule(change))).toThrow(InvariantViolation);
  });
});

describe('terms at the edge', () => {
  it.each<[string, Partial<ScheduleTerms>]>([
    ['one fen', { principalFen: 1 }],
    ['the largest principal', { principalFen: 10 ** 13 }],
    ['the highest rate', { annualRate: parseRate('10') }],
    ['fifty years', { periods: 600 }],
    ['grace in all periods but one', { principalGracePeriods: 11, interestGracePeriods: 11 }],
    ['a first due day on the day after payment', { firstDueOn: on('2026-02-01') }],
  ])('%s have one', (_title, change) => {
    expect(termsProblem(aSchedule(change))).toBeNull();
    expect(buildSchedule(aSchedule(change)).at(-1)?.balanceFen).toBe(0);
  });
});
