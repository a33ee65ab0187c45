import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { DECISION_STATES } from '../../domain/decision/decision.machine.js';
import { RESULTS } from '../../domain/decision/decide.js';
import { OPINION_GIVERS } from '../../domain/case/opinion.js';
import { OFFICES } from '../../domain/member/member.js';
import { AUTHORITIES, CONDITION_CHANGES } from '../../domain/policy/policy.js';
import { conditionFields, evidence, loanTerms, participant, reportCitation, vote } from '../stored-shapes.js';

const condition = record({
  ...conditionFields,
  evidence: { type: evidence, default: null },
  confirmedBy: fields.optionalText,
  waivedReason: fields.optionalText,
});
const conditionChange = record({
  conditionId: fields.id,
  kind: oneOf(['WAIVE', 'EXTEND']),
  newDueOn: fields.optionalDate,
  reason: fields.text,
  requestedBy: fields.id,
  rule: oneOf(CONDITION_CHANGES),
  votes: { type: [vote], required: true },
});
const opinion = record({ department: oneOf(OPINION_GIVERS), stance: fields.optionalText, late: fields.flag });
const elector = record({ employeeId: fields.id, office: oneOf(OFFICES), seatOf: fields.id, present: fields.flag });
const tally = record({
  base: fields.count,
  needed: fields.count,
  cast: fields.count,
  yes: fields.count,
  no: fields.count,
  quorate: fields.flag,
  passed: fields.flag,
});

export const decisionCollection = defineCollection({
  name: 'decisions',
  fields: {
    caseId: fields.id,
    applicationId: fields.id,
    salespersonId: fields.id,
    state: oneOf(DECISION_STATES),
    result: oneOf(RESULTS),
    terms: { type: loanTerms, default: null },
    conditions: { type: [condition], required: true },
    reasons: fields.texts,
    report: { type: reportCitation, required: true },
    policyVersion: fields.count,
    policyHash: fields.optionalText,
    opinions: { type: [opinion], required: true },
    authority: oneOf(AUTHORITIES),
    electors: { type: [elector], default: null },
    tally: { type: tally, required: true },
    vetoed: fields.flag,
    participants: { type: [participant], required: true },
    decidedBy: fields.id,
    decidedOn: fields.date,
    validUntil: fields.optionalDate,
    lapsedReason: fields.optionalText,
    tookMinutes: { type: Number, default: null },
    conditionDueOn: fields.optionalDate,
    conditionRemindedFor: fields.optionalDate,
    conditionChange: { type: conditionChange, default: null },
    reconsiders: fields.optionalText,
    minutesHtml: fields.text,
    minutesHash: fields.text,
  },
  indexes: [
    { name: 'case', keys: { caseId: 1 }, why: 'one decision for each case', options: { unique: true } },
    { name: 'application', keys: { applicationId: 1, _id: -1 }, why: 'the decisions about an application' },
    { name: 'expiry', keys: { state: 1, validUntil: 1 }, why: 'approvals that have run out' },
    { name: 'conditionDue', keys: { state: 1, conditionDueOn: 1, _id: 1 }, why: 'conditions that come due, first of each approval' },
    { name: 'day', keys: { decidedOn: -1, _id: -1 }, why: 'the register of decisions' },
    { name: 'resultDay', keys: { result: 1, decidedOn: -1, _id: -1 }, why: 'the register by result' },
    { name: 'stateDay', keys: { state: 1, decidedOn: -1, _id: -1 }, why: 'the register by what became of the decision' },
    { name: 'salespersonDay', keys: { salespersonId: 1, decidedOn: -1, _id: -1 }, why: "a salesperson's own register" },
  ],
});
