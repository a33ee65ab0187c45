import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { FOLLOW_UP_STATES } from '../../domain/care/follow-up.machine.js';
import { VISIT_WAYS } from '../../domain/care/return-visit.js';
import { MARK_SOURCES } from '../../domain/care/satisfaction.js';
import { PLANNED_VISIT_STATES } from '../../domain/care/visit-plan.machine.js';
import { VISIT_ORIGINS } from '../../domain/care/visit-plan.js';
import { dueIndexes } from '../due-indexes.js';
import { optionalCount } from '../stored-shapes.js';

export const visitCollection = defineCollection({
  name: 'return_visits',
  fields: {
    customerId: fields.id,
    salespersonId: fields.id,
    visitedOn: fields.date,
    way: oneOf(VISIT_WAYS),
    useOfLoan: fields.text,
    business: fields.text,
    furtherNeeds: fields.text,
    support: fields.optionalText,
    satisfaction: optionalCount,
    plannedVisitId: fields.optionalText,
    recordedAt: fields.instant,
  },
  indexes: [
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the visits to a customer, newest first' },
    { name: 'salesperson', keys: { salespersonId: 1, _id: -1 }, why: 'the visits that a salesperson made, newest first' },
  ],
});

export const plannedVisitCollection = defineCollection({
  name: 'planned_visits',
  fields: {
    customerId: fields.id,
    salespersonId: fields.id,
    state: oneOf(PLANNED_VISIT_STATES),
    origin: oneOf(VISIT_ORIGINS),
    plannedOn: fields.date,
    dueOn: fields.optionalDate,
    way: { type: String, enum: [...VISIT_WAYS, null], default: null },
    purpose: fields.optionalText,
    attempt: fields.count,
    plannedAt: fields.instant,
    moves: { type: [record({ from: fields.date, to: fields.date, by: fields.id, at: fields.instant })], required: true },
    end: {
      type: record({ visitId: fields.optionalText, reason: fields.optionalText, by: fields.id, at: fields.instant }),
      default: null,
    },
  },
  indexes: [
    {
      name: 'oneOpen',
      keys: { customerId: 1 },
      why: 'one visit comes next, whatever races; found for its customer',
      options: { unique: true, partialFilterExpression: { state: 'planned' } },
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'what was planned for a customer, newest first' },
    ...dueIndexes({ field: 'dueOn', type: 'string', owner: 'salespersonId', what: 'visits that are due [3.11]' }),
  ],
});

export const followUpCollection = defineCollection({
  name: 'follow_ups',
  fields: {
    customerId: fields.id,
    ownerId: fields.id,
    visitId: fields.optionalText,
    previousId: fields.optionalText,
    rootId: fields.id,
    state: oneOf(FOLLOW_UP_STATES),
    text: fields.text,
    plannedOn: fields.date,
    dueOn: fields.optionalDate,
    openedBy: fields.id,
    openedAt: fields.instant,
    closed: { type: record({ result: fields.text, by: fields.id, at: fields.instant }), default: null },
  },
  indexes: [
    { name: 'chain', keys: { rootId: 1, _id: 1 }, why: 'a chain from its beginning to its end' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the follow-ups of a customer, newest first' },
    {
      name: 'visit',
      keys: { visitId: 1, _id: 1 },
      why: 'what a visit has found',
      options: { partialFilterExpression: { visitId: { $type: 'string' } } },
    },
    ...dueIndexes({ field: 'dueOn', type: 'string', owner: 'ownerId', what: 'follow-ups that are owed [3.11]' }),
  ],
});

export const markCollection = defineCollection({
  name: 'satisfaction_marks',
  fields: {
    customerId: fields.id,
    salespersonId: fields.id,
    source: oneOf(MARK_SOURCES),
    sourceId: fields.id,
    score: fields.count,
    recordedOn: fields.date,
  },
  indexes: [
    {
      name: 'source',
      keys: { sourceId: 1 },
      why: 'each visit, answer or closing gives one mark, whatever races',
      options: { unique: true },
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the trend of a customer, newest first [2.13]' },
    { name: 'salesperson', keys: { salespersonId: 1, recordedOn: 1 }, why: "the marks of a salesperson's customers in a period [5.2]" },
    { name: 'period', keys: { recordedOn: 1, salespersonId: 1 }, why: 'the marks of a period, for the manager [5.2]' },
  ],
});
