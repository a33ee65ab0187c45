import type { Database, Migration } from '@weilend/mongo';
import { partOf } from '../../domain/loan/loan.js';

const sumOf = (...paths: string[]) => ({ $add: paths.map((path) => ({ $sum: path })) });

interface OrderRow {
  readonly _id: string;
  readonly costSheetId: string;
}

interface SheetRow {
  readonly _id: string;
  readonly contingent: readonly { readonly annualRate: string }[];
}

/** Loans of before get what a day end needs: nothing billed, nothing late yet, and the first day end looks at each of them. */
export const loanServicing: Migration = {
  name: '0003-loan-servicing',
  async up(database: Database): Promise<void> {
    const loans = database.collection<{ _id: string; disbursementId: string; annualRate: string }>('loans');
    const missing = { nextChangeOn: { $exists: false } };
    for await (const { _id, disbursementId, annualRate } of loans.find(missing)) {
      const order = await database.collection<OrderRow>('disbursement_orders').findOne({ _id: disbursementId });
      const sheet = order && (await database.collection<SheetRow>('cost_sheets').findOne({ _id: order.costSheetId }));
      const penaltyRate = sheet?.contingent[0]?.annualRate ?? annualRate;
      await loans.updateOne({ _id }, [{ $set: { ...FIRST, penaltyRate, uncutPenaltyRate: penaltyRate, part: { $toInt: partOf(_id) } } }]);
    }
    await database
      .collection('repayments')
      .updateMany({ reversal: { $exists: false } }, [{ $set: { reversal: null, penaltyFen: { $toLong: 0 } } }]);
  },
};

const FIRST = {
  rows: { $map: { input: '$rows', as: 'row', in: { $mergeObjects: ['$$row', { billed: false }] } } },
  receivedFen: { $toLong: sumOf('$rows.principalPaidFen', '$rows.interestPaidFen', '$fees.paidFen', '$creditFen') },
  overdueFenDays: { $toLong: 0 },
  agedOn: '$disbursedOn',
  penaltyPaidFen: { $toLong: 0 },
  overdueSince: null,
  bucket: 'CURRENT',
  loanClass: 'PASS',
  manualClass: null,
  provisionFen: { $toLong: 0 },
  nextChangeOn: '$disbursedOn',
};
