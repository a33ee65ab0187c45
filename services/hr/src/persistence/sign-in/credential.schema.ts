import { defineCollection, fields } from '@weilend/mongo';

/** One per employee, under the employee's id; only sign-in reads it. */
export const credentialCollection = defineCollection({
  name: 'credentials',
  fields: {
    passwordHash: fields.text,
    earlierHashes: fields.texts,
    mustChange: fields.flag,
    failures: fields.count,
    lockedUntil: fields.optionalInstant,
  },
});
