import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { TRAINING_TOPICS } from '../../domain/plan/training-plan.js';
import { SESSION_KINDS } from '../../domain/session/training-session.js';
import { trainingSessionMachine } from '../../domain/session/training-session.machine.js';

const change = record({
  kind: oneOf(['RESCHEDULED', 'CANCELLED', 'NOT_HELD', 'COST']),
  reason: fields.text,
  by: fields.text,
  at: fields.instant,
  from: fields.optionalDate,
  to: fields.optionalDate,
});

const attendance = record({
  employeeId: fields.id,
  addedReason: fields.optionalText,
  result: fields.optionalText,
  note: fields.optionalText,
});

const number = { type: Number, default: null };
const counter = { type: Number, default: 0, validate: Number.isSafeInteger };

export const trainingSessionCollection = defineCollection({
  name: 'training_sessions',
  fields: {
    planId: fields.text,
    courseNo: number,
    topic: oneOf(TRAINING_TOPICS),
    title: fields.text,
    kind: oneOf(SESSION_KINDS),
    trainerId: fields.optionalText,
    institution: fields.optionalText,
    certificateExpected: { type: Boolean, default: false },
    resource: fields.optionalText,
    courseId: fields.optionalText,
    untilOn: fields.optionalDate,
    mode: fields.optionalText,
    heldOn: fields.date,
    hours: { type: Number, required: true },
    place: fields.optionalText,
    startsAt: fields.optionalText,
    endsAt: fields.optionalText,
    capacity: number,
    costFen: fields.fen,
    seatsTaken: counter,
    waitingCount: counter,
    lastPlace: counter,
    state: oneOf(Object.keys(trainingSessionMachine.states)),
    changes: [change],
    attendeeIds: fields.texts,
    attendance: [attendance],
    evaluation: fields.optionalJson,
  },
  indexes: [
    { name: 'state', keys: { state: 1, heldOn: 1 }, why: 'sessions that still lack their evaluation [6.7]' },
    { name: 'plan', keys: { planId: 1 }, why: 'the sessions of a plan' },
    { name: 'course', keys: { planId: 1, courseNo: 1, state: 1 }, why: 'what a planned course has spent and how far it is [6.1]' },
    { name: 'calendar', keys: { state: 1, heldOn: 1, _id: 1 }, why: 'trainings of a state by their day, a page at a time' },
    { name: 'day', keys: { heldOn: 1, _id: 1 }, why: 'all trainings of some days, a page at a time' },
    { name: 'attended', keys: { attendeeIds: 1, heldOn: 1 }, why: 'the hours that a person was trained in a period' },
  ],
});
