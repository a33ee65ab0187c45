import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { InformingWay } from '../application/informing.js';
import { wordsForOthers } from '../application/information-requests.js';
import { checkMark } from './return-visit.js';
import { ticketMachine } from './ticket.machine.js';
import type { TicketState } from './ticket.machine.js';

// What a customer asks, thinks, complains of or praises (客户反馈、投诉) is written down, acknowledged, answered in time and closed with his own
// word on whether he is content. Who is complained about has no hand in it. Closing a complaint says what was behind it and what is
// done so that it does not come again.

export const FEEDBACK_KINDS = ['QUESTION', 'OPINION', 'COMPLAINT', 'PRAISE'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];
export const FEEDBACK_CHANNELS = ['PHONE', 'VISIT', 'COUNTER', 'MESSAGE', 'WEBSITE', 'REGULATOR'] as const;
export type FeedbackChannel = (typeof FEEDBACK_CHANNELS)[number];
export const FEEDBACK_SEVERITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type FeedbackSeverity = (typeof FEEDBACK_SEVERITIES)[number];

export interface TicketReply {
  readonly text: string;
  readonly way: InformingWay;
  readonly by: string;
  readonly at: Date;
}

export interface TicketClosing {
  readonly id: string;
  /** The customer's mark of 1 to 5, or why there is none. */
  readonly satisfaction: number | null;
  readonly noMarkBecause: string | null;
  readonly rootCause: string | null;
  readonly improvement: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface TicketHandover {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface TicketReopening {
  readonly reason: string;
  /** The moment by which it should have been answered before. */
  readonly formerDueAt: Date;
  readonly by: string;
  readonly at: Date;
}

export interface FeedbackTicket {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  /** Whose customer he was when it came in. */
  readonly salespersonId: string;
  readonly applicationId: string | null;
  readonly kind: FeedbackKind;
  readonly channel: FeedbackChannel;
  readonly severity: FeedbackSeverity;
  readonly text: string;
  /** Who is complained about; has no hand in it. */
  readonly aboutEmployeeId: string | null;
  readonly ownerId: string;
  readonly state: TicketState;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly openedOn: LocalDate;
  readonly acknowledgedAt: Date | null;
  /** Promised moments: to acknowledge, to answer, and after the answer to close. */
  readonly acknowledgeDueAt: Date;
  readonly answerDueAt: Date;
  readonly closeDueAt: Date | null;
  /** Since it was opened, or opened again. */
  readonly replies: readonly TicketReply[];
  readonly reopened: readonly TicketReopening[];
  readonly closings: readonly TicketClosing[];
  /** Each time it went to somebody else, as when the manager took it over because it was late. */
  readonly handovers: readonly TicketHandover[];
}

export type NewTicket = Pick<
  FeedbackTicket,
  'id' | 'customerId' | 'salespersonId' | 'applicationId' | 'kind' | 'channel' | 'severity' | 'aboutEmployeeId' | 'ownerId'
> &
  Pick<FeedbackTicket, 'text' | 'openedBy' | 'openedAt' | 'openedOn' | 'acknowledgeDueAt' | 'answerDueAt'>;

/** Throws a text refusal, ABOUT_NEEDS_COMPLAINT, or TICKET_ABOUT_OWNER when it would go to the one who is complained about. */
export function openTicket(start: NewTicket): FeedbackTicket {
  if (start.aboutEmployeeId && start.kind !== 'COMPLAINT') throw new DomainError('ABOUT_NEEDS_COMPLAINT', {}, 'aboutEmployeeId');
  requireUninvolved(start, start.ownerId, 'ownerId');
  return {
    ...{ ...start, version: 0, state: 'open', text: wordsForOthers(start.text, 'text') },
    ...{ acknowledgedAt: null, closeDueAt: null, replies: [], reopened: [], closings: [], handovers: [] },
  };
}

/** Throws DomainError TICKET_ABOUT_OWNER for the one who is complained about [3.12, 1.5]. */
export function requireUninvolved(ticket: Pick<FeedbackTicket, 'aboutEmployeeId'>, employeeId: string, field: string | null = null): void {
  if (ticket.aboutEmployeeId === employeeId) throw new DomainError('TICKET_ABOUT_OWNER', {}, field);
}

export function acknowledge(ticket: FeedbackTicket, by: { employeeId: string; at: Date }): FeedbackTicket {
  requireUninvolved(ticket, by.employeeId);
  return { ...ticket, state: ticketMachine.next(ticket.state, 'acknowledge'), acknowledgedAt: by.at };
}

/** A reply to the customer; the first one acknowledges as well. From the first one on the ticket waits for the customer's word until `closeDueAt`. */
export function reply(ticket: FeedbackTicket, said: TicketReply, closeDueAt: Date): FeedbackTicket {
  requireUninvolved(ticket, said.by);
  const state = ticketMachine.next(ticket.state, 'reply');
  const text = wordsForOthers(said.text, 'text');
  const acknowledgedAt = ticket.acknowledgedAt ?? said.at;
  return { ...ticket, state, acknowledgedAt, closeDueAt: ticket.closeDueAt ?? closeDueAt, replies: [...ticket.replies, { ...said, text }] };
}

/** Closes with the customer's mark, or why there is none; a complaint says its cause and what is done about it. */
export function close(ticket: FeedbackTicket, closing: TicketClosing): FeedbackTicket {
  requireUninvolved(ticket, closing.by);
  const state = ticketMachine.next(ticket.state, 'close');
  const words = (text: string | null, field: string, needed: boolean): string | null =>
    needed || text?.trim() ? wordsForOthers(text ?? '', field) : null;
  if (closing.satisfaction !== null) checkMark(closing.satisfaction, 'satisfaction');
  const noMarkBecause = words(closing.noMarkBecause, 'noMarkBecause', closing.satisfaction === null);
  const needed = ticket.kind === 'COMPLAINT';
  const rootCause = words(closing.rootCause, 'rootCause', needed);
  const improvement = words(closing.improvement, 'improvement', needed);
  return { ...ticket, state, closeDueAt: null, closings: [...ticket.closings, { ...closing, noMarkBecause, rootCause, improvement }] };
}

/** The customer is not content after all: work again, with a new moment. Throws REOPEN_TOO_LATE after the days of the parameter. */
export function reopen(
  ticket: FeedbackTicket,
  said: { reason: string; by: string; at: Date },
  of: { today: LocalDate; closedOn: LocalDate; withinDays: number; answerDueAt: Date },
): FeedbackTicket {
  requireUninvolved(ticket, said.by);
  const state = ticketMachine.next(ticket.state, 'reopen');
  const lastOn = addDays(of.closedOn, of.withinDays);
  if (of.today > lastOn) throw new DomainError('REOPEN_TOO_LATE', { lastOn });
  const reason = wordsForOthers(said.reason, 'reason');
  return {
    ...ticket,
    state,
    answerDueAt: of.answerDueAt,
    reopened: [...ticket.reopened, { ...said, reason, formerDueAt: ticket.answerDueAt }],
  };
}

/** Gives the ticket to somebody else. Throws TICKET_CLOSED, TICKET_ABOUT_OWNER or a text refusal. */
export function handTicketOver(ticket: FeedbackTicket, to: Omit<TicketHandover, 'from'>): FeedbackTicket {
  if (ticket.state === 'closed') throw new DomainError('TICKET_CLOSED', {});
  requireUninvolved(ticket, to.by);
  requireUninvolved(ticket, to.to, 'ownerId');
  const reason = wordsForOthers(to.reason, 'reason');
  return { ...ticket, ownerId: to.to, handovers: [...ticket.handovers, { ...to, from: ticket.ownerId, reason }] };
}

/** The moment at which the owner owes the next step; null when it is closed. */
export function ticketDueAt(ticket: FeedbackTicket): Date | null {
  return { open: ticket.acknowledgeDueAt, acknowledged: ticket.answerDueAt, answered: ticket.closeDueAt, closed: null }[ticket.state];
}
