import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { DayEndPartRow, DayEndRow, SetAsideRow } from '../persistence/day-end.schema.js';

export interface DayEndProgress {
  readonly businessDate: LocalDate;
  readonly state: DayEndRow['state'];
  readonly startedAt: Date;
  readonly closedAt: Date | null;
  readonly parts: number;
  readonly partsClosed: number;
  readonly loans: number;
  readonly entries: number;
  readonly events: number;
  readonly setAside: readonly SetAsideRow[];
}

const MOST_SET_ASIDE = 500;
const DAYS_SHOWN = 60;

/** How day ends get on, and what they set aside. */
@Injectable()
export class DayEndQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async newest(first: number): Promise<DayEndProgress[]> {
    const days = await this.database
      .collection<DayEndRow>('day_ends')
      .find()
      .sort({ _id: -1 })
      .limit(Math.max(1, Math.min(first, DAYS_SHOWN)))
      .toArray();
    return Promise.all(days.map((day) => this.progress(day)));
  }

  async of(businessDate: LocalDate): Promise<DayEndProgress | null> {
    const day = await this.database.collection<DayEndRow>('day_ends').findOne({ _id: businessDate });
    return day ? this.progress(day) : null;
  }

  private async progress({ _id: businessDate, state, startedAt, closedAt }: DayEndRow): Promise<DayEndProgress> {
    const parts = await this.database.collection<DayEndPartRow>('day_end_parts').find({ on: businessDate }).toArray();
    const asides = this.database.collection<SetAsideRow>('day_end_set_aside').find({ on: businessDate });
    const sum = (read: (part: DayEndPartRow) => number): number => parts.reduce((total, part) => total + read(part), 0);
    return {
      ...{ businessDate, state, startedAt, closedAt, parts: parts.length },
      partsClosed: parts.filter((part) => part.closed).length,
      loans: sum((part) => part.loans),
      entries: sum((part) => part.entries),
      events: sum((part) => part.events),
      setAside: await asides.sort({ _id: 1 }).limit(MOST_SET_ASIDE).toArray(),
    };
  }
}
