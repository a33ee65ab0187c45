import { defineCollection, fields } from '@weilend/mongo';

/** When a loan was last heard not to be late, under the loan's own id: work that was asked for earlier has nothing left to do. */
export const arrearsClearanceCollection = defineCollection({
  name: 'arrears_clearances',
  fields: { clearedAt: fields.instant, reason: fields.text },
});
