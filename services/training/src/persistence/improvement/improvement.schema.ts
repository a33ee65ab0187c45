import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { improvementMachine } from '../../domain/improvement/improvement.machine.js';

const owed = { partialFilterExpression: { owedOn: { $type: 'string' } } };

export const improvementCollection = defineCollection({
  name: 'training_improvements',
  fields: {
    sessionId: fields.id,
    evaluatedOn: fields.date,
    text: fields.text,
    ownerId: fields.id,
    dueOn: fields.date,
    owedOn: fields.optionalDate,
    state: oneOf(Object.keys(improvementMachine.states)),
    raisedBy: fields.id,
    raisedAt: fields.instant,
    planId: fields.optionalText,
    closing: { type: record({ text: fields.text, by: fields.id, at: fields.instant }), default: null },
  },
  indexes: [
    { name: 'session', keys: { sessionId: 1, _id: -1 }, why: 'what the evaluation of a training found' },
    { name: 'plan', keys: { planId: 1, _id: -1 }, why: 'what a plan takes up; what no plan has taken up' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'improvements by state, newest first' },
    { name: 'owed', keys: { owedOn: 1, _id: 1 }, why: 'open ones, the most overdue first', options: owed },
    { name: 'owedBy', keys: { ownerId: 1, owedOn: 1, _id: 1 }, why: 'what a person has to improve, the most overdue first', options: owed },
  ],
});
