import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { RECORDING_KINDS } from '../../domain/contract/contract.js';
import { REVIEW_STATES } from '../../domain/contract/contract-review.js';
import { CONTRACT_STATES } from '../../domain/contract/contract.machine.js';
import { MISSING_PARTS } from '../../domain/contract/signing.js';
import { actOf, amendedTerms, loanTerms } from '../stored-shapes.js';

export const contractCollection = defineCollection({
  name: 'contracts',
  fields: {
    number: fields.text,
    applicationId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    decisionId: fields.id,
    draftNo: fields.count,
    state: oneOf(CONTRACT_STATES),
    history: { type: [record({ state: oneOf(CONTRACT_STATES), by: fields.id, at: fields.instant })], required: true },
    terms: { type: loanTerms, required: true },
    startOn: fields.date,
    templateVersion: fields.text,
    clauses: { type: [record({ key: fields.text, title: fields.text, text: fields.text })], required: true },
    review: {
      type: record({
        handoffId: fields.text,
        reasons: fields.texts,
        changedClauses: fields.texts,
        askedAt: fields.instant,
        dueAt: fields.instant,
        state: oneOf(REVIEW_STATES),
        returnReasons: fields.texts,
        reviewedBy: fields.optionalText,
        answeredAt: fields.optionalInstant,
      }),
      default: null,
    },
    costSheet: {
      type: record({
        costSheetId: fields.id,
        hash: fields.text,
        termsHash: fields.text,
        annualCostCompound: fields.text,
        issuedAt: fields.instant,
      }),
      default: null,
    },
    costSheetRefusedBecause: fields.texts,
    acknowledgement: {
      type: record({ costSheetId: fields.id, costSheetHash: fields.text, by: fields.id, at: fields.instant }),
      default: null,
    },
    explanation: {
      type: record({
        textVersion: fields.text,
        contractHash: fields.optionalText,
        readingSeconds: fields.count,
        by: fields.id,
        at: fields.instant,
      }),
      default: null,
    },
    recordings: {
      type: [
        record({
          kind: oneOf(RECORDING_KINDS),
          fileId: fields.id,
          sha256: fields.text,
          claimedHash: fields.text,
          sizeBytes: fields.count,
          durationSeconds: fields.count,
          contentType: fields.optionalText,
          by: fields.id,
          at: fields.instant,
          deletion: { type: actOf({ reason: fields.text }), default: null },
        }),
      ],
      required: true,
    },
    contractHash: fields.text,
    signDueOn: fields.optionalDate,
    missingForSigning: { type: [{ type: String, enum: [...MISSING_PARTS] }], required: true },
    amended: { type: amendedTerms, default: null },
    payeeAccountId: fields.optionalText,
    paymentOrders: fields.count,
    signedBy: fields.optionalText,
    signedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'application',
      keys: { applicationId: 1, draftNo: -1 },
      why: 'the drafts of an application, latest first',
      options: { unique: true },
    },
    {
      name: 'oneSigned',
      keys: { applicationId: 1 },
      why: 'one signed contract for each application, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'signed' } },
    },
    { name: 'salesperson', keys: { salespersonId: 1, state: 1, _id: -1 }, why: "a salesperson's own contracts, by state, newest first" },
    { name: 'ownNewest', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own contracts of every state, newest first" },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'all contracts of a state, newest first, for who sees all' },
    {
      name: 'ownMissing',
      keys: { salespersonId: 1, missingForSigning: 1, _id: -1 },
      why: 'what the own drafts wait for, by part, newest first',
      options: { partialFilterExpression: { state: 'draft' } },
    },
    {
      name: 'missing',
      keys: { missingForSigning: 1, _id: -1 },
      why: 'what all drafts wait for, by part, newest first',
      options: { partialFilterExpression: { state: 'draft' } },
    },
    {
      name: 'signDue',
      keys: { signDueOn: 1, _id: 1 },
      why: 'drafts whose last day to sign has passed, for the job that ends them',
      options: { partialFilterExpression: { state: 'draft' } },
    },
    {
      name: 'ownSignDue',
      keys: { salespersonId: 1, signDueOn: 1 },
      why: 'the own drafts by their last day to sign, for the day and the reminders',
      options: { partialFilterExpression: { state: 'draft' } },
    },
    {
      name: 'oneContractOfRecording',
      keys: { 'recordings.claimedHash': 1 },
      why: 'one recording is the evidence of one contract, whatever races [4.18]',
      options: { unique: true, partialFilterExpression: { 'recordings.claimedHash': { $type: 'string' } } },
    },
    {
      name: 'number',
      keys: { number: 1 },
      why: 'two contracts never have the same number, and a contract is found by it',
      options: { unique: true, partialFilterExpression: { number: { $type: 'string' } } },
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the contracts of a customer, newest first: they go with him' },
  ],
});

/** The last number that was taken in a year; a number that nobody used in the end is missing. */
export const contractCountCollection = defineCollection({ name: 'contract_counts', fields: { last: fields.count } });
