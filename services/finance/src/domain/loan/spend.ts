import { fen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { interestOwedFen, principalOwedFen } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import { feeOwedFen, isCleared } from './loan.js';
import type { Loan, LoanFee } from './loan.js';
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

export function payFee(fee: LoanFee, purse: Purse): LoanFee {
  return { ...fee, paidFen: fen(fee.paidFen + purse.take(feeOwedFen(fee))) };
}

/** Interest before principal (Civil Code 561). */
export function payRow(row: LoanInstalment, purse: Purse): LoanInstalment {
  const interestPaidFen = fen(row.interestPaidFen + purse.take(interestOwedFen(row)));
  return { ...row, interestPaidFen, principalPaidFen: fen(row.principalPaidFen + purse.take(principalOwedFen(row))) };
}

/** A loan of which nothing is owed any more has ended. */
export function settleIfCleared(loan: Loan, on: LocalDate): Loan {
  if (loan.state === 'SETTLED' || !isCleared(loan)) return loan;
  return { ...loan, state: loanMachine.next(loan.state, 'settle'), settledOn: on };
}
