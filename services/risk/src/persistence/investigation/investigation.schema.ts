import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { REPLY_KINDS } from '../../domain/investigation/information-request.js';
import { INVESTIGATION_STATES } from '../../domain/investigation/investigation.machine.js';
import {
  siteVisitRecord,
  phoneRecord,
  bureauRecord,
  analysisRecord,
  waiverRecord,
  answerRecord,
  assignmentRecord,
  planRecord,
} from './check-records.schema.js';

/** The loan as asked for. */
export const termsRecord = record({
  productId: fields.text,
  amountFen: fields.fen,
  termMonths: fields.count,
  annualRate: fields.text,
  method: fields.text,
});

/** A score with everything that explains it; the facts and reasons are kept as they were judged. */
export const scoreRecord = record({
  cardId: fields.text,
  cardVersion: fields.count,
  // No default: the hash of a report from before covers a score without it.
  cardHash: { type: String },
  inputs: fields.json,
  score: fields.count,
  rating: fields.text,
  recommendation: fields.text,
  reasons: fields.json,
  scoredAt: fields.instant,
});

const informationRequestRecord = record({
  requestId: fields.id,
  handoffId: fields.id,
  question: fields.text,
  askedBy: fields.id,
  askedAt: fields.instant,
  dueAt: fields.instant,
  waiting: { type: record({ reason: fields.text }), default: null },
  reply: {
    type: record({ kind: oneOf(REPLY_KINDS), text: fields.text, by: fields.optionalText, at: fields.instant }),
    default: null,
  },
});

const consentRecord = record({
  consentId: fields.text,
  kind: fields.text,
  purpose: { type: String, default: '' },
  validUntil: fields.date,
  evidenceHash: fields.text,
});

export const investigationCollection = defineCollection({
  name: 'investigations',
  fields: {
    applicationId: fields.id,
    round: fields.count,
    handoffId: fields.id,
    customerId: fields.id,
    customerType: fields.text,
    salespersonId: fields.id,
    terms: { type: termsRecord, required: true },
    purpose: fields.text,
    identityIndex: fields.text,
    consents: { type: [consentRecord], required: true },
    participants: { type: [record({ role: fields.text, employeeId: fields.text })], required: true },
    state: oneOf(INVESTIGATION_STATES),
    investigatorIds: fields.texts,
    assignments: { type: [assignmentRecord], required: true },
    plans: { type: [planRecord], required: true },
    siteVisits: { type: [siteVisitRecord], required: true },
    phoneVerifications: { type: [phoneRecord], required: true },
    bureau: { type: bureauRecord, default: null },
    dataAnalyses: { type: [analysisRecord], required: true },
    waivers: { type: [waiverRecord], required: true },
    contradictionAnswers: { type: [answerRecord], required: true },
    score: { type: scoreRecord, default: null },
    informationRequests: { type: [informationRequestRecord], required: true },
    openedAt: fields.instant,
    closing: { type: record({ at: fields.instant, by: fields.text, reasons: fields.texts }), default: null },
    committeeReturns: { type: [record({ at: fields.instant, reasons: fields.texts })], required: true },
    /** Earliest deadline of a check that is still to be done; null when none is. */
    checkDueAt: fields.optionalInstant,
    /** Earliest deadline of a question that sales has not answered; null when none is open. */
    replyDueAt: fields.optionalInstant,
    waiverPending: fields.flag,
  },
  indexes: [
    {
      name: 'round',
      keys: { applicationId: 1, round: 1 },
      why: 'one investigation per application and round, whatever races [4.8]',
      options: { unique: true },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the work list, newest first' },
    { name: 'investigators', keys: { investigatorIds: 1, _id: -1 }, why: "an investigator's own work" },
    {
      name: 'investigators-open',
      keys: { investigatorIds: 1, state: 1, _id: -1 },
      why: "an investigator's own open work, beside all that he has finished",
    },
    {
      name: 'check-due',
      keys: { checkDueAt: 1, _id: 1 },
      why: 'checks that are overdue, the longest due first',
      options: { partialFilterExpression: { checkDueAt: { $type: 'date' } } },
    },
    {
      name: 'own-check-due',
      keys: { investigatorIds: 1, checkDueAt: 1, _id: 1 },
      why: "an investigator's own checks that are due",
      options: { partialFilterExpression: { checkDueAt: { $type: 'date' } } },
    },
    {
      name: 'reply-due',
      keys: { replyDueAt: 1, _id: 1 },
      why: 'investigations that wait for sales, the longest due first',
      options: { partialFilterExpression: { replyDueAt: { $type: 'date' } } },
    },
    {
      name: 'waiver-pending',
      keys: { waiverPending: 1, _id: 1 },
      why: 'waivers that wait for the risk manager',
      options: { partialFilterExpression: { waiverPending: true } },
    },
    {
      name: 'customer',
      keys: { customerId: 1, _id: -1 },
      why: 'the open rounds of a customer with whom one of the pair has declared a conflict',
    },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: 'where the applications of a salesperson stand' },
  ],
});
