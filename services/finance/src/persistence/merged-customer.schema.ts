import { defineCollection, fields } from '@weilend/mongo';

/** Files of sales that were merged, under the id that ended: messages and people may name it for a long time yet. */
export const mergedCustomerCollection = defineCollection({
  name: 'merged_customers',
  fields: { survivorId: fields.id, mergedBy: fields.id, mergedOn: fields.date },
  indexes: [{ name: 'survivor', keys: { survivorId: 1 }, why: 'files that were merged into one that is merged itself: they follow' }],
});
