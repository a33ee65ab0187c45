import { Injectable } from '@nestjs/common';
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { PaymentPromise } from '../domain/collection/payment-promise.js';
import { paymentPromiseCollection } from './collection.schema.js';

@Injectable()
export class PaymentPromises extends Repository<PaymentPromise> {
  constructor(database: Database) {
    super(database, paymentPromiseCollection, 'promise');
  }

  openOf(loanId: string, tx: Tx): Promise<PaymentPromise | null> {
    return this.findOne({ loanId, state: 'OPEN' }, tx);
  }

  countBroken(loanId: string, tx: Tx): Promise<number> {
    return this.model.collection.countDocuments({ loanId, state: 'BROKEN' } as never, { session: tx.session });
  }

  /** Promises whose last day of recording is over. */
  async dueIds(today: LocalDate): Promise<string[]> {
    const filter = { state: 'OPEN', byOn: { $lt: addDays(today, -1) } };
    const rows = await this.model.collection
      .find(filter as never, { projection: { _id: 1 } })
      .sort({ byOn: 1, _id: 1 })
      .toArray();
    return rows.map(({ _id }) => String(_id));
  }
}
