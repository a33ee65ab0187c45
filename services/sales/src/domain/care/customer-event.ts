import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';
import { Refusals } from '../collect-refusals.js';
import { consentsInForce } from '../customer/consent.js';
import type { Customer } from '../customer/customer-file.js';
import { customerEventMachine } from './customer-event.machine.js';
import type { CustomerEventState } from './customer-event.machine.js';

// Customers are thanked and taught (答谢会、金融知识讲座): an event has a day, a place, a budget and a host. Only who consented to marketing is
// invited; who came is written down, with what it cost, so that it can be seen afterwards what it brought.

export const CUSTOMER_EVENT_KINDS = ['THANK_YOU_MEETING', 'FINANCIAL_TALK', 'OTHER'] as const;
export type CustomerEventKind = (typeof CUSTOMER_EVENT_KINDS)[number];

export interface CustomerEvent {
  readonly id: string;
  readonly version: number;
  readonly kind: CustomerEventKind;
  readonly name: string;
  readonly venue: string;
  readonly heldOn: LocalDate;
  readonly budgetFen: number;
  readonly hostId: string;
  readonly state: CustomerEventState;
  readonly plannedBy: string;
  readonly plannedAt: Date;
  /** What it cost, what was said of it, or why it was cancelled. */
  readonly end: { readonly costFen: number | null; readonly summary: string; readonly by: string; readonly at: Date } | null;
}

export const EVENT_REPLIES = ['NONE', 'ACCEPTED', 'DECLINED'] as const;
export type EventReply = (typeof EVENT_REPLIES)[number];

export interface EventInvitation {
  readonly id: string;
  readonly version: number;
  readonly eventId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly invitedOn: LocalDate;
  readonly reply: EventReply;
  /** Null until the event was held. */
  readonly attended: boolean | null;
}

export type NewCustomerEvent = Pick<
  CustomerEvent,
  'id' | 'kind' | 'name' | 'venue' | 'heldOn' | 'budgetFen' | 'hostId' | 'plannedBy' | 'plannedAt'
>;

/** Throws every refusal at once, each at its field. */
export function planCustomerEvent(start: NewCustomerEvent, today: LocalDate): CustomerEvent {
  const refusals = new Refusals();
  const wrong = (problem: string, field: string): void => refusals.add(new DomainError('CUSTOMER_EVENT_INVALID', { problem }, field));
  const [name, venue] = [start.name.trim(), start.venue.trim()];
  if (name.length < 2) wrong('it has a name', 'name');
  if (venue.length < 2) wrong('it has a place', 'venue');
  if (start.heldOn < today) wrong('its day is today or later', 'heldOn');
  if (start.budgetFen < 0) wrong('a budget is not negative', 'budget');
  refusals.done();
  return { ...start, name, venue, version: 0, state: 'planned', end: null };
}

/** Throws EVENT_OVER, or MARKETING_CONSENT_MISSING for each customer who did not consent [3.13]. */
export function requireInvitable(event: CustomerEvent, customers: readonly Pick<Customer, 'id' | 'consents'>[], today: LocalDate): void {
  if (event.state !== 'planned') throw new DomainError('EVENT_OVER', { state: event.state });
  const refusals = new Refusals();
  for (const { id: customerId, consents } of customers)
    if (!consentsInForce(consents, today).some(({ kind }) => kind === 'MARKETING'))
      refusals.add(new DomainError('MARKETING_CONSENT_MISSING', { customerId }, 'customerIds'));
  refusals.done();
}

/** Throws EVENT_FULL when more are invited than the policy lets come to one event [3.13]. */
export function requireRoom(invited: number, most: number): void {
  if (invited > most) throw new DomainError('EVENT_FULL', { most }, 'customerIds');
}

/** A reply is taken while the event is to come. Throws EVENT_OVER. */
export function replyToEvent(event: CustomerEvent, invitation: EventInvitation, reply: EventReply): EventInvitation {
  if (event.state !== 'planned') throw new DomainError('EVENT_OVER', { state: event.state });
  return { ...invitation, reply };
}

/** The event with its cost, and every invitation with whether the customer came. Throws EVENT_TO_COME or ATTENDEE_NOT_INVITED. */
export function holdCustomerEvent(
  event: CustomerEvent,
  said: { costFen: number; summary: string; by: string; at: Date },
  of: { today: LocalDate; invitations: readonly EventInvitation[]; attendeeIds: readonly string[] },
): { event: CustomerEvent; invitations: readonly EventInvitation[] } {
  const state = customerEventMachine.next(event.state, 'hold');
  if (of.today < event.heldOn) throw new DomainError('EVENT_TO_COME', { heldOn: event.heldOn });
  if (said.costFen < 0) throw new DomainError('CUSTOMER_EVENT_INVALID', { problem: 'a cost is not negative' }, 'cost');
  const came = new Set(of.attendeeIds);
  const stranger = of.attendeeIds.find((id) => !of.invitations.some(({ customerId }) => customerId === id));
  if (stranger) throw new DomainError('ATTENDEE_NOT_INVITED', { customerId: stranger }, 'attendeeIds');
  const summary = wordsForOthers(said.summary, 'summary');
  return {
    event: { ...event, state, end: { ...said, summary } },
    invitations: of.invitations.map((invitation) => ({ ...invitation, attended: came.has(invitation.customerId) })),
  };
}

export function cancelCustomerEvent(event: CustomerEvent, said: { reason: string; by: string; at: Date }): CustomerEvent {
  const state = customerEventMachine.next(event.state, 'cancel');
  const { by, at } = said;
  return { ...event, state, end: { costFen: null, summary: wordsForOthers(said.reason, 'reason'), by, at } };
}

/** The day on which the host owes the event and its record; null when it is over. */
export function eventDueOn(event: CustomerEvent): LocalDate | null {
  return event.state === 'planned' ? event.heldOn : null;
}
