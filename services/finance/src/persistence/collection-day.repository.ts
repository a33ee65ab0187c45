import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { collectionDayCollection } from './collection.schema.js';
import type { CollectionDayRow } from './collection.schema.js';

type DayFigures = Pick<CollectionDayRow, 'opened' | 'closed' | 'judged' | 'asked'>;

@Injectable()
export class CollectionDays {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async isDone(on: LocalDate): Promise<boolean> {
    return (await this.rows().findOne({ _id: on })) !== null;
  }

  /** Whoever is second leaves the row of the first. */
  async done(on: LocalDate, figures: DayFigures, tx: Tx): Promise<void> {
    const row = { ...figures, version: 1, doneAt: this.clock.now() };
    await this.rows().updateOne({ _id: on }, { $setOnInsert: row }, { upsert: true, session: tx.session });
    tx.wrote(collectionDayCollection.name, on, canonicalHash(row));
  }

  private rows() {
    return this.database.collection<CollectionDayRow & { version: number }>(collectionDayCollection.name);
  }
}
