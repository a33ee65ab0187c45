import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { FactRebuild } from '../../domain/indicator/fact-rebuild.js';
import type { Heard } from '../../domain/indicator/hearing.js';
import type { SoldLoan } from '../../domain/indicator/sold-loan.js';
import { factRebuildCollection, heardCollection, soldLoanCollection } from './indicator.schema.js';

const MOST_SAYINGS = 500;

@Injectable()
export class HeardSayings extends Repository<Heard> {
  constructor(database: Database) {
    super(database, heardCollection, 'saying');
  }

  /** Everything that was heard about a subject, in the order of hearing. */
  about(aboutId: string, tx: Tx): Promise<Heard[]> {
    return this.findMany({ aboutId }, tx, { sort: { _id: 1 }, limit: 100_000 });
  }

  /** The next subjects after one, in order: at least one while there are any. Read from the index alone. */
  async subjectsAfter(aboutId: string, tx: Tx): Promise<string[]> {
    const next = { aboutId: { $gt: aboutId } } as never;
    const rows = this.model.collection.find<{ aboutId: string }>(next, { session: tx.session, projection: { _id: 0, aboutId: 1 } });
    return [...new Set((await rows.sort({ aboutId: 1 }).limit(MOST_SAYINGS).toArray()).map((row) => row.aboutId))];
  }

  async countSubjects(tx: Tx): Promise<number> {
    const stages = [{ $group: { _id: '$aboutId' } }, { $count: 'subjects' }];
    const [row] = await this.model.collection.aggregate<{ subjects: number }>(stages, { session: tx.session }).toArray();
    return row?.subjects ?? 0;
  }
}

@Injectable()
export class SoldLoans extends Repository<SoldLoan> {
  constructor(database: Database) {
    super(database, soldLoanCollection, 'sold loan');
  }

  ofCustomers(customerIds: readonly string[], tx: Tx): Promise<SoldLoan[]> {
    return this.findMany({ customerId: { $in: [...customerIds] } }, tx);
  }

  /** Kept as it is known now; a new one when it was not. */
  async keep(loan: SoldLoan, tx: Tx): Promise<void> {
    if (loan.version === 0) await this.insert(loan, tx);
    else await this.save(loan, tx);
  }
}

@Injectable()
export class FactRebuilds extends Repository<FactRebuild> {
  constructor(database: Database) {
    super(database, factRebuildCollection, 'rebuild');
  }

  running(tx: Tx): Promise<FactRebuild | null> {
    return this.findOne({ state: 'RUNNING' }, tx);
  }
}
