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
  /** Sheets that are open. */
  readonly sheets: number;
  /** Sheets that were closed one by one before. */
  readonly closed: number;
  /** Open sheets on which somebody still has a word: the time of a step runs, or an appeal is undecided. */
  readonly undecided: number;
  /** People who had a sales role on the last day and have no sheet. */
  readonly sheetless: number;
  readonly by: string;
  readonly at: Date;
  readonly today: LocalDate;
}

/** A quarter whose sheets were all closed one by one has nothing left to do. Throws QUARTER_NOT_ENDED, QUARTER_CLOSED, QUARTER_EMPTY, QUARTER_SHEETS_MISSING or QUARTER_UNDECIDED. */
export function startClosing(quarter: AppraisalQuarter, start: ClosingStart): AppraisalQuarter {
  requireOpen(quarter);
  const { to } = quarterRange(quarter.quarter);
  if (start.today <= to) throw new DomainError('QUARTER_NOT_ENDED', { quarter: quarter.quarter, lastDay: to });
  if (start.sheets + start.closed === 0) throw new DomainError('QUARTER_EMPTY', { quarter: quarter.quarter }, 'quarter');
  if (start.sheetless > 0)
    throw new DomainError('QUARTER_SHEETS_MISSING', { quarter: quarter.quarter, people: start.sheetless }, 'quarter');
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
