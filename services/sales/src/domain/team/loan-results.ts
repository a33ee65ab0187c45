import type { LocalDate } from '@weilend/kernel';

// The loans that a customer was paid, each counted for the salesperson who had the application: the results that targets are laid beside.
// A customer is new with his first loan; a payment that was taken back counts for nothing, and the next one is then his first.

export interface LoanResult {
  readonly loanId: string;
  readonly applicationId: string;
  readonly salespersonId: string;
  readonly amountFen: number;
  readonly disbursedOn: LocalDate;
  /** True for the first loan of the customer that stands. */
  readonly first: boolean;
  readonly reversed: boolean;
}

/** Of one customer, whose id it has. */
export interface CustomerResults {
  readonly id: string;
  readonly version: number;
  readonly loans: readonly LoanResult[];
}

/** Adds a payout once, in whatever order payouts and reversals come. */
export function addLoan(results: CustomerResults, loan: Omit<LoanResult, 'first' | 'reversed'>): CustomerResults {
  if (results.loans.some((one) => one.loanId === loan.loanId)) return results;
  return { ...results, loans: markFirst([...results.loans, { ...loan, first: false, reversed: false }]) };
}

/** Takes a payout out of the count; the same results when there is nothing to take. */
export function takeBackLoan(results: CustomerResults, loanId: string): CustomerResults {
  if (!results.loans.some((one) => one.loanId === loanId && !one.reversed)) return results;
  return { ...results, loans: markFirst(results.loans.map((one) => (one.loanId === loanId ? { ...one, reversed: true } : one))) };
}

function markFirst(loans: readonly LoanResult[]): readonly LoanResult[] {
  const inOrder = [...loans].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const first = inOrder.find((one) => !one.reversed);
  return inOrder.map((one) => ({ ...one, first: one === first }));
}

function order({ disbursedOn, loanId }: LoanResult): string {
  return `${disbursedOn} ${loanId}`;
}
