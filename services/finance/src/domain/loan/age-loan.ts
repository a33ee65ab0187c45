import type { LocalDate } from '@weilend/kernel';
import { lateFenDays } from '../arrears/penalty.js';
import { outstandingOf } from './instalment.js';
import type { Loan } from './loan.js';
import { untilOf } from './servicing.js';
import { payDue, Purse, settleIfCleared } from './spend.js';

// What days do to a loan by themselves: principal that is late earns penalty, and what the borrower has to his credit is spent on each instalment on its due
// day. It does not matter how often somebody looks: the loan on a day is the same.

/** The loan as it is on a day; a day that was counted already changes nothing. */
export function ageLoan(loan: Loan, on: LocalDate): Loan {
  // Of a loan that has ended or left the books nothing grows any more.
  if (loan.state !== 'ACTIVE') return on <= loan.agedOn ? loan : { ...loan, agedOn: on };
  let aged = loan;
  for (const { dueOn } of loan.rows) {
    if (aged.creditFen === 0 || dueOn > on) break;
    if (dueOn > loan.agedOn) aged = spendCredit(countLate(aged, dueOn), dueOn);
  }
  return countLate(aged, on);
}

function countLate(loan: Loan, on: LocalDate): Loan {
  if (on <= loan.agedOn) return loan;
  return { ...loan, overdueFenDays: loan.overdueFenDays + lateFenDays(loan.rows, [loan.agedOn, on], untilOf(loan)), agedOn: on };
}

/** In the order of a repayment. */
function spendCredit(loan: Loan, on: LocalDate): Loan {
  const purse = new Purse(loan.creditFen);
  const paid = payDue(loan, (row) => row.dueOn <= on, purse);
  return settleIfCleared({ ...loan, ...paid, outstandingFen: outstandingOf(paid.rows), creditFen: purse.left() }, on);
}
