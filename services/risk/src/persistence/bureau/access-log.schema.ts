import { defineCollection, fields, oneOf } from '@weilend/mongo';

export const ACCESS_KINDS = [
  'BUREAU_INQUIRY',
  'BUREAU_REUSE',
  'BUREAU_ANSWER',
  /** An answer about another person: thrown away unseen. */
  'BUREAU_ANSWER_REFUSED',
  'BUREAU_REPORT_VIEW',
  'SITE_PHOTO_VIEW',
] as const;

/** Who looked at whose personal data, when and why [3.7, 7.11]; rows are only ever added. */
export const accessLogCollection = defineCollection({
  name: 'access_log',
  fields: {
    kind: oneOf(ACCESS_KINDS),
    actor: fields.text,
    customerId: fields.id,
    applicationId: fields.id,
    /** Inquiry or file that was looked at. */
    objectId: fields.id,
    consentId: fields.optionalText,
    reason: fields.text,
    /** Hash of what was seen, when it was an answer. */
    resultHash: fields.optionalText,
    at: fields.instant,
  },
  indexes: [
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'who looked at a customer' },
    { name: 'actor', keys: { actor: 1, _id: -1 }, why: 'what one person looked at' },
  ],
});
