import { LOAN_PURPOSES } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CASE_STATES } from '../../domain/case/case.machine.js';
import { ANSWER_KINDS, OPINION_GIVERS } from '../../domain/case/opinion.js';
import { OFFICES } from '../../domain/member/member.js';
import { authorityBand, conditionFields, customerType, loanTerms, participant, reportCitation } from '../stored-shapes.js';

const recusal = record({ employeeId: fields.id, reason: fields.text, kind: oneOf(['DECLARED', 'FORCED', 'CONFLICT']), at: fields.instant });
const vote = record({
  employeeId: fields.id,
  office: oneOf(OFFICES),
  choice: oneOf(['YES', 'NO']),
  reason: fields.text,
  at: fields.instant,
});
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

export const approvalCaseCollection = defineCollection({
  name: 'approval_cases',
  fields: {
    applicationId: fields.id,
    handoffId: fields.id,
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
    recusals: { type: [recusal], required: true },
    opinions: { type: [opinion], required: true },
    votes: { type: [vote], required: true },
    veto: { type: veto, default: null },
    proposal: { type: proposal, default: null },
    withdrawnReason: fields.optionalText,
  },
  indexes: [
    {
      name: 'report',
      keys: { applicationId: 1, 'report.reportId': 1 },
      why: 'one case for each application and report, whatever races',
      options: { unique: true },
    },
    {
      name: 'oneOpen',
      keys: { applicationId: 1 },
      why: 'one open case for each application',
      options: { unique: true, partialFilterExpression: { state: 'open' } },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: "the committee's work list" },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: "a salesperson's own cases" },
  ],
});
