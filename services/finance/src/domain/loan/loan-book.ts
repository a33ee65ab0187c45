import { fen, sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import { isNonPerforming } from '../arrears/loan-class.js';
import { ACCOUNTS, credit, debit } from '../ledger/journal.js';
import type { Account, JournalLine } from '../ledger/journal.js';
import { interestOwedFen } from './instalment.js';
import { feesOwedFen } from './loan.js';
import type { Loan, WriteOff } from './loan.js';

// What the ledger must say of a loan, account by account, as a function of the loan alone. Every act is booked as the difference between the loan after
// it and the loan before it, so that the books and the loans cannot drift apart.

export type LoanBook = Readonly<Record<Account, Fen>>;

/** Signed balances, debit positive; together they are zero. */
export function bookOf(loan: Loan): LoanBook {
  if (loan.writeOff) return writtenOffBook(loan, loan.writeOff);
  const receivableFen = interestReceivableFen(loan);
  // The money of a payment that was taken back is back.
  const paidOutFen = loan.state === 'REVERSED' ? 0 : loan.principalFen;
  return {
    [ACCOUNTS.FUNDS]: fen(loan.receivedFen - paidOutFen),
    [ACCOUNTS.LOANS]: loan.outstandingFen,
    [ACCOUNTS.INTEREST_RECEIVABLE]: receivableFen,
    [ACCOUNTS.FEES_RECEIVABLE]: feesOwedFen(loan),
    [ACCOUNTS.LOSS_ALLOWANCE]: fen(-loan.provisionFen),
    [ACCOUNTS.CUSTOMER_CREDIT]: fen(-loan.creditFen),
    [ACCOUNTS.INTEREST_INCOME]: fen(-sumFen(loan.rows.map((row) => row.interestPaidFen)) - receivableFen),
    [ACCOUNTS.PENALTY_INCOME]: fen(-loan.penaltyPaidFen),
    [ACCOUNTS.FEE_INCOME]: fen(-sumFen(loan.fees.map((fee) => fee.amountFen))),
    [ACCOUNTS.IMPAIRMENT_LOSS]: loan.provisionFen,
    [ACCOUNTS.RECOVERIES]: 0,
  };
}

/** Nothing of it stands on the books any more (核销): the loss is taken, and what comes in afterwards is recovery (核销后收回). */
function writtenOffBook(loan: Loan, writeOff: WriteOff): LoanBook {
  return {
    [ACCOUNTS.FUNDS]: fen(loan.receivedFen - loan.principalFen),
    [ACCOUNTS.LOANS]: 0,
    [ACCOUNTS.INTEREST_RECEIVABLE]: 0,
    [ACCOUNTS.FEES_RECEIVABLE]: 0,
    [ACCOUNTS.LOSS_ALLOWANCE]: 0,
    [ACCOUNTS.CUSTOMER_CREDIT]: fen(-loan.creditFen),
    [ACCOUNTS.INTEREST_INCOME]: fen(-writeOff.interestIncomeFen),
    [ACCOUNTS.PENALTY_INCOME]: fen(-writeOff.penaltyIncomeFen),
    [ACCOUNTS.FEE_INCOME]: fen(-sumFen(loan.fees.map((fee) => fee.amountFen))),
    [ACCOUNTS.IMPAIRMENT_LOSS]: fen(writeOff.principalFen + writeOff.feesFen),
    [ACCOUNTS.RECOVERIES]: fen(-(loan.receivedFen - loan.creditFen - writeOff.usedFen)),
  };
}

/** Interest whose due day has passed and that is not paid; that of a non-performing loan is no income before it is paid (非应计). */
export function interestReceivableFen(loan: Pick<Loan, 'rows' | 'loanClass'>): Fen {
  return isNonPerforming(loan.loanClass) ? 0 : sumFen(loan.rows.filter((row) => row.billed).map(interestOwedFen));
}

/** Lines of the entry that takes the books from one state of a loan to another; none when no amount changes. Null is before it was paid out. */
export function linesBetween(before: Loan | null, after: Loan): readonly JournalLine[] {
  const [from, to] = [before ? bookOf(before) : null, bookOf(after)];
  return (Object.keys(to) as Account[]).flatMap((account) => {
    const movedFen = fen(to[account] - (from?.[account] ?? 0));
    if (movedFen === 0) return [];
    return [movedFen > 0 ? debit(account, movedFen) : credit(account, fen(-movedFen))];
  });
}
