import { defineCollection, fields } from '@weilend/mongo';

/** Money received, once per transaction of its channel; rows are only ever added. */
export const repaymentCollection = defineCollection({
  name: 'repayments',
  fields: {
    loanId: fields.id,
    applicationId: fields.id,
    channel: fields.text,
    channelTransactionId: fields.text,
    amountFen: fields.fen,
    feeFen: fields.fen,
    interestFen: fields.fen,
    principalFen: fields.fen,
    creditUsedFen: fields.fen,
    creditFen: fields.fen,
    interestWaivedFen: fields.fen,
    paidOn: fields.date,
    recordedBy: fields.text,
    recordedAt: fields.instant,
  },
  indexes: [
    {
      name: 'transaction',
      keys: { channel: 1, channelTransactionId: 1 },
      why: 'a transaction of a channel is posted once, whatever races',
      options: { unique: true },
    },
    { name: 'loan', keys: { loanId: 1, _id: 1 }, why: 'the repayments of a loan' },
  ],
});
