import { parseLocalDate, parseRate } from '@weilend/kernel';
import type { ScheduleTerms } from './terms.js';

/** 100,000 yuan at 12 % in 12 months from 31 January 2026; single terms can be changed. */
export function aSchedule(change: Partial<ScheduleTerms> = {}): ScheduleTerms {
  return {
    principalFen: 100_000_00,
    annualRate: parseRate('0.12'),
    method: 'EQUAL_INSTALMENT',
    periods: 12,
    periodUnit: 'MONTH',
    periodEvery: 1,
    disbursedOn: parseLocalDate('2026-01-31'),
    firstDueOn: null,
    monthEnd: 'CLAMP',
    dayCount: 'PERIODIC',
    rounding: 'HALF_UP',
    instalmentMultipleFen: 1,
    principalGracePeriods: 0,
    interestGracePeriods: 0,
    evenLastInstalment: false,
    ...change,
  };
}

/** Runs of a property: a few in every test run, more when `npm run prove -- schedules` asks for them. */
export const runs = (usual: number): number => Number(process.env['PROPERTY_RUNS'] ?? usual);
