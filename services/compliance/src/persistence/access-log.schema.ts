import { defineCollection, fields } from '@weilend/mongo';

/** Every full view of personal data in the company; only ever inserted. */
export const accessLogCollection = defineCollection({
  name: 'access_log',
  fields: {
    customerId: fields.id,
    viewerId: fields.id,
    reason: fields.text,
    viewedFields: fields.texts,
    viewedAt: fields.instant,
    source: fields.text,
  },
  indexes: [
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'who saw the data of a customer' },
    { name: 'viewer', keys: { viewerId: 1, _id: -1 }, why: 'what a person looked at' },
    { name: 'viewedAt', keys: { viewedAt: -1 }, why: 'views of a period' },
  ],
});
