import { invariant } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { applyRepayment, earlierOf } from './apply-repayment.js';
import type { Allocation } from './apply-repayment.js';
import { ageLoan } from './age-loan.js';
import type { Loan } from './loan.js';
import { loanMachine } from './loan.machine.js';

// What a loan would be had its payments been other ones: when a payment arrives with an earlier date, or one is taken back, everything that was paid
// is spread once more from the first day, in the order of the dates. Nothing is patched, so the result is the one that the right order would have given.

export interface MadeRepayment {
  readonly id: string;
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
}

export interface Replay {
  readonly loan: Loan;
  /** How a payment is spread; nothing for one that was not made. */
  readonly allocationOf: (id: string) => Allocation;
}

/** The loan after these payments and no others; payments of one day keep the order in which they are given. */
export function replayRepayments(loan: Loan, made: readonly MadeRepayment[], today: LocalDate): Replay {
  const allocations = new Map<string, Allocation>();
  let replayed = unpaid(loan);
  for (const { id, amountFen, paidOn } of [...made].sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))) {
    const outcome = applyRepayment(replayed, amountFen, { paidOn, today });
    allocations.set(id, outcome.allocation);
    replayed = outcome.loan;
  }
  const counted = ageLoan(replayed, loan.agedOn);
  invariant(counted.principalFen === loan.principalFen, 'a replay is of the same loan');
  // Tonight's day end classifies it anew.
  return { loan: { ...counted, nextChangeOn: earlierOf(loan.nextChangeOn, today) }, allocationOf: (id) => allocations.get(id) ?? NOTHING };
}

const NOTHING: Allocation = {
  feeFen: 0,
  penaltyFen: 0,
  interestFen: 0,
  principalFen: 0,
  creditUsedFen: 0,
  creditFen: 0,
  interestWaivedFen: 0,
};

/** As it was paid out. What the day ends have billed, classified and provided for stays until the next one. */
function unpaid(loan: Loan): Loan {
  return {
    ...loan,
    state: loanMachine.initial,
    fees: loan.fees.map((fee) => ({ ...fee, paidFen: 0 })),
    rows: loan.rows.map((row) => ({ ...row, interestPaidFen: 0, principalPaidFen: 0, interestWaivedFen: 0 })),
    outstandingFen: loan.principalFen,
    creditFen: 0,
    receivedFen: 0,
    settledOn: null,
    overdueFenDays: 0,
    agedOn: loan.disbursedOn,
    penaltyPaidFen: 0,
  };
}
