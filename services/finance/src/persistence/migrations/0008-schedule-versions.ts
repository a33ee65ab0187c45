import type { Database, Migration } from '@weilend/mongo';

/** As loans ran before products had rules for it. */
const PLAIN_SERVICING = {
  ...{ holidayRule: 'NONE', graceDays: 0, earlyRepaymentFeeRate: '0' },
  allocationOrder: ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL'],
};

interface ProductRow {
  readonly _id: string;
  readonly versions: readonly { readonly no: number; readonly monthEnd?: string; readonly instalmentMultipleFen?: number }[];
}

/** Loans of before run on their first schedule, by the month end and the multiple of their product's version; repayments repaid nothing early. */
export const scheduleVersions: Migration = {
  name: '0008-schedule-versions',
  async up(database: Database): Promise<void> {
    const loans = database.collection<{ _id: string; productId: string; productVersion: number }>('loans');
    for await (const product of database.collection<ProductRow>('products').find({})) {
      for (const { no, monthEnd = 'CLAMP', instalmentMultipleFen = 1 } of product.versions) {
        const old = { productId: product._id, productVersion: no, scheduleNo: { $exists: false } };
        await loans.updateMany(old, [
          {
            $set: {
              ...{ monthEnd, instalmentMultipleFen: { $toLong: Number(instalmentMultipleFen) } },
              ...{ scheduleNo: 1, scheduleFrom: '$disbursedOn', restructures: 0, watchUntil: null, writeOff: null },
              ...{ servicing: PLAIN_SERVICING, extensions: [] },
              ...{
                penaltyBeforeFen: { $toLong: 0 },
                penaltyCutBeforeFen: { $toLong: 0 },
                firstDueOn: { $arrayElemAt: ['$rows.dueOn', 0] },
              },
            },
          },
        ]);
      }
    }
    const repayments = database.collection('repayments');
    const indexes = await repayments.indexes().catch(() => []);
    // Replaced by an index over those that stand.
    if (indexes.some((index) => index.name === 'transaction')) await repayments.dropIndex('transaction');
    await repayments.updateMany({ early: { $exists: false } }, { $set: { early: null } });
  },
};
