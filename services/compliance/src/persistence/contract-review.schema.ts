import { CONTRACT_REVIEW_REASONS } from '@weilend/contracts';
import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { CONTRACT_REVIEW_STATES } from '../domain/contract-review/contract-review.machine.js';

export const contractReviewCollection = defineCollection({
  name: 'contract_reviews',
  fields: {
    handoffId: fields.text,
    applicationId: fields.id,
    contractId: fields.id,
    contractNumber: fields.text,
    contractHash: fields.text,
    templateVersion: fields.text,
    amountFen: fields.fen,
    reasons: { type: [{ type: String, enum: [...CONTRACT_REVIEW_REASONS] }], required: true },
    changedClauses: fields.texts,
    participantIds: fields.texts,
    state: oneOf(CONTRACT_REVIEW_STATES),
    openedAt: fields.instant,
    dueAt: fields.optionalInstant,
    words: fields.optionalText,
    endedBy: fields.optionalText,
    endedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'handoff', keys: { handoffId: 1 }, why: 'one review per handoff, whatever races', options: { unique: true } },
    {
      name: 'application',
      keys: { applicationId: 1, state: 1 },
      why: 'what is open on an application, when it is withdrawn or drafted anew',
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the reviews in a state, newest first' },
    {
      name: 'due',
      keys: { dueAt: 1, _id: 1 },
      why: 'what is owed, most overdue first: the work list of compliance',
      options: { partialFilterExpression: { dueAt: { $type: 'date' } } },
    },
  ],
});
