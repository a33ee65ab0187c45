import { DomainError } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { checkTakesMoney } from '../loan/reverse-loan.js';
import type { Loan } from '../loan/loan.js';
import { bankLineMachine } from './bank-line.machine.js';
import type { BankLineState } from './bank-line.machine.js';
import type { Candidate, MatchedBy } from './match-line.js';

// Money that a bank statement tells of (来账流水): who paid, what he wrote, and what became of it. The bank's number of the transaction is posted once;
// when its repayment was taken back, because it had gone to the wrong loan, the same money is posted where it belongs.

export interface BankLine {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  readonly lineNo: number;
  /** Name of the company's account that the money came to; the channel of its repayment. */
  readonly channel: string;
  readonly transactionId: string;
  readonly paidOn: LocalDate;
  readonly amountFen: Fen;
  /** Plain here, encrypted in the database. */
  readonly payerName: string;
  /** Plain here, encrypted in the database. */
  readonly payerAccount: string;
  /** Plain here, encrypted in the database. */
  readonly remark: string;
  readonly maskedPayer: string;
  readonly maskedAccount: string;
  /** Blind indexes; null where the bank tells nothing. */
  readonly nameIndex: string | null;
  readonly accountIndex: string | null;
  /** Ids of loans, contracts and applications that the remark names. */
  readonly references: readonly string[];
  readonly state: BankLineState;
  /** Why it waits, or was set aside: a code, or what a person wrote. */
  readonly reason: string | null;
  readonly candidates: readonly Candidate[];
  readonly matchedBy: MatchedBy | 'PERSON' | null;
  readonly loanId: string | null;
  readonly repaymentId: string | null;
  /** How often a loan was chosen for it. */
  readonly attempt: number;
  /** How often the job could not carry it on. */
  readonly failures: number;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Who decided, and when. */
export interface LineDecision {
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

const LONGEST_REASON = 300;
/** After so many failures a person looks at it. */
export const MOST_FAILURES = 5;

/** Money that left the account repays nothing. */
export const isMoneyOut = ({ amountFen }: Pick<BankLine, 'amountFen'>): boolean => amountFen < 0;

/** The loan is chosen and will be posted. Throws DomainError BANK_LINE_MONEY_OUT, BANK_LINE_LOAN_SETTLED, LOAN_REVERSED or ILLEGAL_TRANSITION. */
export function chooseLoan(
  line: BankLine,
  loan: Pick<Loan, 'id' | 'state'>,
  by: LineDecision & { matchedBy: BankLine['matchedBy'] },
): BankLine {
  if (isMoneyOut(line)) throw new DomainError('BANK_LINE_MONEY_OUT', {}, 'lineId');
  checkTakesMoney(loan);
  if (loan.state === 'SETTLED') throw new DomainError('BANK_LINE_LOAN_SETTLED', {}, 'loanId');
  const state = bankLineMachine.next(line.state, 'match');
  return { ...line, ...by, state, loanId: loan.id, reason: null, repaymentId: null };
}

/** A person says that it is no repayment. */
export function setLineAside(line: BankLine, reason: string, by: LineDecision): BankLine {
  const text = reason.trim();
  if (text === '' || text.length > LONGEST_REASON) throw new DomainError('SET_ASIDE_REASON_MISSING', { most: LONGEST_REASON }, 'reason');
  return { ...line, ...by, state: bankLineMachine.next(line.state, 'setAside'), reason: text };
}

/** No loan is certain, or the one that was chosen did not take it. */
export function missLine(line: BankLine, reason: string, candidates: readonly Candidate[] = line.candidates): BankLine {
  return { ...line, state: bankLineMachine.next(line.state, 'miss'), reason, candidates, loanId: null, matchedBy: null };
}

export function postLine(line: BankLine, repayment: { id: string; loanId: string }): BankLine {
  return { ...line, state: bankLineMachine.next(line.state, 'post'), loanId: repayment.loanId, repaymentId: repayment.id, reason: null };
}

/** Something unexpected: tried again, until a person must look at it. */
export function failLine(line: BankLine): BankLine {
  const failures = line.failures + 1;
  if (failures < MOST_FAILURES) return { ...line, failures };
  return { ...line, failures, state: bankLineMachine.next(line.state, 'fail'), reason: 'PROCESSING_FAILED' };
}
