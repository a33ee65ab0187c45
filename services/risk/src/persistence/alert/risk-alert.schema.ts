import { RISK_RATINGS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { MEASURE_EFFECTS, MEASURE_KINDS } from '../../domain/alert/measure.js';
import { ALERT_CATEGORIES, PROBABILITIES } from '../../domain/alert/risk-alert.js';
import { ALERT_STATES } from '../../domain/alert/risk-alert.machine.js';
import { RISK_MEASURE_STATES } from '../../domain/alert/risk-measure.machine.js';

const spoken = { by: fields.text, at: fields.instant };

const measureRecord = record({
  measureId: fields.text,
  kind: oneOf(MEASURE_KINDS),
  ownerId: fields.text,
  dueOn: fields.date,
  reason: fields.text,
  decidedBy: fields.text,
  decidedAt: fields.instant,
  state: oneOf(RISK_MEASURE_STATES),
  target: {
    type: record({ customerId: fields.optionalText, loanId: fields.optionalText, applicationId: fields.optionalText }),
    required: true,
  },
  handoffId: fields.optionalText,
  handedOverAt: fields.optionalInstant,
  endedAt: fields.optionalInstant,
  outcome: fields.optionalText,
  check: { type: record({ effect: oneOf(MEASURE_EFFECTS), evidence: fields.text, ...spoken }), default: null },
  lifted: { type: record({ reason: fields.text, ...spoken }), default: null },
});

const assessmentRecord = record({
  probability: oneOf(PROBABILITIES),
  expectedLossFen: fields.fen,
  text: fields.text,
  levelBefore: oneOf(RISK_RATINGS),
  level: oneOf(RISK_RATINGS),
  levelReason: fields.optionalText,
  ...spoken,
});

const ruleRecord = record({
  code: fields.text,
  ruleVersion: fields.count,
  explanation: fields.text,
  facts: { type: [record({ sourceId: fields.text, on: fields.date, amount: { type: Number, required: true } })], required: true },
});

const filled = (field: string, type: string) => ({ partialFilterExpression: { [field]: { $type: type } } });

export const riskAlertCollection = defineCollection({
  name: 'risk_alerts',
  fields: {
    category: oneOf(ALERT_CATEGORIES),
    level: oneOf(RISK_RATINGS),
    aboutId: fields.id,
    applicationId: fields.optionalText,
    customerId: fields.optionalText,
    loanId: fields.optionalText,
    text: fields.text,
    signalId: fields.optionalText,
    openKey: fields.optionalText,
    rule: { type: ruleRecord, default: null },
    handoffId: fields.optionalText,
    raisedBy: fields.text,
    raisedAt: fields.instant,
    state: oneOf(ALERT_STATES),
    acknowledgedBy: fields.optionalText,
    acknowledgedAt: fields.optionalInstant,
    trackerId: fields.optionalText,
    assessments: { type: [assessmentRecord], required: true },
    measures: { type: [measureRecord], required: true },
    measureDueOn: fields.optionalDate,
    escalations: { type: [record({ reason: fields.text, ...spoken })], required: true },
    escalationNo: fields.count,
    closing: { type: record({ text: fields.text, ...spoken }), default: null },
    stepSince: fields.instant,
    dueAt: fields.optionalInstant,
    notice: { type: String, default: null, enum: ['SOON', 'LATE', null] },
    noticeAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'signal',
      keys: { signalId: 1 },
      why: 'one signal raises one alert',
      options: { unique: true, ...filled('signalId', 'string') },
    },
    {
      name: 'openKey',
      keys: { openKey: 1 },
      why: 'one open alert per rule and subject, whatever races',
      options: { unique: true, ...filled('openKey', 'string') },
    },
    { name: 'untracked', keys: { level: 1, trackerId: 1, _id: -1 }, why: 'HIGH alerts without a tracker [7.5]' },
    { name: 'application', keys: { applicationId: 1, _id: -1 }, why: 'the alerts of an application' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the alerts of a customer, newest first' },
    { name: 'loan', keys: { loanId: 1, _id: -1 }, why: 'the alerts of a loan, newest first' },
    { name: 'about', keys: { aboutId: 1, _id: -1 }, why: 'the alerts about a subject of which nothing more is known' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'alerts that nobody has taken up' },
    {
      name: 'stateLevel',
      keys: { state: 1, level: 1, raisedAt: 1 },
      why: 'open alerts counted by severity and age, from this index alone',
    },
    { name: 'tracker', keys: { trackerId: 1, _id: -1 }, why: 'the alerts that a person tracks' },
    { name: 'measureOwner', keys: { 'measures.ownerId': 1, _id: -1 }, why: 'the alerts of whose measures a person is the owner' },
    { name: 'raiser', keys: { raisedBy: 1, _id: -1 }, why: 'the alerts that a person raised' },
    { name: 'due', keys: { dueAt: 1, _id: -1 }, why: 'alerts that are overdue', options: filled('dueAt', 'date') },
    { name: 'measureDue', keys: { measureDueOn: 1, _id: -1 }, why: 'measures that are due', options: filled('measureDueOn', 'string') },
    { name: 'notice', keys: { noticeAt: 1 }, why: 'whose deadline somebody is told of next', options: filled('noticeAt', 'date') },
    { name: 'measureHandoff', keys: { 'measures.handoffId': 1 }, why: 'the measure that a word of its receiver is about' },
    { name: 'raisedAt', keys: { raisedAt: 1 }, why: 'the alerts of a period, for the trend' },
    { name: 'rule', keys: { 'rule.code': 1, aboutId: 1, _id: -1 }, why: 'hits of a rule; its last alert about a subject' },
  ],
});
