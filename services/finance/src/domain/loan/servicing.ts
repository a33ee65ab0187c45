import { addDays, nextWorkingDay } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar } from '@weilend/kernel';
import type { PayableUntil } from '../arrears/past-due.js';
import { servicingOf } from '../product/servicing-rules.js';
import type { ServicingRules } from '../product/servicing-rules.js';
import type { LoanInstalment } from './instalment.js';

// What a loan's product laid down for its running (贷后服务规则): whether an instalment may be paid on the next working day, how many days late cost nothing, in
// which order money is spread, and what repaying principal early costs. The rules stay those of the day of payment.

/** The penalty factor has become the loan's penalty rate. */
export type LoanServicing = Omit<ServicingRules, 'penaltyFactor'>;

/** Rules of a product as its loan keeps them. */
export function servicingOfLoan(rules: ServicingRules): LoanServicing {
  const { penaltyFactor: _factor, ...servicing } = servicingOf(rules);
  return servicing;
}

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
