import { LOAN_PURPOSES } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CASE_STATES } from '../../domain/case/case.machine.js';
import { ANSWER_KINDS, OPINION_GIVERS } from '../../domain/case/opinion.js';
import { authorityBand, conditionFields, customerType, evidence, loanTerms, participant, reportCitation, vote } from '../stored-shapes.js';

const recusal = record({ employeeId: fields.id, reason: fields.text, kind: oneOf(['DECLARED', 'FORCED', 'CONFLICT']), at: fields.instant });
const veto = record({ employeeId: fields.id, reason: fields.text, at: fields.instant });
const opinion = record({
  department: oneOf(OPINION_GIVERS),
  handoffId: fields.id,
  question: fields.text,
  askedBy: fields.id,
  askedAt: fields.instant,
  dueAt: fields.instant,
  answer: {
    type: record({
      kind: oneOf(ANSWER_KINDS),
      stance: fields.optionalText,
      text: fields.text,
      by: fields.optionalText,
      at: fields.instant,
    }),
    default: null,
  },
});
const proposal = record({
  terms: { type: loanTerms, required: true },
  conditions: { type: [record(conditionFields)], required: true },
  proposedBy: fields.id,
});

const circulation = record({
  startedBy: fields.id,
  startedAt: fields.instant,
  dueAt: fields.instant,
  remindedAt: fields.optionalInstant,
  outcome: oneOf(['RUNNING', 'QUORATE', 'TO_SESSION']),
});
const rescheduling = record({
  reason: oneOf(['QUORUM_BROKEN', 'CIRCULATION_EXPIRED', 'ABSENT_AT_OPENING']),
  toSessionId: fields.id,
  at: fields.instant,
  dueAt: fields.instant,
  proposed: fields.texts,
});
const newFacts = record({
  text: fields.text,
  documents: { type: [evidence], required: true },
  requestedBy: fields.id,
  at: fields.instant,
});

export const approvalCaseCollection = defineCollection({
  name: 'approval_cases',
  fields: {
    applicationId: fields.id,
    handoffId: fields.optionalText,
    state: oneOf(CASE_STATES),
    customerId: fields.id,
    customerType,
    salespersonId: fields.id,
    purpose: oneOf(LOAN_PURPOSES),
    asked: { type: loanTerms, required: true },
    report: { type: reportCitation, required: true },
    participants: { type: [participant], required: true },
    policyVersion: fields.count,
    policyHash: fields.optionalText,
    bands: { type: [authorityBand], required: true },
    openedOn: fields.date,
    openedAt: fields.optionalInstant,
    dueAt: fields.optionalInstant,
    circulation: { type: circulation, default: null },
    ballotDueAt: fields.optionalInstant,
    reschedulings: { type: [rescheduling], required: true },
    recusals: { type: [recusal], required: true },
    opinions: { type: [opinion], required: true },
    votes: { type: [vote], required: true },
    veto: { type: veto, default: null },
    proposal: { type: proposal, default: null },
    withdrawnReason: fields.optionalText,
    questions: fields.texts,
    reconsiders: fields.optionalText,
    newFacts: { type: newFacts, default: null },
  },
  indexes: [
    {
      name: 'reportOnce',
      keys: { applicationId: 1, 'report.reportId': 1, reconsiders: 1 },
      why: 'one case for each application and report, and one more to look at it again, whatever races',
      options: { unique: true },
    },
    {
      name: 'oneOpen',
      keys: { applicationId: 1 },
      why: 'one open case for each application',
      options: { unique: true, partialFilterExpression: { state: 'open' } },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: "the committee's work list" },
    { name: 'due', keys: { state: 1, dueAt: 1, _id: 1 }, why: 'open cases by their deadline' },
    {
      name: 'ballotDue',
      keys: { ballotDueAt: 1, _id: 1 },
      why: 'circulated votes that come near or to their end',
      options: { partialFilterExpression: { ballotDueAt: { $type: 'date' } } },
    },
    { name: 'customer', keys: { customerId: 1, state: 1 }, why: 'the open cases of a customer, when a tie to him is declared' },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own cases" },
  ],
});
