import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { REQUEST_REASONS, trainingRequestMachine } from '../../domain/session/training-request.js';

export const trainingRequestCollection = defineCollection({
  name: 'training_requests',
  fields: {
    handoffId: fields.id,
    employeeId: fields.id,
    topic: fields.optionalText,
    reason: oneOf(REQUEST_REASONS),
    aboutId: fields.text,
    state: oneOf(Object.keys(trainingRequestMachine.states)),
    openedAt: fields.instant,
    dueAt: fields.instant,
    sessionId: fields.optionalText,
    returnReason: fields.optionalText,
    closedBy: fields.optionalText,
    closedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'due', keys: { state: 1, dueAt: 1, _id: 1 }, why: 'requests of hr that are open, the most urgent first [5.8]' },
    {
      name: 'person',
      keys: { employeeId: 1, state: 1, _id: 1 },
      why: 'what a nomination of a person answers, and the requests about somebody',
    },
    { name: 'handoff', keys: { handoffId: 1 }, why: 'one request for each handoff', options: { unique: true } },
  ],
});
