import { fen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { interestOwedFen, principalOwedFen } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import { feeOwedFen, isCleared, penaltyOwedFen } from './loan.js';
import type { Loan, LoanFee } from './loan.js';
import type { AllocationPart } from '../product/servicing-rules.js';
import { loanMachine } from './loan.machine.js';

// Spending money on what a loan owes: piece by piece, each taking no more than it is owed and no more than is left.

/** Money in hand: what is taken is gone. */
export class Purse {
  constructor(private fenLeft: Fen) {}

  take(owedFen: Fen): Fen {
    const taken = Math.min(this.fenLeft, owedFen);
    this.fenLeft = fen(this.fenLeft - taken);
    return taken;
  }

  left(): Fen {
    return this.fenLeft;
  }
}

type Paid = Pick<Loan, 'fees' | 'penaltyPaidFen' | 'rows'>;

/**
 * Spends money on what is due, in the loan's order. Interest and principal that stand beside each other in the order are paid instalment by instalment, oldest
 * first; what stands apart is paid for all of them before the next part's turn.
 */
export function payDue(loan: Loan, isDue: (row: LoanInstalment) => boolean, purse: Purse): Paid {
  let { fees, penaltyPaidFen, rows }: Paid = loan;
  for (const parts of turnsOf(loan.servicing.allocationOrder)) {
    if (parts[0] === 'FEES') fees = fees.map((fee) => payFee(fee, purse));
    else if (parts[0] === 'PENALTY') penaltyPaidFen = fen(penaltyPaidFen + purse.take(penaltyOwedFen({ ...loan, penaltyPaidFen })));
    else rows = rows.map((row) => (isDue(row) ? payRow(row, parts, purse) : row));
  }
  return { fees, penaltyPaidFen, rows };
}

/** The order in turns: interest and principal together when they are neighbours. */
function turnsOf(order: readonly AllocationPart[]): readonly (readonly AllocationPart[])[] {
  const turns: AllocationPart[][] = [];
  for (const part of order) {
    const last = turns.at(-1);
    if (last && ofRow(part) && last.every(ofRow)) last.push(part);
    else turns.push([part]);
  }
  return turns;
}

const ofRow = (part: AllocationPart): boolean => part === 'INTEREST' || part === 'PRINCIPAL';

function payFee(fee: LoanFee, purse: Purse): LoanFee {
  return { ...fee, paidFen: fen(fee.paidFen + purse.take(feeOwedFen(fee))) };
}

function payRow(row: LoanInstalment, parts: readonly AllocationPart[], purse: Purse): LoanInstalment {
  let paid = row;
  for (const part of parts) {
    if (part === 'INTEREST') paid = { ...paid, interestPaidFen: fen(paid.interestPaidFen + purse.take(interestOwedFen(paid))) };
    else paid = { ...paid, principalPaidFen: fen(paid.principalPaidFen + purse.take(principalOwedFen(paid))) };
  }
  return paid;
}

/** A loan of which nothing is owed any more has ended. */
export function settleIfCleared(loan: Loan, on: LocalDate): Loan {
  if (loan.state === 'SETTLED' || !isCleared(loan)) return loan;
  return { ...loan, state: loanMachine.next(loan.state, 'settle'), settledOn: on };
}
