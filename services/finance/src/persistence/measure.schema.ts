import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { MEASURE_WORK_STATES } from '../domain/measure/measure-work.machine.js';
import { MEASURE_WORK_KINDS } from '../domain/measure/measure-work.js';

export const measureWorkCollection = defineCollection({
  name: 'measure_work',
  fields: {
    measureId: fields.id,
    alertId: fields.id,
    handoffId: fields.id,
    kind: oneOf(MEASURE_WORK_KINDS),
    loanId: fields.id,
    customerId: fields.id,
    applicationId: fields.id,
    salespersonId: fields.id,
    ownerId: fields.id,
    dueOn: fields.optionalDate,
    reason: fields.text,
    openedAt: fields.instant,
    state: oneOf(MEASURE_WORK_STATES),
    requestId: fields.optionalText,
    outcome: fields.optionalText,
    endedBy: fields.optionalText,
    endedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'handoff', keys: { handoffId: 1 }, why: 'one piece of work per handoff, whatever races', options: { unique: true } },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the work in a state, newest first' },
    { name: 'owner', keys: { ownerId: 1, state: 1, _id: -1 }, why: 'the work of a person' },
    { name: 'loan', keys: { loanId: 1, _id: -1 }, why: 'the measures of a loan' },
    {
      name: 'due',
      keys: { dueOn: 1, _id: -1 },
      why: 'work whose day has passed; only what is owed is in it',
      options: { partialFilterExpression: { dueOn: { $type: 'string' } } },
    },
  ],
});

export const borrowerFreezeCollection = defineCollection({
  name: 'borrower_freezes',
  fields: {
    customerId: fields.id,
    measureId: fields.id,
    alertId: fields.id,
    reason: fields.text,
    since: fields.date,
    liftedAt: fields.optionalInstant,
    liftedBy: fields.optionalText,
  },
  indexes: [
    { name: 'measure', keys: { measureId: 1 }, why: 'one freeze per measure, and the one that is lifted', options: { unique: true } },
    { name: 'customer', keys: { customerId: 1, liftedAt: 1 }, why: 'whether a borrower is frozen' },
    { name: 'inForce', keys: { liftedAt: 1, _id: -1 }, why: 'the freezes in force, newest first' },
  ],
});
