import { sumFen } from '@weilend/kernel';
import type { Allocation } from '../loan/apply-repayment.js';
import type { Loan } from '../loan/loan.js';
import { ACCOUNTS, credit, debit } from './journal.js';
import type { JournalLine } from './journal.js';

// How the two acts of the main line are booked. Paying out turns money of the lending account into principal that is owed, and the
// published fees fall due; a repayment turns what is owed back into money, oldest debts first, and the excess is owed to the customer.

/** 借 贷款本金 贷 放贷资金; 借 应收费用 贷 手续费收入. */
export function disbursementLines(loan: Pick<Loan, 'principalFen' | 'fees'>): readonly JournalLine[] {
  const feesFen = sumFen(loan.fees.map((fee) => fee.amountFen));
  return [
    debit(ACCOUNTS.LOANS, loan.principalFen),
    credit(ACCOUNTS.FUNDS, loan.principalFen),
    debit(ACCOUNTS.FEES_RECEIVABLE, feesFen),
    credit(ACCOUNTS.FEE_INCOME, feesFen),
  ];
}

/** 借 放贷资金, 客户溢缴款 贷 应收费用, 利息收入, 贷款本金, 客户溢缴款. */
export function repaymentLines(amountFen: number, allocation: Allocation): readonly JournalLine[] {
  return [
    debit(ACCOUNTS.FUNDS, amountFen),
    debit(ACCOUNTS.CUSTOMER_CREDIT, allocation.creditUsedFen),
    credit(ACCOUNTS.FEES_RECEIVABLE, allocation.feeFen),
    credit(ACCOUNTS.INTEREST_INCOME, allocation.interestFen),
    credit(ACCOUNTS.LOANS, allocation.principalFen),
    credit(ACCOUNTS.CUSTOMER_CREDIT, allocation.creditFen),
  ];
}
