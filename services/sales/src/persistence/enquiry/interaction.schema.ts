import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { INFORMING_WAYS } from '../../domain/application/informing.js';
import { needs } from '../stored-shapes.js';
import { teamDueIndex } from '../due-indexes.js';

export const interactionCollection = defineCollection({
  name: 'interactions',
  fields: {
    customerId: fields.optionalText,
    leadId: fields.optionalText,
    enquiryId: fields.optionalText,
    salespersonId: fields.id,
    heldAt: fields.instant,
    way: oneOf(INFORMING_WAYS),
    asked: fields.text,
    advised: fields.text,
    needs: { type: needs, required: true },
    nextStep: { type: record({ text: fields.text, on: fields.date }), default: null },
    nextStepDoneAt: fields.optionalInstant,
    recordedBy: fields.id,
    recordedAt: fields.instant,
    nextStepDueOn: fields.optionalDate,
    promises: { type: Boolean, required: true },
  },
  indexes: [
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's conversations, newest first" },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the conversations with a customer, newest first [2.9]' },
    { name: 'lead', keys: { leadId: 1, _id: -1 }, why: 'the conversations with a lead, newest first' },
    { name: 'enquiry', keys: { enquiryId: 1, _id: -1 }, why: 'the conversations about an enquiry, newest first' },
    { name: 'ownPromises', keys: { salespersonId: 1, promises: 1, _id: -1 }, why: 'next steps that one salesperson owes, newest first' },
    { name: 'promises', keys: { promises: 1, _id: -1 }, why: 'next steps that anybody owes, newest first' },
    teamDueIndex({ field: 'nextStepDueOn', type: 'string', owner: 'salespersonId', what: 'next steps' }),
    {
      name: 'due',
      keys: { salespersonId: 1, nextStepDueOn: 1 },
      why: 'reminders of next steps',
      options: { partialFilterExpression: { nextStepDueOn: { $type: 'string' } } },
    },
  ],
});
