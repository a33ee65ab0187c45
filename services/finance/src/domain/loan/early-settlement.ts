import { fen, invariant, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { shareOfDays } from '../schedule/day-count.js';
import { interestFen, yearly } from '../schedule/interest.js';
import { interestOwedFen, outstandingOf, principalOwedFen } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import type { Loan } from './loan.js';

// Repaying everything before it falls due (提前还清): the borrower owes the whole principal and interest for the days he really had
// the money (Civil Code 677), never the interest of months that do not come. Days are counted one by one, on the year of the loan.

export type RunningLoan = Pick<Loan, 'rows' | 'annualRate' | 'dayCount' | 'rounding' | 'disbursedOn' | 'scheduleFrom'>;

/** Interest of the running instalment up to `on`, at most the instalment's own; what was put off to it counts from the first day. */
export function accruedFen(loan: RunningLoan, on: LocalDate): Fen {
  const index = loan.rows.findIndex((row) => row.dueOn > on);
  const running = loan.rows[index];
  if (!running) return 0;
  const startOn = laterOf(loan.rows[index - 1]?.dueOn ?? loan.disbursedOn, loan.scheduleFrom);
  // The balance that the instalment was computed on; paying ahead within the instalment does not lower it.
  const balanceFen = fen(running.balanceFen + running.principalFen);
  const accrued = interestFen(balanceFen, yearly(loan.annualRate), shareOfDays(loan.dayCount, { startOn, dueOn: on }), loan.rounding);
  return Math.min(running.interestFen, accrued + (running.carriedFen ?? 0));
}

const laterOf = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);

/** What would clear the rows on `on` (fees apart): all principal, interest of due rows, and interest accrued since. */
export function payoffFen(loan: RunningLoan, on: LocalDate): Fen {
  const due = loan.rows.filter((row) => row.dueOn <= on);
  const running = loan.rows.find((row) => row.dueOn > on);
  return fen(outstandingOf(loan.rows) + sumFen(due.map(interestOwedFen)) + (running ? accruedOwedFen(loan, running, on) : 0));
}

/** Interest accrued on the running instalment that is neither paid nor waived. */
export function accruedOwedFen(loan: RunningLoan, running: LoanInstalment, on: LocalDate): Fen {
  return Math.min(interestOwedFen(running), Math.max(0, accruedFen(loan, on) - running.interestPaidFen));
}

/** Rows after the payoff: principal paid, due and accrued interest paid, the rest waived. */
export function settledRows(loan: RunningLoan, on: LocalDate): readonly LoanInstalment[] {
  const running = loan.rows.find((row) => row.dueOn > on);
  return loan.rows.map((row) => {
    const owedFen = interestOwedFen(row);
    const paysFen = row.dueOn <= on ? owedFen : row === running ? accruedOwedFen(loan, row, on) : 0;
    const settled = {
      ...row,
      principalPaidFen: fen(row.principalPaidFen + principalOwedFen(row)),
      interestPaidFen: fen(row.interestPaidFen + paysFen),
      interestWaivedFen: fen(row.interestWaivedFen + owedFen - paysFen),
    };
    invariant(interestOwedFen(settled) === 0, 'a settled row owes nothing');
    return settled;
  });
}
