import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash, newId } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ClassChangeRow } from '../domain/arrears/class-change.js';

export type NewClassChange = Omit<ClassChangeRow, '_id' | 'at'>;

/** The history of classes: rows are added and read, nothing else. */
@Injectable()
export class ClassChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** All in one command; nothing when there are none. */
  async add(changes: readonly NewClassChange[], tx: Tx): Promise<void> {
    if (changes.length === 0) return;
    const at = this.clock.now();
    const rows = changes.map((change) => ({ _id: newId('ccg'), ...change, at }));
    await this.rows().insertMany(rows, { session: tx.session });
    tx.wrote('class_changes', rows[0]?._id ?? '', canonicalHash(rows));
  }

  private rows() {
    return this.database.collection<ClassChangeRow>('class_changes');
  }
}
