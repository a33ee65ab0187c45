import { fen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { interestOwedFen, principalOwedFen } from '../loan/instalment.js';
import { feesOwedFen } from '../loan/loan.js';
import type { Loan } from '../loan/loan.js';
import { standingOf } from '../loan/standing.js';

// Whose repayment is it (来账匹配)? A remark that names a loan, its contract or its application decides. Else the account that the money came from, when it is
// the payee account of a borrower with exactly one loan that runs. Else the payer's name together with the amount: exactly one loan of whose next
// instalment, due amount or payoff it is. Anything less certain waits for a person, with the loans it might be: money on a stranger's loan is worse
// than money that waits.

export type MatchedBy = 'REFERENCE' | 'ACCOUNT' | 'AMOUNT';
/** What of a loan the amount is equal to. */
export type AmountFit = 'INSTALMENT' | 'DUE' | 'PAYOFF';

export interface Candidate {
  readonly loanId: string;
  readonly why: 'REFERENCE' | 'ACCOUNT' | 'NAME';
  readonly fits: AmountFit | null;
}

export interface MoneyReceived {
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly references: readonly string[];
}

/** Loans that the line may be about. */
export interface PossibleLoans {
  readonly referred: readonly Loan[];
  readonly ofAccount: readonly Loan[];
  readonly ofName: readonly Loan[];
}

export type MatchDecision =
  | { readonly kind: 'MATCHED'; readonly loan: Loan; readonly by: MatchedBy; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'UNMATCHED'; readonly reason: string; readonly candidates: readonly Candidate[] };

const MOST_CANDIDATES = 10;

/** The loan that the money is for, or why none is certain. */
export function matchLine(money: MoneyReceived, possible: PossibleLoans): MatchDecision {
  const candidates = candidatesOf(money, possible);
  const matched = (loan: Loan, by: MatchedBy): MatchDecision => ({ kind: 'MATCHED', loan, by, candidates });
  const missed = (reason: string): MatchDecision => ({ kind: 'UNMATCHED', reason, candidates });

  // Whoever wrote down a number meant it: when it leads nowhere, nothing else is guessed.
  if (money.references.length > 0) {
    const [loan, ...others] = unique(possible.referred);
    if (!loan) return missed('REFERENCE_UNKNOWN');
    if (others.length > 0) return missed('REFERENCE_AMBIGUOUS');
    if (mayHaveComeBack(loan, money)) return missed('MAY_BE_RETURNED_PAYMENT');
    return takes(loan, money) ? matched(loan, 'REFERENCE') : missed(whyNot(loan));
  }
  const [ofAccount, ...moreOfAccount] = unique(possible.ofAccount).filter((loan) => takes(loan, money));
  if (ofAccount && mayHaveComeBack(ofAccount, money)) return missed('MAY_BE_RETURNED_PAYMENT');
  if (ofAccount && moreOfAccount.length === 0) return matched(ofAccount, 'ACCOUNT');

  const known = unique([...possible.ofAccount, ...possible.ofName]);
  const running = known.filter((loan) => takes(loan, money));
  const [fitting, ...moreFitting] = running.filter((loan) => fitOf(loan, money) !== null);
  if (fitting && moreFitting.length === 0) return matched(fitting, 'AMOUNT');
  if (moreFitting.length > 0) return missed('AMOUNT_FITS_SEVERAL');
  if (running.length > 0) return missed('AMOUNT_FITS_NONE');
  return missed(known[0] ? whyNot(known[0]) : 'PAYER_UNKNOWN');
}

const takes = (loan: Loan, { paidOn }: MoneyReceived): boolean => loan.state === 'ACTIVE' && paidOn >= loan.disbursedOn;

/** The whole principal of a loan on which nothing was paid yet: the bank may have given our own payment back, and its remark names the contract as ours did. */
const mayHaveComeBack = (loan: Loan, { amountFen }: MoneyReceived): boolean => loan.receivedFen === 0 && amountFen === loan.principalFen;

/** LOAN_SETTLED: nothing is owed any more, so it is no repayment. */
const whyNot = (loan: Loan): string => (loan.state === 'ACTIVE' ? 'PAID_BEFORE_LOAN' : `LOAN_${loan.state}`);

/** What of the loan, on the day of payment, the amount is equal to the fen. */
export function fitOf(loan: Loan, { amountFen, paidOn }: Pick<MoneyReceived, 'amountFen' | 'paidOn'>): AmountFit | null {
  const standing = standingOf(loan, paidOn);
  const owedFen = loan.rows.map((row) => ({ dueOn: row.dueOn, fen: interestOwedFen(row) + principalOwedFen(row) }));
  const next = owedFen.find((row) => row.fen > 0);
  if (!next) return null;
  // What the borrower has to his credit is spent on it on its day.
  if (amountFen === next.fen - loan.creditFen) return 'INSTALMENT';
  // Everything that has fallen due, or the next instalment when nothing has, with the fees and the penalty that are owed beside it.
  const through = next.dueOn > paidOn ? next.dueOn : paidOn;
  const rowsFen = owedFen.reduce((sum, row) => (row.dueOn <= through ? sum + row.fen : sum), 0);
  if (amountFen === fen(rowsFen + feesOwedFen(loan) + standing.penaltyOwedFen - loan.creditFen)) return 'DUE';
  return amountFen === standing.payoffFen ? 'PAYOFF' : null;
}

function candidatesOf(money: MoneyReceived, { referred, ofAccount, ofName }: PossibleLoans): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (why: Candidate['why'], loans: readonly Loan[]): void => {
    for (const loan of loans) {
      const fits = takes(loan, money) ? fitOf(loan, money) : null;
      if (!found.has(loan.id)) found.set(loan.id, { loanId: loan.id, why, fits });
    }
  };
  add('REFERENCE', referred);
  add('ACCOUNT', ofAccount);
  add('NAME', ofName);
  return [...found.values()].slice(0, MOST_CANDIDATES);
}

const unique = (loans: readonly Loan[]): Loan[] => [...new Map(loans.map((loan) => [loan.id, loan])).values()];
