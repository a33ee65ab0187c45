import { canonicalHash, fen, invariant, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';

// The general ledger (总账) in double entry: each entry moves the same amount from one side to the other, nothing is ever changed
// or removed, and an error is put right by a reversing entry. Each loan's entries form a chain: an entry names the hash of the one
// before it, so that a missing or altered one shows.

export const ACCOUNTS = {
  /** 放贷资金专户: the special account that loans are paid from and repaid to. */
  FUNDS: '1002.lending-funds',
  /** 应收利息: interest whose due day has passed and that is not paid. */
  INTEREST_RECEIVABLE: '1131.interest-receivable',
  /** 应收费用: published fees that are due and not yet paid. */
  FEES_RECEIVABLE: '1132.fees-receivable',
  /** 贷款本金: principal that borrowers owe. */
  LOANS: '1303.loan-principal',
  /** 贷款损失准备: what is provided for losses. */
  LOSS_ALLOWANCE: '1304.loss-allowance',
  /** 客户溢缴款: what a borrower paid above what he owed. */
  CUSTOMER_CREDIT: '2241.customer-credit',
  /** 利息收入. */
  INTEREST_INCOME: '6011.interest-income',
  /** 罚息收入, when it is paid. */
  PENALTY_INCOME: '6012.penalty-income',
  /** 手续费收入. */
  FEE_INCOME: '6021.fee-income',
  /** 核销后收回: what came in of loans that were written off. */
  RECOVERIES: '6031.recoveries',
  /** 信用减值损失. */
  IMPAIRMENT_LOSS: '6702.impairment-loss',
} as const;
export type Account = (typeof ACCOUNTS)[keyof typeof ACCOUNTS];

/** Accounts that no loan is booked on. */
export const ACCOUNTING = {
  /** 银行存款, 基本户: what the company itself lives on. */
  OPERATING_FUNDS: '1001.operating-funds',
  /** 职工薪酬. */
  STAFF_COSTS: '6602.staff-costs',
} as const;
export type CompanyAccount = (typeof ACCOUNTING)[keyof typeof ACCOUNTING];

export interface JournalLine {
  readonly account: Account | CompanyAccount;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

/** Where a chain of entries stands; a new loan's is empty. */
export interface ChainHead {
  readonly no: number;
  readonly hash: string | null;
}

export interface JournalEntry {
  readonly id: string;
  /** What the entry is for, once: `disbursement:con_…`, `repayment:rpm_…`, `reversal:rpm_…`, `disbursement-reversal:con_…`, `bonus:bop_…`,
   * `day-end:lon_…:<date>:<no>`, `request:lrq_…`, `class:ccg_…`. */
  readonly idemKey: string;
  readonly kind: 'DISBURSEMENT' | 'REPAYMENT' | 'REVERSAL' | 'DAY_END' | 'RESTRUCTURE' | 'WRITE_OFF' | 'CLASSIFICATION' | 'BONUS';
  readonly businessDate: LocalDate;
  /** The loan, or the bonus, whose chain this entry belongs to. */
  readonly stream: string;
  readonly no: number;
  readonly prevHash: string | null;
  readonly hash: string;
  readonly lines: readonly JournalLine[];
}

export const EMPTY_CHAIN: ChainHead = { no: 0, hash: null };

export const debit = (account: JournalLine['account'], amountFen: Fen): JournalLine => ({
  account,
  debitFen: fen(amountFen),
  creditFen: 0,
});
export const credit = (account: JournalLine['account'], amountFen: Fen): JournalLine => ({
  account,
  debitFen: 0,
  creditFen: fen(amountFen),
});

/** A balanced entry at the end of a chain; lines of zero are left out. Unbalanced lines are a bug of the caller. */
export function makeEntry(head: ChainHead, draft: Omit<JournalEntry, 'no' | 'prevHash' | 'hash'>): JournalEntry {
  const lines = draft.lines.filter((line) => line.debitFen !== 0 || line.creditFen !== 0);
  invariant(lines.length >= 2, 'an entry has two sides');
  invariant(
    lines.every((line) => line.debitFen >= 0 && line.creditFen >= 0),
    'amounts of an entry are not negative',
  );
  invariant(balanced(lines), `the entry ${draft.idemKey} is not balanced`);
  const chained = { ...draft, lines, no: head.no + 1, prevHash: head.hash };
  return { ...chained, hash: canonicalHash(chained) };
}

export const headOf = (entry: JournalEntry): ChainHead => ({ no: entry.no, hash: entry.hash });

/** True when debits equal credits. */
export function balanced(lines: readonly JournalLine[]): boolean {
  return sumFen(lines.map((line) => line.debitFen)) === sumFen(lines.map((line) => line.creditFen));
}

/** The number of the first entry of a stream that was changed, lost or put in, or null when the chain is whole. */
export function firstBreak(entries: readonly JournalEntry[]): number | null {
  let head = EMPTY_CHAIN;
  for (const entry of entries) {
    const { hash, ...rest } = entry;
    if (entry.no !== head.no + 1 || entry.prevHash !== head.hash || canonicalHash(rest) !== hash) return head.no + 1;
    head = headOf(entry);
  }
  return null;
}
