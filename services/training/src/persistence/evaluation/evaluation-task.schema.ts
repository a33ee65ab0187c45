import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { evaluationTaskMachine } from '../../domain/evaluation/evaluation-task.machine.js';
import { EVALUATION_METHODS } from '../../domain/session/training-session.js';

const owed = { partialFilterExpression: { owedOn: { $type: 'string' } } };

export const evaluationTaskCollection = defineCollection({
  name: 'evaluation_tasks',
  fields: {
    sessionId: fields.id,
    employeeId: fields.id,
    method: oneOf(EVALUATION_METHODS),
    state: oneOf(Object.keys(evaluationTaskMachine.states)),
    dueOn: fields.date,
    owedOn: fields.optionalDate,
    openedBy: fields.id,
    openedAt: fields.instant,
    paperId: fields.optionalText,
    supervisorId: fields.optionalText,
    askOn: fields.optionalDate,
    handoffId: fields.optionalText,
    text: fields.optionalText,
    handedInAt: fields.optionalInstant,
    mark: { type: Number, default: null },
    passed: { type: Boolean, default: null },
    markReason: fields.optionalText,
    markedBy: fields.optionalText,
    settledAt: fields.optionalInstant,
    extensions: [record({ from: fields.date, to: fields.date, reason: fields.text, by: fields.text, at: fields.instant })],
    excuse: { type: record({ reason: fields.text, by: fields.optionalText, at: fields.instant }), default: null },
  },
  indexes: [
    {
      name: 'attendee',
      keys: { sessionId: 1, employeeId: 1 },
      why: 'what the attendees of a training owe; each once, whatever races',
      options: { unique: true },
    },
    { name: 'session', keys: { sessionId: 1, _id: -1 }, why: 'the evaluation of a training, newest first' },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'what a person owes or has achieved, newest first' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what waits for its mark, newest first' },
    { name: 'owed', keys: { owedOn: 1, _id: 1 }, why: 'what is owed, the most overdue first', options: owed },
    { name: 'owedBy', keys: { employeeId: 1, owedOn: 1, _id: 1 }, why: 'what a person owes, the most overdue first', options: owed },
    { name: 'supervisor', keys: { supervisorId: 1, owedOn: 1, _id: 1 }, why: 'whose work a superior has to mark', options: owed },
    { name: 'ask', keys: { method: 1, state: 1, handoffId: 1, askOn: 1 }, why: 'marks on the job to be asked for now' },
    {
      name: 'paper',
      keys: { paperId: 1, state: 1 },
      why: 'whether somebody still has to take an exam with a paper, before its answers are shown',
    },
    {
      name: 'handoff',
      keys: { handoffId: 1 },
      why: 'the mark that an answer of sales is about',
      options: { unique: true, partialFilterExpression: { handoffId: { $type: 'string' } } },
    },
  ],
});
