import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';

const participant = record({ role: fields.text, employeeId: fields.text });
const level = record({
  level: fields.count,
  factor: { type: Number, required: true },
  at: fields.instant,
  firedAt: fields.optionalInstant,
  notified: fields.texts,
  withdrawnAt: fields.optionalInstant,
  meetingId: fields.optionalText,
});
const pause = record({ reason: fields.text, pausedBy: fields.text, from: fields.instant, to: fields.optionalInstant });
const closing = record({
  state: oneOf(['COMPLETED', 'RETURNED', 'RECALLED']),
  at: fields.instant,
  code: fields.optionalText,
  reasons: fields.texts,
});

/** Coordination's board: one row per piece of work between two departments. (`handoffs` is the platform's own collection.) */
export const handoffCollection = defineCollection({
  name: 'board',
  fields: {
    kind: oneOf(['HANDOFF', 'RESOLUTION', 'COLLABORATION', 'MEETING']),
    type: fields.text,
    from: oneOf(DEPARTMENTS),
    to: oneOf(DEPARTMENTS),
    subject: fields.text,
    state: oneOf(['OPEN', 'ACCEPTED', 'PAUSED', 'COMPLETED', 'RETURNED', 'RECALLED']),
    ownerId: fields.optionalText,
    participants: { type: [participant], required: true },
    openedAt: fields.optionalInstant,
    deadlineMs: { type: Number, default: null },
    dueAt: fields.optionalInstant,
    levels: { type: [level], required: true },
    nextLevelAt: fields.optionalInstant,
    pauses: { type: [pause], required: true },
    pausedMs: fields.count,
    closing: { type: closing, default: null },
    workedMs: { type: Number, default: null },
  },
  indexes: [
    {
      name: 'due',
      keys: { nextLevelAt: 1 },
      why: 'the sweeper and the clock ask what is due next',
      options: { partialFilterExpression: { nextLevelAt: { $type: 'date' } } },
    },
    { name: 'receiver', keys: { to: 1, state: 1, _id: -1 }, why: 'the open work of a department' },
    { name: 'sender', keys: { from: 1, state: 1, _id: -1 }, why: 'what a department waits for' },
    { name: 'owner', keys: { ownerId: 1, state: 1 }, why: 'what a person has in hand' },
    { name: 'subject', keys: { subject: 1, openedAt: 1 }, why: 'the handoffs of an application' },
    { name: 'opened', keys: { openedAt: 1 }, why: 'statistics over a period' },
  ],
});
