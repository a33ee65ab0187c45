import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { BATCH_STATES } from '../domain/disbursement/batch.machine.js';
import { list } from './shared-records.js';

const leftOutRecord = record({ code: fields.text, data: fields.json });

/** Payments that are released together; each order names the batch that it is in. */
export const paymentBatchCollection = defineCollection({
  name: 'payment_batches',
  fields: {
    state: oneOf(BATCH_STATES),
    lines: list(record({ orderId: fields.id, amountFen: fields.fen, leftOut: { type: leftOutRecord, default: null } })),
    openedBy: fields.text,
    openedOn: fields.date,
    releasedBy: fields.optionalText,
    releasedOn: fields.optionalDate,
    exports: list(record({ by: fields.text, on: fields.date, sha256: fields.text })),
  },
  indexes: [{ name: 'state', keys: { state: 1, _id: -1 }, why: 'batches that wait to be released' }],
});
