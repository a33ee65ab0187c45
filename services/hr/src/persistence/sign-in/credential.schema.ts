import { defineCollection, fields } from '@weilend/mongo';

/** One per employee, under the employee's id, and for a while one per number that was tried and nobody has; only sign-in reads it. */
export const credentialCollection = defineCollection({
  name: 'credentials',
  fields: {
    passwordHash: fields.text,
    earlierHashes: fields.texts,
    mustChange: fields.flag,
    failures: fields.count,
    lockedUntil: fields.optionalInstant,
    locks: { type: Number, default: 0 },
    goesAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'expiry',
      keys: { goesAt: 1 },
      why: 'what was tried at numbers that nobody has is forgotten',
      options: { expireAfterSeconds: 0 },
    },
  ],
});
