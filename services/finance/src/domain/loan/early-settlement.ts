import { fen, invariant, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { earlyRepaymentFeeFen } from '../product/early-cost.js';
import { shareOfDays } from '../schedule/day-count.js';
import { interestFen, yearly } from '../schedule/interest.js';
import { interestOwedFen, outstandingOf, principalOwedFen } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import type { Loan, LoanFee } from './loan.js';

// Repaying everything before it falls due (提前还清): the borrower owes the whole principal and interest for the days he really had
// the money (Civil Code 677), never the interest of months that do not come. Days are counted one by one, on the year of the loan.

export type RunningLoan = Pick<
  Loan,
  'rows' | 'fees' | 'annualRate' | 'dayCount' | 'rounding' | 'disbursedOn' | 'scheduleFrom' | 'servicing'
>;

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

/** What would clear the rows on `on` (fees that are owed apart): all principal, interest of due rows and accrued since, and what repaying early costs. */
export function payoffFen(loan: RunningLoan, on: LocalDate): Fen {
  const due = loan.rows.filter((row) => row.dueOn <= on);
  const running = loan.rows.find((row) => row.dueOn > on);
  const interestFen = fen(sumFen(due.map(interestOwedFen)) + (running ? accruedOwedFen(loan, running, on) : 0));
  return fen(outstandingOf(loan.rows) + interestFen + earlyFeeFen(loan, notYetDueFen(loan, on)));
}

/** Interest accrued on the running instalment that is neither paid nor waived. */
export function accruedOwedFen(loan: RunningLoan, running: LoanInstalment, on: LocalDate): Fen {
  return Math.min(interestOwedFen(running), Math.max(0, accruedFen(loan, on) - running.interestPaidFen));
}

export const EARLY_FEE_CODE = 'EARLY_REPAYMENT';

/** What repaying so much principal early costs (提前还款手续费). */
export function earlyFeeFen({ servicing, rounding }: Pick<Loan, 'servicing' | 'rounding'>, principalFen: Fen): Fen {
  return earlyRepaymentFeeFen(principalFen, servicing.earlyRepaymentFeeRate, rounding);
}

/** The fee as it stands on the loan, paid at once; none when it is nothing. */
export function withEarlyFee(fees: readonly LoanFee[], amountFen: Fen): readonly LoanFee[] {
  if (amountFen === 0) return fees;
  return [...fees, { code: EARLY_FEE_CODE, name: '提前还款手续费', payee: '本公司', amountFen, paidFen: amountFen }];
}

const notYetDueFen = (loan: Pick<Loan, 'rows'>, on: LocalDate): Fen => outstandingOf(loan.rows.filter((row) => row.dueOn > on));

/** Rows and fees after the payoff. */
export function settled(loan: RunningLoan, on: LocalDate): Pick<Loan, 'rows' | 'fees'> {
  return { rows: settledRows(loan, on), fees: withEarlyFee(loan.fees, earlyFeeFen(loan, notYetDueFen(loan, on))) };
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
