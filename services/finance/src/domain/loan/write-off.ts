import { DomainError, fen, sumFen } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { LoanClass } from '../arrears/loan-class.js';
import { ageLoan } from './age-loan.js';
import { accruedOwedFen } from './early-settlement.js';
import { interestOwedFen, outstandingOf } from './instalment.js';
import { feesOwedFen } from './loan.js';
import type { Loan } from './loan.js';
import { loanMachine } from './loan.machine.js';
import { payDue, Purse } from './spend.js';

// Writing a loan off (核销): only one that is judged a loss leaves the books, against what was provided for it. The borrower still owes what he owed on that
// day, no interest or penalty grows any more, and whatever he pays afterwards is a recovery (收回已核销贷款).

/** Refusal of a write-off of a loan of this class on the day, or nothing. */
export function writeOffProblems(loan: Pick<Loan, 'state'>, loanClass: LoanClass): readonly DomainError[] {
  if (loan.state !== 'ACTIVE') return [new DomainError('LOAN_NOT_RUNNING', { state: loan.state }, 'loanId')];
  return loanClass === 'LOSS' ? [] : [new DomainError('WRITE_OFF_NOT_LOSS', { loanClass }, 'loanId')];
}

/** The loan off the books from `on`. */
export function writeOffLoan(loan: Loan, on: LocalDate): Loan {
  const aged = withoutCredit(ageLoan(loan, on));
  const running = aged.rows.find((row) => row.dueOn > on);
  const rows = aged.rows.map((row) => {
    if (row.dueOn <= on) return row;
    const keptFen = row === running ? accruedOwedFen(aged, row, on) : 0;
    return { ...row, interestWaivedFen: fen(row.interestWaivedFen + interestOwedFen(row) - keptFen) };
  });
  return {
    ...aged,
    rows,
    state: loanMachine.next(aged.state, 'write-off'),
    provisionFen: 0,
    nextChangeOn: null,
    writeOff: {
      on,
      principalFen: aged.outstandingFen,
      feesFen: feesOwedFen(aged),
      interestIncomeFen: sumFen(aged.rows.map((row) => row.interestPaidFen)),
      penaltyIncomeFen: aged.penaltyPaidFen,
      usedFen: fen(aged.receivedFen - aged.creditFen),
    },
  };
}

/** What the borrower has to his credit is his payment of what is given up. */
function withoutCredit(loan: Loan): Loan {
  const purse = new Purse(loan.creditFen);
  const paid = payDue(loan, () => true, purse);
  return { ...loan, ...paid, outstandingFen: outstandingOf(paid.rows), creditFen: purse.left() };
}

/** Principal of the loan that stands on the books. */
export const onBooksFen = (loan: Pick<Loan, 'outstandingFen' | 'writeOff'>) => (loan.writeOff ? 0 : loan.outstandingFen);
