import { defineCollection, fields, record } from '@weilend/mongo';
import { list, participantRecord, termsRecord } from './shared-records.js';

const decisionRecord = record({
  decisionId: fields.id,
  result: { type: String, default: null, enum: ['APPROVED', 'CONDITIONAL', 'REJECTED', null] },
  terms: { type: termsRecord, default: null },
  validUntil: fields.optionalDate,
  customerId: fields.optionalText,
  participants: list(participantRecord),
  conditionsConfirmed: fields.flag,
  lapsed: fields.optionalText,
});

/** What approval and sales have said of an application: one document, so that its facts and the order conflict when they cross. */
export const applicationFactsCollection = defineCollection({
  name: 'application_facts',
  fields: { decisions: list(decisionRecord), stopped: fields.optionalText, cancelledContractIds: fields.texts },
});
