import { fen, invariant } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { Allocation } from '../loan/apply-repayment.js';

// The receipt of a repayment (还款收据): who paid what on which loan, how it was spread, and what principal was left when it was booked. Every repayment has
// one, numbered 1, 2, 3 within its loan without a gap, in the transaction that records it: payments of one loan wait for each other anyway, so no counter
// of the whole company becomes the place where all payments queue. A repayment that was taken back keeps its receipt, which then says that it is void.

export interface ReceiptFacts extends Allocation {
  readonly repaymentId: string;
  readonly loanId: string;
  readonly contractId: string;
  /** Place in the loan's receipts, from 1. */
  readonly receiptNo: number;
  /** Business day on which it was recorded. */
  readonly recordedOn: LocalDate;
  readonly paidOn: LocalDate;
  readonly amountFen: Fen;
  /** Principal that was left when it was booked; null for those of before receipts. */
  readonly outstandingAfterFen: Fen | null;
  readonly channel: string;
  readonly channelTransactionId: string;
  /** Masked. */
  readonly borrower: string;
  /** Masked; the borrower where nobody said otherwise. */
  readonly payer: string;
  readonly voided: { readonly on: LocalDate; readonly reason: string } | null;
}

export interface Receipt extends ReceiptFacts {
  /** `SJ20261126-0A1B2C3D4E-003`: day of recording, end of the loan's id, place in the loan. */
  readonly number: string;
  readonly spread: readonly SpreadPart[];
}

/** A line of the spread; the amounts add up to what was paid. */
export interface SpreadPart {
  readonly name: string;
  readonly amountFen: Fen;
}

const ID_LETTERS = 10;

export function makeReceipt(facts: ReceiptFacts): Receipt {
  return { ...facts, number: receiptNumber(facts), spread: spreadOf(facts) };
}

function receiptNumber({ loanId, receiptNo, recordedOn }: ReceiptFacts): string {
  invariant(Number.isSafeInteger(receiptNo) && receiptNo > 0, 'receipts of a loan are counted from 1');
  return `SJ${recordedOn.replaceAll('-', '')}-${loanId.slice(-ID_LETTERS).toUpperCase()}-${String(receiptNo).padStart(3, '0')}`;
}

/** Parts of a payment in the order in which they are paid; a part that is added to the spread must be named here. */
const PARTS: Readonly<Record<Exclude<keyof Allocation, 'creditUsedFen' | 'interestWaivedFen'>, string>> = {
  feeFen: '费用',
  penaltyFen: '罚息',
  interestFen: '利息',
  principalFen: '本金',
  creditFen: '转入溢缴款',
};

/** What was paid, to the fen: credit of before that was used stands there as less than zero. */
function spreadOf(facts: ReceiptFacts): SpreadPart[] {
  const paid = Object.entries(PARTS).map(([part, name]) => ({ name, amountFen: facts[part as keyof typeof PARTS] }));
  const spread = [...paid, { name: '使用以前的溢缴款', amountFen: fen(-facts.creditUsedFen) }].filter((part) => part.amountFen !== 0);
  invariant(spread.reduce((sum, part) => sum + part.amountFen, 0) === facts.amountFen, 'a receipt says what was paid, to the fen');
  return spread;
}
