import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { INFORMING_WAYS } from '../../domain/application/informing.js';
import { TICKET_STATES } from '../../domain/care/ticket.machine.js';
import { FEEDBACK_CHANNELS, FEEDBACK_KINDS, FEEDBACK_SEVERITIES } from '../../domain/care/ticket.js';
import { dueIndexes } from '../due-indexes.js';
import { optionalCount } from '../stored-shapes.js';

const replied = record({ text: fields.text, way: oneOf(INFORMING_WAYS), by: fields.id, at: fields.instant });
const closing = record({
  ...{ id: fields.id, satisfaction: optionalCount, noMarkBecause: fields.optionalText, rootCause: fields.optionalText },
  ...{ improvement: fields.optionalText, by: fields.id, at: fields.instant },
});
const handover = record({ from: fields.id, to: fields.id, reason: fields.text, by: fields.id, at: fields.instant });

const subject = record({
  ...{ aboutEmployeeId: fields.optionalText, formerly: fields.optionalText, reason: fields.text, by: fields.id, at: fields.instant },
});

export const ticketCollection = defineCollection({
  name: 'feedback_tickets',
  fields: {
    customerId: fields.id,
    salespersonId: fields.id,
    applicationId: fields.optionalText,
    kind: oneOf(FEEDBACK_KINDS),
    channel: oneOf(FEEDBACK_CHANNELS),
    severity: oneOf(FEEDBACK_SEVERITIES),
    text: fields.text,
    aboutEmployeeId: fields.optionalText,
    ownerId: fields.id,
    state: oneOf(TICKET_STATES),
    openedBy: fields.id,
    openedAt: fields.instant,
    openedOn: fields.date,
    acknowledgedAt: fields.optionalInstant,
    acknowledgeDueAt: fields.instant,
    answerDueAt: fields.instant,
    closeDueAt: fields.optionalInstant,
    dueAt: fields.optionalInstant,
    replies: { type: [replied], required: true },
    reopened: { type: [record({ reason: fields.text, formerDueAt: fields.instant, by: fields.id, at: fields.instant })], required: true },
    closings: { type: [closing], required: true },
    handovers: { type: [handover], required: true },
    subjects: { type: [subject], required: true },
  },
  indexes: [
    { name: 'own', keys: { ownerId: 1, state: 1, kind: 1, _id: -1 }, why: "one person's tickets by state and kind, newest first" },
    { name: 'state', keys: { state: 1, kind: 1, _id: -1 }, why: 'all tickets by state and kind, newest first' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the tickets of a customer, newest first' },
    { name: 'period', keys: { openedOn: 1, salespersonId: 1 }, why: 'the figures of a period' },
    { name: 'periodOwn', keys: { salespersonId: 1, openedOn: 1 }, why: "the figures of a salesperson's customers in a period" },
    ...dueIndexes({ field: 'dueAt', type: 'date', owner: 'ownerId', what: 'tickets whose next step is owed [3.12]' }),
  ],
});
