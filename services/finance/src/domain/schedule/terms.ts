import type { Fen, LocalDate, MonthEnd, Rate } from '@weilend/kernel';

// What a schedule is computed from: the principal, the yearly rate, how the borrower repays (还款方式), the periods and their dates,
// how days are counted, and how a fraction of a fen is settled. Two terms that differ in any of these are two different loans.

export const METHODS = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET'] as const;
/** 等额本息, 等额本金, 先息后本, 到期一次还本付息: what a product may offer. */
export type Method = (typeof METHODS)[number];

export const QUOTE_METHODS = [...METHODS, 'FLAT'] as const;
/** FLAT (等本等息) charges interest on the whole principal to the end: it can be quoted, to show what it really costs, and is never lent. */
export type QuoteMethod = (typeof QUOTE_METHODS)[number];

export const COUNTS = ['PERIODIC', 'THIRTY_360', 'ACTUAL_360', 'ACTUAL_364', 'ACTUAL_365', 'ACTUAL_ACTUAL'] as const;
/** PERIODIC: every period is the same share of a year, whatever its days. The others name how days are counted and the length of the year. */
export type DayCount = (typeof COUNTS)[number];

export const PERIOD_UNITS = ['DAY', 'WEEK', 'MONTH'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export const MONTH_ENDS = ['CLAMP', 'ROLL'] as const satisfies readonly MonthEnd[];

export const ROUNDINGS = ['HALF_UP', 'HALF_EVEN'] as const;
/** How a half fen is settled, everywhere in one schedule. */
export type ScheduleRounding = (typeof ROUNDINGS)[number];

export interface ScheduleTerms {
  readonly principalFen: Fen;
  readonly annualRate: Rate;
  readonly method: QuoteMethod;
  /** Number of periods; each is `periodEvery` units long. */
  readonly periods: number;
  readonly periodUnit: PeriodUnit;
  readonly periodEvery: number;
  /** Day of payment; interest counts this day and not the day of repayment (算头不算尾). */
  readonly disbursedOn: LocalDate;
  /** Due day of the first period, when it is not one period after payment; later ones step from it. */
  readonly firstDueOn: LocalDate | null;
  readonly monthEnd: MonthEnd;
  readonly dayCount: DayCount;
  readonly rounding: ScheduleRounding;
  /** The level instalment is the nearest multiple of this; 1 is every fen. The last instalment takes the rest. */
  readonly instalmentMultipleFen: Fen;
  /** First periods in which no principal is repaid (本金宽限). */
  readonly principalGracePeriods: number;
  /** First periods whose interest is not paid yet: it is paid, without interest on it, with the first period after them (利息宽限). */
  readonly interestGracePeriods: number;
  /** Moves the level instalment a little, so that the last one differs less. */
  readonly evenLastInstalment: boolean;
}

/** One instalment (一期): `balanceFen` is the principal left after it is paid. */
export interface ScheduleRow {
  readonly no: number;
  readonly dueOn: LocalDate;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly totalFen: Fen;
  readonly balanceFen: Fen;
}
