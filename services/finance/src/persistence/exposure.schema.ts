import { defineCollection, fields } from '@weilend/mongo';

/** Balance per borrower under the customer's id; every payment writes it, so that two at once cannot both pass the limit. */
export const exposureCollection = defineCollection({
  name: 'exposures',
  fields: {
    customerId: fields.id,
    groupId: fields.optionalText,
    outstandingFen: fields.fen,
    reservedFen: fields.fen,
    consumerFen: fields.fen,
    loans: fields.count,
  },
  indexes: [{ name: 'largest', keys: { outstandingFen: -1, _id: 1 }, why: 'the largest borrowers' }],
});
