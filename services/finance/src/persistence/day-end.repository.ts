import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { PARTS } from '../domain/loan/loan.js';
import type { DayEndPartRow, DayEndRow, SetAsideRow } from './day-end.schema.js';

export interface PartFigures {
  readonly loans: number;
  readonly entries: number;
  readonly events: number;
  readonly setAside: number;
}

@Injectable()
export class DayEnds {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** The newest day that is closed or being closed. */
  newest(tx?: Tx): Promise<DayEndRow | null> {
    return this.days().findOne({}, { sort: { _id: -1 }, session: tx?.session });
  }

  /** The newest day that is closed; days are closed in their order. */
  newestClosed(tx?: Tx): Promise<DayEndRow | null> {
    return this.days().findOne({ state: 'CLOSED' }, { sort: { _id: -1 }, session: tx?.session });
  }

  /** The oldest day that is being closed. */
  running(): Promise<DayEndRow | null> {
    return this.days().findOne({ state: 'RUNNING' }, { sort: { _id: 1 } });
  }

  /** A second day end of the same date fails on its id. */
  async open(days: readonly DayEndRow[], tx: Tx): Promise<void> {
    const parts = days.flatMap(({ _id }) => Array.from({ length: PARTS }, (_, part) => emptyPart(_id, part)));
    await this.days().insertMany([...days], { session: tx.session });
    await this.parts().insertMany(parts, { session: tx.session });
    for (const day of days) tx.wrote('day_ends', day._id, canonicalHash(day));
  }

  /** Parts with nothing to do are closed as they are. */
  async closeEmpty(on: LocalDate, busy: ReadonlySet<number>): Promise<void> {
    const empty = { on, closed: false, loans: 0, part: { $nin: [...busy] } };
    await this.parts().updateMany(empty, { $set: { closed: true } });
  }

  async isPartOpen({ on, part }: { on: LocalDate; part: number }, tx: Tx): Promise<boolean> {
    return (await this.parts().findOne({ _id: partId(on, part), closed: false }, { session: tx.session })) !== null;
  }

  openParts(on: LocalDate): Promise<DayEndPartRow[]> {
    return this.parts().find({ on, closed: false }).sort({ part: 1 }).toArray();
  }

  /** Counts what a transaction did of a part; `closed` when nothing is left in it. */
  async count(of: { on: LocalDate; part: number }, did: PartFigures, closed: boolean, tx: Tx): Promise<void> {
    const _id = partId(of.on, of.part);
    const { loans, entries, events, setAside } = did;
    await this.parts().updateOne({ _id }, { $inc: { loans, entries, events, setAside }, $set: { closed } }, { session: tx.session });
    tx.wrote('day_end_parts', _id, canonicalHash({ ...did, closed }));
  }

  async setAside(row: SetAsideRow, tx: Tx): Promise<void> {
    await this.asides().replaceOne({ _id: row._id }, row, { upsert: true, session: tx.session });
  }

  setAsideOn(on: LocalDate, tx: Tx): Promise<number> {
    return this.asides().countDocuments({ on }, { session: tx.session });
  }

  /** The day is closed, once all of its parts are; false when another worker has closed it. */
  async close(on: LocalDate, tx: Tx): Promise<boolean> {
    const closedAt = this.clock.now();
    const closing = { $set: { state: 'CLOSED', closedAt } } as const;
    const { modifiedCount } = await this.days().updateOne({ _id: on, state: 'RUNNING' }, closing, { session: tx.session });
    if (modifiedCount > 0) tx.wrote('day_ends', on, canonicalHash({ on, closedAt }));
    return modifiedCount > 0;
  }

  private days() {
    return this.database.collection<DayEndRow>('day_ends');
  }

  private parts() {
    return this.database.collection<DayEndPartRow>('day_end_parts');
  }

  private asides() {
    return this.database.collection<SetAsideRow>('day_end_set_aside');
  }
}

const partId = (on: LocalDate, part: number): string => `${on}:${String(part).padStart(2, '0')}`;

const emptyPart = (on: LocalDate, part: number): DayEndPartRow => ({
  ...{ _id: partId(on, part), on, part, closed: false },
  ...{ loans: 0, entries: 0, events: 0, setAside: 0 },
});
