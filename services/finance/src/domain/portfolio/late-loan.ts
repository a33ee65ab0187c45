import { addDays, invariant } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { Loan } from '../loan/loan.js';
import { isThirtyDaysLate } from './portfolio-figures.js';

// What is remembered of a loan that was ever thirty days late, for vintages and first-payment defaults: on which day it came to thirty and to ninety days for
// the first time, and whether it was the very first instalment that was not paid. A loan that recovers stays in it: "ever" is ever, as the day ends saw it.

export interface LateLoan {
  readonly loanId: string;
  readonly disbursedOn: LocalDate;
  readonly principalFen: Fen;
  readonly late30On: LocalDate;
  readonly late90On: LocalDate | null;
  /** Day on which the first instalment was thirty days late. */
  readonly firstDefaultOn: LocalDate | null;
}

export const EVER_DAYS = [30, 90] as const;

/** What a day end adds to it; null when the loan did not come to thirty or ninety days late. */
export function lateLoan(before: Loan, after: Loan): LateLoan | null {
  const { bucket, overdueSince, id: loanId, disbursedOn, principalFen } = after;
  if (bucket === before.bucket || !isThirtyDaysLate(bucket)) return null;
  invariant(overdueSince, 'a loan that is late is late since a day');
  const late30On = addDays(overdueSince, EVER_DAYS[0]);
  return {
    ...{ loanId, disbursedOn, principalFen, late30On },
    late90On: bucket === 'M4_PLUS' ? addDays(overdueSince, EVER_DAYS[1]) : null,
    firstDefaultOn: after.firstDueOn === overdueSince ? late30On : null,
  };
}
