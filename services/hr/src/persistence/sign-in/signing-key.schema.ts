import { defineCollection, fields } from '@weilend/mongo';

export const signingKeyCollection = defineCollection({
  name: 'signing_key_pairs',
  fields: {
    serial: fields.count,
    publicJwk: fields.json,
    /** Encrypted; null once the key is forgotten. */
    privateJwk: fields.optionalText,
    createdAt: fields.instant,
    signsFrom: fields.instant,
    retiredAt: fields.optionalInstant,
    withdrawnAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'serial',
      keys: { serial: 1 },
      why: 'two processes that make a key at once: one of them',
      options: { unique: true, partialFilterExpression: { serial: { $gt: 0 } } },
    },
  ],
});
