import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { TRAINING_TOPICS } from '../../domain/plan/training-plan.js';
import { SESSION_KINDS } from '../../domain/session/training-session.js';

export const trainingSessionCollection = defineCollection({
  name: 'training_sessions',
  fields: {
    planId: fields.text,
    topic: oneOf(TRAINING_TOPICS),
    title: fields.text,
    kind: oneOf(SESSION_KINDS),
    trainerId: fields.optionalText,
    institution: fields.optionalText,
    resource: fields.optionalText,
    mode: fields.optionalText,
    heldOn: fields.date,
    hours: { type: Number, required: true },
    state: oneOf(['PLANNED', 'HELD', 'EVALUATED', 'CLOSED']),
    attendeeIds: fields.texts,
    evaluation: fields.optionalJson,
  },
  indexes: [
    { name: 'state', keys: { state: 1, heldOn: 1 }, why: 'sessions that still lack their evaluation [6.7]' },
    { name: 'plan', keys: { planId: 1 }, why: 'the sessions of a plan' },
  ],
});
