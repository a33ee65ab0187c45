import type { Fen, LocalDate, Rate } from '@weilend/kernel';

// What a schedule is computed from: the principal, the yearly rate, the term in months, how the borrower repays (还款方式),
// how days are counted, and the day from which interest runs.

export const METHODS = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET'] as const;
/** 等额本息, 等额本金, 先息后本, 到期一次还本付息. */
export type Method = (typeof METHODS)[number];

export const COUNTS = ['PERIODIC', 'THIRTY_360', 'ACTUAL_360', 'ACTUAL_365'] as const;
/** PERIODIC: a month is a twelfth of a year, whatever its days. The others name their basis. */
export type DayCount = (typeof COUNTS)[number];

export interface ScheduleTerms {
  readonly principalFen: Fen;
  readonly annualRate: Rate;
  readonly termMonths: number;
  readonly method: Method;
  readonly dayCount: DayCount;
  /** Day of payment; interest counts this day and not the day of repayment (算头不算尾). */
  readonly startOn: LocalDate;
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
