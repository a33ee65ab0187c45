import type { Database, Migration } from '@weilend/mongo';
import { loanUseOf } from '../../domain/exposure/loan-use.js';
import type { LoanUse } from '../../domain/exposure/loan-use.js';

interface OrderRow {
  readonly _id: string;
  readonly handoffId: string;
  readonly customerId: string;
}

interface HandoffRow {
  readonly _id: string;
  readonly data: { readonly purpose?: string; readonly customerType?: string };
}

/** Orders and loans of before say what the money is for, as their handoff said it, and no payment of before is taken back or in a batch; exposures count the part of consumption, and nobody is in a group yet. */
export const limits: Migration = {
  name: '0004-limits',
  async up(database: Database): Promise<void> {
    await database
      .collection('disbursement_orders')
      .updateMany({ reversal: { $exists: false } }, { $set: { reversal: null, batchId: null } });
    const missing = { loanUse: { $exists: false } };
    const orders = database.collection<OrderRow>('disbursement_orders');
    for await (const { _id, handoffId } of orders.find(missing)) {
      const handoff = await database.collection<HandoffRow>('handoffs').findOne({ _id: handoffId });
      const purpose = handoff?.data.purpose ?? null;
      const loanUse = loanUseOf(purpose ?? '', handoff?.data.customerType ?? 'INDIVIDUAL');
      await orders.updateOne({ _id }, { $set: { purpose, loanUse } });
      await database.collection('loans').updateOne({ disbursementId: _id }, { $set: { loanUse } });
    }
    await database.collection('loans').updateMany(missing, { $set: { loanUse: 'CONSUMER' satisfies LoanUse } });
    const exposures = database.collection<{ _id: string }>('exposures');
    for await (const { _id } of exposures.find({ consumerFen: { $exists: false } })) {
      const consumerFen = await consumerFenOf(database, _id);
      await exposures.updateOne({ _id }, [{ $set: { groupId: null, consumerFen: { $toLong: consumerFen } } }]);
    }
  },
};

async function consumerFenOf(database: Database, customerId: string): Promise<number> {
  const of = { customerId, loanUse: 'CONSUMER' };
  const sums = async (collection: string, match: object, field: string): Promise<number> => {
    const [row] = await database
      .collection(collection)
      .aggregate<{ sum: number }>([{ $match: match }, { $group: { _id: null, sum: { $sum: field } } }])
      .toArray();
    return row?.sum ?? 0;
  };
  const lent = await sums('loans', of, '$outstandingFen');
  return lent + (await sums('disbursement_orders', { ...of, state: { $in: ['RESERVED', 'SENT'] } }, '$terms.amountFen'));
}
