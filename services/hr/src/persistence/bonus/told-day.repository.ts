import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { toldDayCollection } from './bonus.schema.js';

interface ToldDay {
  readonly id: string;
  readonly version: number;
  readonly endedThrough: LocalDate;
}

const FINANCE = 'finance';

/** Up to which business day finance has told everything that its day ends found of the loans. */
@Injectable()
export class ToldDays extends Repository<ToldDay> {
  constructor(database: Database) {
    super(database, toldDayCollection, 'told day');
  }

  /** Days are ended in their order; an older one that is told again moves nothing. */
  async note(businessDate: LocalDate, tx: Tx): Promise<void> {
    const known = await this.find(FINANCE, tx);
    if (!known) await this.insert({ id: FINANCE, version: 0, endedThrough: businessDate }, tx);
    else if (known.endedThrough < businessDate) await this.save({ ...known, endedThrough: businessDate }, tx);
  }

  /** Null while no day end was ever told. */
  async endedThrough(): Promise<LocalDate | null> {
    const row = await this.model.collection.findOne({ _id: FINANCE } as never);
    return row && (row as unknown as ToldDay).endedThrough;
  }
}
