import type { LocalDate } from '@weilend/kernel';
import { platformCollection } from '@weilend/mongo';

/** A business date that is being closed, or is closed. */
export interface DayEndRow {
  /** The business date. */
  readonly _id: LocalDate;
  readonly state: 'RUNNING' | 'CLOSED';
  readonly requestedBy: string;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
}

/** What was done of one part of the loans; the sums are counted in the transactions that did it. */
export interface DayEndPartRow {
  /** `<business date>:<part>`. */
  readonly _id: string;
  readonly on: LocalDate;
  readonly part: number;
  readonly closed: boolean;
  readonly loans: number;
  readonly entries: number;
  readonly events: number;
  readonly setAside: number;
}

/** A loan that a day end could not close, with the reason. */
export interface SetAsideRow {
  /** `<business date>:<loan>`. */
  readonly _id: string;
  readonly on: LocalDate;
  readonly loanId: string;
  readonly reason: string;
  readonly at: Date;
}

export const dayEndCollection = platformCollection('day_ends', [
  { name: 'state', keys: { state: 1, _id: 1 }, why: 'the day that is being closed' },
]);

export const dayEndPartCollection = platformCollection('day_end_parts', [
  { name: 'day', keys: { on: 1, part: 1 }, why: 'the parts of a day' },
]);

export const setAsideCollection = platformCollection('day_end_set_aside', [
  { name: 'day', keys: { on: 1, _id: 1 }, why: 'the loans that a day end set aside' },
]);
