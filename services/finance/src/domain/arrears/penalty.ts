import { daysBetween, fen } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { ON_THE_DAY } from './past-due.js';
import type { PayableUntil } from './past-due.js';
import { principalOwedFen } from '../loan/instalment.js';
import type { LoanInstalment } from '../loan/instalment.js';
import { interestFen, yearly } from '../schedule/interest.js';

// Penalty interest (罚息) on principal that is late, for each day from its due day, by days over 360. What accrues is counted in fen-days (one fen late
// for one day) and turned into money at the very end, so that it does not matter how often somebody looks or pays in between. The rate is cut at the
// legal ceiling; what the cut took away stays visible.

const YEAR_DAYS = 360;

/**
 * Fen-days of late principal after `from` up to and with `to`, while the rows stand as they are. Days on which it can still be paid in time count nothing; once
 * they are over, all days since the due day count.
 */
export function lateFenDays(
  rows: readonly LoanInstalment[],
  [from, to]: readonly [LocalDate, LocalDate],
  until: PayableUntil = ON_THE_DAY,
): number {
  let total = 0;
  for (const row of rows) {
    if (row.dueOn >= to) break;
    const owedFen = principalOwedFen(row);
    const inTime = owedFen > 0 ? until(row.dueOn) : row.dueOn;
    if (owedFen > 0 && inTime < to) total += owedFen * daysBetween(from <= inTime ? row.dueOn : from, to);
  }
  return total;
}

/** Penalty of so many fen-days at a yearly rate, half up to the fen. */
export function penaltyFen(fenDays: number, rate: Rate): Fen {
  return interestFen(fenDays, yearly(rate), { parts: 1, base: YEAR_DAYS }, 'HALF_UP');
}

export interface PenaltyTerms {
  /** Yearly rate within the ceiling. */
  readonly penaltyRate: Rate;
  /** Contract rate x factor, before the ceiling. */
  readonly uncutPenaltyRate: Rate;
  readonly overdueFenDays: number;
}

/** What the ceiling spared the borrower so far. */
export function cutPenaltyFen({ penaltyRate, uncutPenaltyRate, overdueFenDays }: PenaltyTerms): Fen {
  return fen(penaltyFen(overdueFenDays, uncutPenaltyRate) - penaltyFen(overdueFenDays, penaltyRate));
}
