import { fen, sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { ScheduleRow } from '../schedule/terms.js';

// One instalment of a running loan (一期): what the schedule asks, what was paid of it, and what need not be paid any more.

export interface LoanInstalment extends ScheduleRow {
  readonly interestPaidFen: Fen;
  readonly principalPaidFen: Fen;
  /** Interest of days that never came, because the loan was repaid before. */
  readonly interestWaivedFen: Fen;
  /** Its due day has been closed: interest that is not paid yet is a receivable. */
  readonly billed: boolean;
  /** A row that no schedule asked for: principal that was repaid early. Nothing for an instalment. */
  readonly kind?: 'PREPAYMENT';
  /** Part of the interest that was owed before a restructure and was put off to this instalment. */
  readonly carriedFen?: Fen;
}

/** An instalment of which nothing is paid yet. */
export function unpaidInstalment(row: ScheduleRow): LoanInstalment {
  return { ...row, interestPaidFen: 0, principalPaidFen: 0, interestWaivedFen: 0, billed: false };
}

export const interestOwedFen = (row: LoanInstalment): Fen => fen(row.interestFen - row.interestPaidFen - row.interestWaivedFen);
export const principalOwedFen = (row: LoanInstalment): Fen => fen(row.principalFen - row.principalPaidFen);

/** Principal still owed. */
export function outstandingOf(rows: readonly LoanInstalment[]): Fen {
  return sumFen(rows.map(principalOwedFen));
}
