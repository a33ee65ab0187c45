import type { Database, Migration } from '@weilend/mongo';

/** Repayments of before receipts are numbered within their loans, in the order in which they were recorded. What was left of the loan then is not known any more. */
export const receiptNumbers: Migration = {
  name: '0005-receipt-numbers',
  async up(database: Database): Promise<void> {
    const repayments = database.collection('repayments');
    const numbered = repayments.aggregate(
      [
        { $setWindowFields: { partitionBy: '$loanId', sortBy: { _id: 1 }, output: { receiptNo: { $documentNumber: {} } } } },
        { $set: { receiptNo: { $toInt: '$receiptNo' }, outstandingAfterFen: { $ifNull: ['$outstandingAfterFen', null] } } },
        { $project: { receiptNo: 1, outstandingAfterFen: 1 } },
        { $merge: { into: 'repayments', whenMatched: 'merge', whenNotMatched: 'discard' } },
      ],
      { allowDiskUse: true },
    );
    await numbered.toArray();
  },
};
