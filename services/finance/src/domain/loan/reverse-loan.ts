import { DomainError } from '@weilend/kernel';
import { bucketOf } from '../arrears/past-due.js';
import { loanMachine } from './loan.machine.js';
import type { Loan } from './loan.js';

// A loan whose payment was taken back: it is as if the money had never left. Nothing is owed, nothing was earned, and nothing runs any more; what it would
// have been stays readable on its cost sheet. It can only end so while the borrower has paid nothing: after that the loan stands.

/** Throws DomainError LOAN_ALREADY_REPAID, or ILLEGAL_TRANSITION for a loan that has ended. */
export function reverseLoan(loan: Loan): Loan {
  const state = loanMachine.next(loan.state, 'reverse');
  if (loan.receivedFen !== 0) throw new DomainError('LOAN_ALREADY_REPAID', { loanId: loan.id });
  return {
    ...loan,
    ...{ state, rows: [], fees: [], outstandingFen: 0, provisionFen: 0, overdueFenDays: 0, penaltyBeforeFen: 0, penaltyCutBeforeFen: 0 },
    ...{ overdueSince: null, bucket: bucketOf(0), loanClass: 'PASS', manualClass: null, nextChangeOn: null },
  };
}

/** Throws DomainError LOAN_REVERSED: money that comes for such a loan belongs to whoever sent it. */
export function checkTakesMoney(loan: Pick<Loan, 'id' | 'state'>): void {
  if (loan.state === 'REVERSED') throw new DomainError('LOAN_REVERSED', { loanId: loan.id });
}
