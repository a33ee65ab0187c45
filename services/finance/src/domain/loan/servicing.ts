import { addDays, nextWorkingDay, parseRate } from '@weilend/kernel';
import type { LocalDate, Rate, WorkingCalendar } from '@weilend/kernel';
import type { PayableUntil } from '../arrears/past-due.js';
import type { LoanInstalment } from './instalment.js';

// What a loan's product laid down for its running (贷后服务规则): whether an instalment may be paid on the next working day, how many days late cost nothing, in
// which order money is spread, and what repaying principal early costs. The rules stay those of the day of payment.

export const HOLIDAY_RULES = ['NONE', 'FOLLOWING'] as const;
/** FOLLOWING (顺延): an instalment that falls due on a day off may be paid on the next working day; interest stays as it is. */
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

export const ALLOCATION_PARTS = ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL'] as const;
export type AllocationPart = (typeof ALLOCATION_PARTS)[number];

export interface LoanServicing {
  readonly holidayRule: HolidayRule;
  /** Days after the due day (宽限期) on which it can be paid as if on time; paid later, all days count. */
  readonly graceDays: number;
  /** Order in which money is spread over what is due (还款顺序). */
  readonly allocationOrder: readonly AllocationPart[];
  /** Share of the principal that is repaid early (提前还款违约金). */
  readonly earlyRepaymentFeeRate: Rate;
}

/** Cost of enforcement, then interest, then principal (Civil Code 561); nothing is put off, nothing early costs. */
export const PLAIN_SERVICING: LoanServicing = {
  holidayRule: 'NONE',
  graceDays: 0,
  allocationOrder: ALLOCATION_PARTS,
  earlyRepaymentFeeRate: parseRate('0'),
};

/** A due day that is put off to the next working day. */
export interface Extension {
  readonly dueOn: LocalDate;
  readonly until: LocalDate;
}

export interface Serviced {
  readonly servicing: LoanServicing;
  readonly extensions: readonly Extension[];
}

/** Last day on which what falls due on a day is paid in time. */
export function payableUntil({ servicing, extensions }: Serviced, dueOn: LocalDate): LocalDate {
  const until = extensions.find((extension) => extension.dueOn === dueOn)?.until ?? dueOn;
  return servicing.graceDays === 0 ? until : addDays(until, servicing.graceDays);
}

/** The same as a function of the due day. */
export const untilOf =
  (loan: Serviced): PayableUntil =>
  (dueOn) =>
    payableUntil(loan, dueOn);

/** The extensions with that of the next due day, by the calendar that is known now; those of days that are over stay as they were. */
export function extendNext(
  loan: Serviced & { readonly rows: readonly LoanInstalment[] },
  on: LocalDate,
  calendar: WorkingCalendar,
): readonly Extension[] {
  const next = loan.rows.find((row) => row.dueOn > on)?.dueOn;
  if (next === undefined || loan.servicing.holidayRule === 'NONE') return loan.extensions;
  const others = loan.extensions.filter((extension) => extension.dueOn !== next);
  const until = nextWorkingDay(calendar, next);
  const known = loan.extensions.find((extension) => extension.dueOn === next);
  if (until === (known?.until ?? next)) return loan.extensions;
  return until === next ? others : [...others, { dueOn: next, until }];
}
