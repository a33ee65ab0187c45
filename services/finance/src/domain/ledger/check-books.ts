import { sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { Exposure } from '../exposure/exposure.js';
import { bookOf } from '../loan/loan-book.js';
import type { Loan } from '../loan/loan.js';

// The check of the books (账务核对): balances that the company works with are only a convenience; the entries of the ledger are the truth. Every night they
// are added up once more, and each loan and each borrower's balance must say the same. A single fen of difference is told with both figures.

export const CHECK_SUBJECTS = ['LOAN', 'BORROWER', 'LEDGER', 'PERIOD'] as const;
export type CheckSubject = (typeof CHECK_SUBJECTS)[number];

export interface Difference {
  readonly subject: CheckSubject;
  /** Loan, borrower or closed period; `ledger` for the whole. */
  readonly subjectId: string;
  /** Account, or what else is counted. */
  readonly account: string;
  readonly unit: 'FEN' | 'COUNT';
  /** What the company works with. */
  readonly expected: number;
  /** What the entries say. */
  readonly found: number;
}

/** What the entries of one loan come to, debit positive. */
export interface EntrySums {
  readonly entries: number;
  readonly accounts: Readonly<Record<string, Fen>>;
}

const NO_ENTRIES: EntrySums = { entries: 0, accounts: {} };

/** A loan against its entries: every account that either of them knows, and how many entries its chain has. */
export function loanDifferences(loan: Loan, sums: EntrySums = NO_ENTRIES): readonly Difference[] {
  const of = { subject: 'LOAN', subjectId: loan.id } as const;
  const chain = { ...of, account: 'entries', unit: 'COUNT', expected: loan.chain.no, found: sums.entries } as const;
  return [...accountDifferences(of, bookOf(loan), sums.accounts), ...(chain.expected === chain.found ? [] : [chain])];
}

/** Entries that belong to no loan. */
export function orphanDifferences(stream: string, sums: EntrySums): readonly Difference[] {
  const of = { subject: 'LOAN', subjectId: stream } as const;
  return [...accountDifferences(of, {}, sums.accounts), { ...of, account: 'entries', unit: 'COUNT', expected: 0, found: sums.entries }];
}

/** Two sets of balances, account by account. */
export function accountDifferences(
  of: Pick<Difference, 'subject' | 'subjectId'>,
  expected: Readonly<Record<string, Fen>>,
  found: Readonly<Record<string, Fen>>,
): readonly Difference[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort().flatMap((account) => {
    const pair = { expected: expected[account] ?? 0, found: found[account] ?? 0 };
    return pair.expected === pair.found ? [] : [{ ...of, account, unit: 'FEN' as const, ...pair }];
  });
}

/** What loans and payments under way make a borrower's balance. */
export interface BorrowerSums {
  readonly outstandingFen: Fen;
  readonly reservedFen: Fen;
  readonly loans: number;
}

const NO_BALANCE: BorrowerSums = { outstandingFen: 0, reservedFen: 0, loans: 0 };

/** A borrower's balance against his loans and the payments under way; a row that is missing says nothing is owed. */
export function borrowerDifferences(
  customerId: string,
  exposure: Pick<Exposure, 'outstandingFen' | 'reservedFen' | 'loans'> = NO_BALANCE,
  sums: BorrowerSums = NO_BALANCE,
): readonly Difference[] {
  const pairs = [
    ['outstanding', 'FEN', exposure.outstandingFen, sums.outstandingFen],
    ['reserved', 'FEN', exposure.reservedFen, sums.reservedFen],
    ['loans', 'COUNT', exposure.loans, sums.loans],
  ] as const;
  return pairs.flatMap(([account, unit, expected, found]) =>
    expected === found ? [] : [{ subject: 'BORROWER', subjectId: customerId, account, unit, expected, found }],
  );
}

interface AccountSides {
  readonly account: string;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

/** The balances that a month was closed with against the entries through its last day. */
export function periodDifferences(
  closed: { readonly month: string; readonly accounts: readonly AccountSides[] },
  entries: readonly AccountSides[],
): readonly Difference[] {
  const of = { subject: 'PERIOD', subjectId: closed.month } as const;
  return accountDifferences(of, sidesOf(closed.accounts), sidesOf(entries));
}

/** Both sides apart: a missing debit is not hidden by a missing credit. */
function sidesOf(accounts: readonly AccountSides[]): Readonly<Record<string, Fen>> {
  return Object.fromEntries(
    accounts.flatMap(({ account, debitFen, creditFen }) => [
      [`${account} debit`, debitFen],
      [`${account} credit`, creditFen],
    ]),
  );
}

/** Debits and credits of the whole ledger are equal. */
export function trialDifferences(accounts: readonly { readonly debitFen: Fen; readonly creditFen: Fen }[]): readonly Difference[] {
  const debitFen = sumFen(accounts.map((account) => account.debitFen));
  const creditFen = sumFen(accounts.map((account) => account.creditFen));
  if (debitFen === creditFen) return [];
  return [{ subject: 'LEDGER', subjectId: 'ledger', account: 'debits-and-credits', unit: 'FEN', expected: debitFen, found: creditFen }];
}
