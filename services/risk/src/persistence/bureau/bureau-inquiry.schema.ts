import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { BUREAU_STATES } from '../../domain/bureau/bureau-inquiry.machine.js';
import { BUREAU_TROUBLES } from '../../domain/bureau/bureau-trouble.js';

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
    // Blind index of the identity number; stays, so that the reports of a person are found while they may be used.
    identityIndex: fields.text,
    pendingFor: fields.optionalText,
    // Encrypted; null once the bureau has answered.
    identityNumber: fields.optionalText,
    maskedIdentity: fields.text,
    requestedBy: fields.text,
    requestedAt: fields.instant,
    dueAt: fields.instant,
    attempts: fields.count,
    nextAttemptAt: fields.optionalInstant,
    // The whole answer as encrypted JSON.
    report: fields.optionalText,
    trouble: { type: String, default: null, enum: [...BUREAU_TROUBLES, null] },
    failure: fields.optionalText,
    answersRefused: fields.count,
    answeredAt: fields.optionalInstant,
    reusedFrom: fields.optionalText,
  },
  indexes: [
    {
      name: 'pending',
      keys: { pendingFor: 1 },
      why: 'of one person one question at a time, whatever races',
      options: { unique: true, partialFilterExpression: { pendingFor: { $type: 'string' } } },
    },
    { name: 'person', keys: { identityIndex: 1, answeredAt: -1 }, why: 'the last report of a person, to use it again' },
    {
      name: 'state',
      keys: { state: 1, _id: -1 },
      why: "the risk manager's list, newest first; those that are late are among the few requested",
    },
    { name: 'trouble', keys: { trouble: 1, _id: -1 }, why: 'which inquiries met one kind of trouble, newest first' },
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
