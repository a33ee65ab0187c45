import { DomainError, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

/**
 * A quarter of the whole company (季度考核周期): its sheets are opened one by one, and closed all together, once. From the
 * moment the closing begins no sheet of it is opened any more, and what is heard of somebody without a sheet counts in the
 * next quarter.
 */
export interface AppraisalQuarter {
  readonly id: string;
  readonly version: number;
  readonly quarter: string;
  readonly state: 'OPEN' | 'CLOSING' | 'CLOSED';
  /** Sheets when the closing began, and how many of them are closed. */
  readonly sheets: number;
  readonly done: number;
  readonly startedBy: string | null;
  readonly startedAt: Date | null;
  readonly closedOn: LocalDate | null;
}

export function openQuarter(id: string, quarter: string): AppraisalQuarter {
  quarterRange(quarter);
  return { id, version: 0, quarter, state: 'OPEN', sheets: 0, done: 0, startedBy: null, startedAt: null, closedOn: null };
}

export interface ClosingStart {
  readonly sheets: number;
  /** Sheets that are appealed, or may still be. */
  readonly undecided: number;
  readonly by: string;
  readonly at: Date;
  readonly today: LocalDate;
}

/** Throws QUARTER_NOT_ENDED, QUARTER_CLOSED, QUARTER_EMPTY or QUARTER_UNDECIDED. */
export function startClosing(quarter: AppraisalQuarter, start: ClosingStart): AppraisalQuarter {
  requireOpen(quarter);
  const { to } = quarterRange(quarter.quarter);
  if (start.today <= to) throw new DomainError('QUARTER_NOT_ENDED', { quarter: quarter.quarter, lastDay: to });
  if (start.sheets === 0) throw new DomainError('QUARTER_EMPTY', { quarter: quarter.quarter }, 'quarter');
  if (start.undecided > 0) throw new DomainError('QUARTER_UNDECIDED', { quarter: quarter.quarter, sheets: start.undecided }, 'quarter');
  return { ...quarter, state: 'CLOSING', sheets: start.sheets, startedBy: start.by, startedAt: start.at };
}

/** Throws QUARTER_CLOSED once the closing has begun. */
export function requireOpen({ quarter, state }: Pick<AppraisalQuarter, 'quarter' | 'state'>): void {
  if (state !== 'OPEN') throw new DomainError('QUARTER_CLOSED', { quarter, state }, 'quarter');
}

/** So many more sheets are closed. */
export const closedMore = (quarter: AppraisalQuarter, count: number): AppraisalQuarter => ({ ...quarter, done: quarter.done + count });

export const endClosing = (quarter: AppraisalQuarter, on: LocalDate): AppraisalQuarter => ({ ...quarter, state: 'CLOSED', closedOn: on });
