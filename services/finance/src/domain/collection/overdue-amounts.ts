import { fen, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { isOwed } from '../arrears/past-due.js';
import { ageLoan } from '../loan/age-loan.js';
import { interestOwedFen, principalOwedFen } from '../loan/instalment.js';
import { feesOwedFen, penaltyOwedFen } from '../loan/loan.js';
import type { Loan } from '../loan/loan.js';
import { untilOf } from '../loan/servicing.js';

// What a collector asks for: the instalments whose due day has passed, part by part, with the fees and the penalty that are owed. What falls due today or
// later is not late and is not asked for.

export interface OverdueAmounts {
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly penaltyFen: Fen;
  readonly feesFen: Fen;
  readonly totalFen: Fen;
}

/** On a day; days before the last payment or day end are answered as of that day. */
export function overdueOf(loan: Loan, on: LocalDate): OverdueAmounts {
  const day = on < loan.agedOn ? loan.agedOn : on;
  const aged = ageLoan(loan, day);
  const until = untilOf(aged);
  const late = aged.rows.filter((row) => row.dueOn < day && until(row.dueOn) < day);
  const principalFen = sumFen(late.map(principalOwedFen));
  const interestFen = sumFen(late.map(interestOwedFen));
  const [penalty, feesFen] = [penaltyOwedFen(aged), feesOwedFen(aged)];
  return { principalFen, interestFen, penaltyFen: penalty, feesFen, totalFen: fen(principalFen + interestFen + penalty + feesFen) };
}

/**
 * Due day of the oldest instalment that the borrower's credit does not cover, null when there is none. It does not depend on the day of asking: the loan is
 * late on every later day. Lists find late loans by it, so that none is missing before its day end was run.
 */
export function oldestOwedOn(loan: Pick<Loan, 'state' | 'rows' | 'creditFen'>): LocalDate | null {
  if (loan.state !== 'ACTIVE') return null;
  let creditFen: number = loan.creditFen;
  for (const row of loan.rows) {
    if (!isOwed(row)) continue;
    creditFen -= interestOwedFen(row) + principalOwedFen(row);
    if (creditFen < 0) return row.dueOn;
  }
  return null;
}
