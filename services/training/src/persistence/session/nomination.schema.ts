import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { NOMINATION_SOURCES } from '../../domain/session/nomination.js';
import { nominationMachine } from '../../domain/session/nomination.machine.js';

export const nominationCollection = defineCollection({
  name: 'training_nominations',
  fields: {
    sessionId: fields.id,
    employeeId: fields.id,
    place: fields.count,
    /** The place as a text that sorts like the number. */
    placeKey: fields.text,
    /** The person while the nomination stands; null once it has ended. */
    standsFor: fields.optionalText,
    state: oneOf(Object.keys(nominationMachine.states)),
    approval: oneOf(['PENDING', 'ACCEPTED', 'DECLINED']),
    source: oneOf(NOMINATION_SOURCES),
    nominatedBy: fields.text,
    nominatedAt: fields.instant,
    decidedBy: fields.optionalText,
    decidedAt: fields.optionalInstant,
    reason: fields.optionalText,
    heldOn: fields.date,
    outcome: fields.optionalText,
  },
  indexes: [
    {
      name: 'stands',
      keys: { sessionId: 1, standsFor: 1 },
      why: 'a person stands once in the queue of a training',
      options: { unique: true, partialFilterExpression: { standsFor: { $type: 'string' } } },
    },
    {
      name: 'queue',
      keys: { sessionId: 1, state: 1, placeKey: 1, _id: 1 },
      why: 'the waiting list and the seats of a training in their order',
    },
    { name: 'all', keys: { sessionId: 1, placeKey: 1, _id: 1 }, why: 'everybody who was ever in the queue of a training' },
    { name: 'person', keys: { employeeId: 1, heldOn: -1, _id: -1 }, why: 'the own trainings of a person, the latest first' },
    {
      name: 'undecided',
      keys: { approval: 1, nominatedAt: 1 },
      why: 'nominations on which a manager has to speak, for the reminders; few beside those of before',
      options: { partialFilterExpression: { approval: 'PENDING', standsFor: { $type: 'string' } } },
    },
    { name: 'pending', keys: { approval: 1, heldOn: 1, _id: 1 }, why: 'self-nominations that wait for the manager, the nearest day first' },
  ],
});
