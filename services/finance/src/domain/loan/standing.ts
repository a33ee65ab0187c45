import { fen, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { bucketOf, daysPastDue, overdueSince } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';
import { cutPenaltyFen } from '../arrears/penalty.js';
import { payoffFen } from './early-settlement.js';
import { untilOf } from './servicing.js';
import { ageLoan } from './age-loan.js';
import { interestOwedFen, outstandingOf } from './instalment.js';
import { feesOwedFen, penaltyAccruedFen, penaltyOwedFen } from './loan.js';
import type { Loan } from './loan.js';

// How a loan stands on a day, reckoned at that moment and not at the last day end: what is late and since when, the penalty so far with what the legal
// ceiling spared the borrower, and what would clear everything.

export interface LoanStanding {
  readonly on: LocalDate;
  readonly overdueSince: LocalDate | null;
  readonly daysPastDue: number;
  readonly bucket: Bucket;
  readonly penaltyAccruedFen: Fen;
  readonly penaltyOwedFen: Fen;
  /** What the ceiling took off the penalty. */
  readonly penaltyCutFen: Fen;
  /** Fees, penalty, interest to that day and all principal, less what the borrower has to his credit; 0 when there is nothing to pay. */
  readonly payoffFen: Fen;
}

/** Days before the last payment or day end are answered as of that day. */
export function standingOf(loan: Loan, on: LocalDate): LoanStanding {
  const day = on < loan.agedOn ? loan.agedOn : on;
  const aged = ageLoan(loan, day);
  const since = aged.state === 'ACTIVE' ? overdueSince(aged.rows, day, untilOf(aged)) : null;
  const days = daysPastDue(since, day);
  const owedFen = fen(feesOwedFen(aged) + penaltyOwedFen(aged) + rowsOwedFen(aged, day));
  return {
    ...{ on: day, overdueSince: since, daysPastDue: days, bucket: bucketOf(days) },
    penaltyAccruedFen: penaltyAccruedFen(aged),
    penaltyOwedFen: penaltyOwedFen(aged),
    penaltyCutFen: fen(aged.penaltyCutBeforeFen + cutPenaltyFen(aged)),
    payoffFen: Math.max(0, owedFen - aged.creditFen),
  };
}

/** Of a loan that was written off all that stands is due, and nothing is repaid early. */
function rowsOwedFen(loan: Loan, on: LocalDate): Fen {
  if (loan.state === 'WRITTEN_OFF') return fen(outstandingOf(loan.rows) + sumFen(loan.rows.map(interestOwedFen)));
  return payoffFen(loan, on);
}
