import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { TRAINING_TOPICS } from '../../domain/career/ladder.js';
import { EQUAL_ENDS, HONOUR_SCOPES, HONOURS } from '../../domain/honour/honour-rule.js';
import { HONOUR_METRICS } from '../../domain/honour/measure.js';

export const honourRuleCollection = defineCollection({
  name: 'honour_rules',
  fields: {
    honour: oneOf(HONOURS),
    scope: oneOf(HONOUR_SCOPES),
    fromQuarter: fields.text,
    metric: oneOf(HONOUR_METRICS),
    minimums: fields.json,
    tieBreakers: { type: [{ type: String, enum: HONOUR_METRICS }], required: true },
    places: fields.count,
    whenEqual: oneOf(EQUAL_ENDS),
    leastQuarters: fields.count,
    trainingTopic: { type: String, default: null, enum: [...TRAINING_TOPICS, null] },
    publishedBy: fields.text,
    approvedBy: fields.optionalText,
  },
  indexes: [
    {
      name: 'inForce',
      keys: { honour: 1, scope: 1, fromQuarter: -1 },
      why: 'the rule of a period; one is approved from each quarter on, whatever races [5.9]',
      options: { unique: true, partialFilterExpression: { approvedBy: { $type: 'string' } } },
    },
    { name: 'kind', keys: { honour: 1, scope: 1, _id: -1 }, why: 'what was published of an honour, newest first' },
  ],
});

export const honourCollection = defineCollection({
  name: 'honours',
  fields: {
    honour: oneOf(HONOURS),
    scope: oneOf(HONOUR_SCOPES),
    period: fields.text,
    ruleId: fields.text,
    state: oneOf(['PROPOSED', 'CONFIRMED']),
    ranking: fields.json,
    hash: fields.text,
    proposedBy: fields.text,
    proposedOn: fields.date,
    confirmedBy: fields.optionalText,
    confirmedOn: fields.optionalDate,
    note: fields.optionalText,
  },
  indexes: [
    {
      name: 'once',
      keys: { period: 1, honour: 1 },
      why: 'once for each honour and period, whatever races [5.9]',
      options: { unique: true },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what waits for confirmation, newest first' },
  ],
});

export const honourAwardCollection = defineCollection({
  name: 'honour_awards',
  fields: {
    honourId: fields.text,
    honour: oneOf(HONOURS),
    period: fields.text,
    employeeId: fields.text,
    recipientName: fields.text,
    place: fields.count,
    shared: fields.flag,
    values: fields.json,
    confirmedBy: fields.text,
    confirmedOn: fields.date,
    revocation: { type: record({ by: fields.text, on: fields.date, reason: fields.text, violationIds: fields.texts }), default: null },
  },
  indexes: [
    {
      name: 'once',
      keys: { honourId: 1, employeeId: 1 },
      why: 'one award of an honour a person, and who received it [5.9]',
      options: { unique: true },
    },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'the awards of a person, newest first' },
    { name: 'period', keys: { period: 1, _id: -1 }, why: 'the awards of a period, newest first' },
  ],
});
