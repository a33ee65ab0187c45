import { RISK_RATINGS } from '@weilend/contracts';
import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { ALERT_CATEGORIES } from '../../domain/alert/risk-alert.js';
import { WARNING_RULE_STATES } from '../../domain/early-warning/warning-rule.machine.js';
import { WARNING_SIGNALS } from '../../domain/early-warning/warning-rule.js';

export const warningRuleCollection = defineCollection({
  name: 'warning_rules',
  fields: {
    code: fields.text,
    signal: oneOf(WARNING_SIGNALS),
    leastAmount: fields.count,
    times: fields.count,
    inARow: fields.flag,
    leastTotal: fields.count,
    windowDays: fields.count,
    category: oneOf(ALERT_CATEGORIES),
    level: oneOf(RISK_RATINGS),
    dedupeKey: fields.text,
    meaning: fields.text,
    ruleVersion: fields.count,
    state: oneOf(WARNING_RULE_STATES),
    activeKey: fields.optionalText,
    draftedBy: fields.text,
    draftedAt: fields.instant,
    activatedBy: fields.optionalText,
    activatedAt: fields.optionalInstant,
    retiredBy: fields.optionalText,
    retiredAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'activeKey',
      keys: { activeKey: 1 },
      why: 'one version of a rule in force at a time, whatever races',
      options: { unique: true, partialFilterExpression: { activeKey: { $type: 'string' } } },
    },
    { name: 'code', keys: { code: 1, ruleVersion: 1 }, why: 'the versions of a rule, each number once', options: { unique: true } },
    { name: 'signal', keys: { signal: 1, state: 1 }, why: 'the rules in force that look at a signal' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the rules in a state, newest first' },
  ],
});

export const signalFactCollection = defineCollection({
  name: 'signal_facts',
  fields: {
    signal: oneOf(WARNING_SIGNALS),
    subjectId: fields.id,
    customerId: fields.optionalText,
    loanId: fields.optionalText,
    applicationId: fields.optionalText,
    sourceId: fields.text,
    on: fields.date,
    amount: { type: Number, required: true, validate: Number.isSafeInteger },
  },
  indexes: [
    {
      name: 'source',
      keys: { sourceId: 1, signal: 1 },
      why: 'one fact of one record, however often it is told',
      options: { unique: true },
    },
    { name: 'subject', keys: { subjectId: 1, signal: 1, on: 1 }, why: 'the facts in the window of a rule' },
  ],
});
