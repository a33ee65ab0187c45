import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { BUREAU_STATES } from '../../domain/bureau/bureau-inquiry.machine.js';

export const bureauInquiryCollection = defineCollection({
  name: 'bureau_inquiries',
  fields: {
    requestId: fields.id,
    investigationId: fields.id,
    applicationId: fields.id,
    customerId: fields.id,
    consentId: fields.id,
    purpose: fields.text,
    state: oneOf(BUREAU_STATES),
    // Encrypted; null once the bureau has answered.
    identityNumber: fields.optionalText,
    maskedIdentity: fields.text,
    requestedBy: fields.text,
    requestedAt: fields.instant,
    attempts: fields.count,
    nextAttemptAt: fields.optionalInstant,
    // The whole answer as encrypted JSON.
    report: fields.optionalText,
    failure: fields.optionalText,
    answeredAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'request', keys: { requestId: 1 }, why: 'a request id asks once', options: { unique: true } },
    {
      name: 'due',
      keys: { nextAttemptAt: 1 },
      why: 'the job looks for inquiries to send',
      options: { partialFilterExpression: { state: 'REQUESTED' } },
    },
    { name: 'investigation', keys: { investigationId: 1, _id: 1 }, why: 'the inquiries of an investigation' },
    { name: 'customer', keys: { customerId: 1, _id: 1 }, why: 'who asked about a customer' },
  ],
});
