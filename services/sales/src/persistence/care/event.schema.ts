import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CUSTOMER_EVENT_STATES } from '../../domain/care/customer-event.machine.js';
import { CUSTOMER_EVENT_KINDS, EVENT_REPLIES } from '../../domain/care/customer-event.js';
import { dueIndexes } from '../due-indexes.js';

export const customerEventCollection = defineCollection({
  name: 'customer_events',
  fields: {
    kind: oneOf(CUSTOMER_EVENT_KINDS),
    name: fields.text,
    venue: fields.text,
    heldOn: fields.date,
    dueOn: fields.optionalDate,
    budgetFen: fields.fen,
    hostId: fields.id,
    state: oneOf(CUSTOMER_EVENT_STATES),
    plannedBy: fields.id,
    plannedAt: fields.instant,
    end: { type: record({ costFen: fields.optionalFen, summary: fields.text, by: fields.id, at: fields.instant }), default: null },
  },
  indexes: [
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'events by state, newest first' },
    ...dueIndexes({ field: 'dueOn', type: 'string', owner: 'hostId', what: 'events that are to be held and recorded [3.13]' }),
  ],
});

export const eventInvitationCollection = defineCollection({
  name: 'customer_event_invitations',
  fields: {
    eventId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    invitedOn: fields.date,
    reply: oneOf(EVENT_REPLIES),
    attended: { type: Boolean, default: null },
  },
  indexes: [
    { name: 'once', keys: { eventId: 1, customerId: 1 }, why: 'a customer is invited once, whatever races', options: { unique: true } },
    { name: 'event', keys: { eventId: 1, _id: -1 }, why: 'the guests of an event, newest first; its effect' },
    { name: 'eventOwn', keys: { eventId: 1, salespersonId: 1, _id: -1 }, why: "the guests of one salesperson's portfolio" },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the events of a customer, newest first' },
  ],
});
