import type { LocalDate, Rate } from '@weilend/kernel';
import type { Method, ScheduleRow } from '../schedule/terms.js';
import type { Loan } from './loan.js';
import type { RestructurePolicy, RestructureTerms } from './restructure.js';

// The versions of a loan's schedule (还款计划版本). A schedule that was shown to the borrower is never changed: an early repayment, a restructure or a payment that
// is taken back makes a new version, and the old one stays to be looked at [7.4].

export const SCHEDULE_CAUSES = ['DISBURSEMENT', 'PREPAYMENT', 'RESTRUCTURE', 'REPLAY'] as const;
/** REPLAY: payments were put right, and the schedule that followed from them with them. */
export type ScheduleCause = (typeof SCHEDULE_CAUSES)[number];

export interface ScheduleVersion {
  readonly loanId: string;
  readonly no: number;
  readonly cause: ScheduleCause;
  readonly effectiveOn: LocalDate;
  readonly annualRate: Rate;
  readonly penaltyRate: Rate;
  readonly uncutPenaltyRate: Rate;
  readonly method: Method;
  /** What was agreed in a restructure, else null. */
  readonly restructure: { readonly terms: RestructureTerms; readonly policy: RestructurePolicy } | null;
  readonly rows: readonly ScheduleRow[];
}

const scheduleRow = ({ no, dueOn, principalFen, interestFen, totalFen, balanceFen }: ScheduleRow): ScheduleRow => ({
  ...{ no, dueOn, principalFen, interestFen, totalFen, balanceFen },
});

type Scheduled = Pick<Loan, 'rows' | 'annualRate' | 'method'>;

/** True when another schedule runs: what was paid on it does not matter. */
export function isRescheduled(before: Scheduled, after: Scheduled): boolean {
  if (before.rows.length !== after.rows.length || before.annualRate !== after.annualRate || before.method !== after.method) return true;
  return before.rows.some((row, place) => {
    const other = after.rows[place] as ScheduleRow;
    return row.dueOn !== other.dueOn || row.principalFen !== other.principalFen || row.interestFen !== other.interestFen;
  });
}

/** A version as it stands in a loan. */
export function versionOf(loan: Loan, made: Pick<ScheduleVersion, 'cause' | 'effectiveOn' | 'restructure'>): ScheduleVersion {
  const { id: loanId, scheduleNo: no, annualRate, penaltyRate, uncutPenaltyRate, method, rows } = loan;
  return { loanId, no, annualRate, penaltyRate, uncutPenaltyRate, method, ...made, rows: rows.map(scheduleRow) };
}
