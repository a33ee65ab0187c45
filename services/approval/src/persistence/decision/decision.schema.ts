import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { DECISION_STATES } from '../../domain/decision/decision.machine.js';
import { RESULTS } from '../../domain/decision/decide.js';
import { AUTHORITIES } from '../../domain/policy/policy.js';
import { conditionFields, loanTerms, participant, reportCitation } from '../stored-shapes.js';

const condition = record({
  ...conditionFields,
  evidence: { type: record({ fileId: fields.id, sha256: fields.text }), default: null },
  confirmedBy: fields.optionalText,
});
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
    authority: oneOf(AUTHORITIES),
    tally: { type: tally, required: true },
    vetoed: fields.flag,
    participants: { type: [participant], required: true },
    decidedBy: fields.id,
    decidedOn: fields.date,
    validUntil: fields.optionalDate,
    lapsedReason: fields.optionalText,
    minutesHtml: fields.text,
    minutesHash: fields.text,
  },
  indexes: [
    { name: 'case', keys: { caseId: 1 }, why: 'one decision for each case', options: { unique: true } },
    { name: 'application', keys: { applicationId: 1, _id: -1 }, why: 'the decisions about an application' },
    { name: 'expiry', keys: { state: 1, validUntil: 1 }, why: 'approvals that have run out' },
  ],
});
