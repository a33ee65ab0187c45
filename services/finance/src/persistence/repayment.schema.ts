import { EARLY_MODES } from '../domain/loan/early-repayment.js';
import { defineCollection, fields, record } from '@weilend/mongo';

const reversalRecord = record({ reason: fields.text, reversedBy: fields.id, reversedAt: fields.instant });

/** Money received, once per transaction of its channel; a row is never removed. How it was spread changes when an earlier one is taken back. */
export const repaymentCollection = defineCollection({
  name: 'repayments',
  fields: {
    loanId: fields.id,
    applicationId: fields.id,
    channel: fields.text,
    channelTransactionId: fields.text,
    amountFen: fields.fen,
    feeFen: fields.fen,
    penaltyFen: fields.fen,
    interestFen: fields.fen,
    principalFen: fields.fen,
    creditUsedFen: fields.fen,
    creditFen: fields.fen,
    interestWaivedFen: fields.fen,
    paidOn: fields.date,
    early: { type: String, default: null, enum: [...EARLY_MODES, null] },
    receiptNo: fields.count,
    outstandingAfterFen: fields.optionalFen,
    recordedBy: fields.text,
    recordedAt: fields.instant,
    reversal: { type: reversalRecord, default: null },
  },
  indexes: [
    {
      name: 'standingTransaction',
      keys: { channel: 1, channelTransactionId: 1 },
      why: 'a transaction of a channel is posted once, whatever races; one that was taken back may be posted where it belongs',
      options: { unique: true, partialFilterExpression: { reversal: null } },
    },
    {
      name: 'number',
      keys: { channelTransactionId: 1 },
      why: 'whether a transaction of the bank is a repayment, whatever its channel is called',
    },
    { name: 'loan', keys: { loanId: 1, _id: 1 }, why: 'the repayments of a loan' },
    {
      name: 'receipt',
      keys: { loanId: 1, receiptNo: 1 },
      why: 'a number is given once; rows of before receipts get theirs by migration 0005',
      options: { unique: true, partialFilterExpression: { receiptNo: { $exists: true } } },
    },
  ],
});
