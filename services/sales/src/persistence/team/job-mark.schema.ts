import { defineCollection, fields, oneOf } from '@weilend/mongo';

const owed = { partialFilterExpression: { owedOn: { $type: 'string' } } };

export const jobMarkCollection = defineCollection({
  name: 'job_marks',
  fields: {
    handoffId: fields.id,
    sessionId: fields.id,
    employeeId: fields.id,
    supervisorId: fields.id,
    dueOn: fields.date,
    owedOn: fields.optionalDate,
    receivedAt: fields.instant,
    state: oneOf(['OPEN', 'MARKED', 'RETURNED']),
    mark: { type: Number, default: null },
    facts: fields.texts,
    returnReason: fields.optionalText,
    closedBy: fields.optionalText,
    closedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'handoff', keys: { handoffId: 1 }, why: 'each question of training once', options: { unique: true } },
    { name: 'owed', keys: { owedOn: 1, _id: 1 }, why: 'what is owed, the most overdue first', options: owed },
    { name: 'owedBy', keys: { supervisorId: 1, owedOn: 1, _id: 1 }, why: 'what a superior owes, the most overdue first', options: owed },
    { name: 'given', keys: { state: 1, _id: -1 }, why: 'what was marked or returned, newest first' },
    { name: 'givenBy', keys: { supervisorId: 1, state: 1, _id: -1 }, why: 'what a superior has marked or returned, newest first' },
    { name: 'person', keys: { employeeId: 1, owedOn: 1 }, why: 'what is asked about somebody who leaves', options: owed },
  ],
});
