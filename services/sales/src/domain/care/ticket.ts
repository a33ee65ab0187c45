import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { InformingWay } from '../application/informing.js';
import { wordsForOthers } from '../application/information-requests.js';
import { checkMark } from './return-visit.js';
import { ticketMachine } from './ticket.machine.js';
import type { TicketState } from './ticket.machine.js';

// What a customer asks, thinks, complains of or praises (客户反馈、投诉) is written down, acknowledged, answered in time and closed with his own
// word on whether he is content. A complaint says whom it is about, or that it is about nobody in particular; neither he nor the customer's
// salesperson handles it, because who may be to blame does not judge. Closing one says what was behind it and what is done about it.

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

export interface TicketSubject {
  /** Null: nobody in particular. */
  readonly aboutEmployeeId: string | null;
  /** Whom it was about before. */
  readonly formerly: string | null;
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
  /** Who is complained about; has no hand in it. Null when it is about nobody in particular, or nobody knows yet. */
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
  /** Each time that the manager set whom it is about. */
  readonly subjects: readonly TicketSubject[];
}

export type NewTicket = Pick<
  FeedbackTicket,
  'id' | 'customerId' | 'salespersonId' | 'applicationId' | 'kind' | 'channel' | 'severity' | 'aboutEmployeeId' | 'ownerId'
> &
  Pick<FeedbackTicket, 'text' | 'openedBy' | 'openedAt' | 'openedOn' | 'acknowledgeDueAt' | 'answerDueAt'>;

/** Whom feedback is about. Throws ABOUT_NEEDS_COMPLAINT, or COMPLAINT_ABOUT_UNSAID when a complaint says neither whom nor that it is nobody. */
export function subjectOf(kind: FeedbackKind, said: { aboutEmployeeId: string | null; aboutNobody: boolean }): string | null {
  const { aboutEmployeeId, aboutNobody } = said;
  if (kind !== 'COMPLAINT') {
    if (aboutEmployeeId) throw new DomainError('ABOUT_NEEDS_COMPLAINT', {}, 'aboutEmployeeId');
    return null;
  }
  if ((aboutEmployeeId !== null) === aboutNobody) throw new DomainError('COMPLAINT_ABOUT_UNSAID', {}, 'aboutEmployeeId');
  return aboutEmployeeId;
}

/** Throws a text refusal, ABOUT_NEEDS_COMPLAINT, or the refusal of an owner who may be the one to blame. */
export function openTicket(start: NewTicket): FeedbackTicket {
  if (start.aboutEmployeeId && start.kind !== 'COMPLAINT') throw new DomainError('ABOUT_NEEDS_COMPLAINT', {}, 'aboutEmployeeId');
  requireImpartial(start, start.ownerId, { servedBy: start.salespersonId, field: 'ownerId' });
  return {
    ...{ ...start, version: 0, state: 'open', text: wordsForOthers(start.text, 'text') },
    ...{ acknowledgedAt: null, closeDueAt: null, replies: [], reopened: [], closings: [], handovers: [], subjects: [] },
  };
}

/** Throws DomainError TICKET_ABOUT_OWNER for the one who is complained about [3.12, 1.5]. */
export function requireUninvolved(ticket: Pick<FeedbackTicket, 'aboutEmployeeId'>, employeeId: string, field: string | null = null): void {
  if (ticket.aboutEmployeeId === employeeId) throw new DomainError('TICKET_ABOUT_OWNER', {}, field);
}

type Parties = Pick<FeedbackTicket, 'kind' | 'salespersonId' | 'aboutEmployeeId'>;

/** True for who is complained about; of a complaint also for whose customer it is, or was when it came in. */
export function isInvolved(ticket: Parties, employeeId: string, servedBy: string): boolean {
  if (ticket.aboutEmployeeId === employeeId) return true;
  return ticket.kind === 'COMPLAINT' && [ticket.salespersonId, servedBy].includes(employeeId);
}

/** Throws TICKET_ABOUT_OWNER, or COMPLAINT_OF_OWN_CUSTOMER for the salesperson of the customer who complains [3.12, 1.5]. */
export function requireImpartial(ticket: Parties, employeeId: string, of: { servedBy: string; field?: string | null }): void {
  requireUninvolved(ticket, employeeId, of.field ?? null);
  if (isInvolved(ticket, employeeId, of.servedBy)) throw new DomainError('COMPLAINT_OF_OWN_CUSTOMER', {}, of.field ?? null);
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

/** Closes with the customer's mark, or why there is none; a complaint says its cause and what is done about it. `servedBy`: whose customer it is now. */
export function close(ticket: FeedbackTicket, closing: TicketClosing, servedBy: string): FeedbackTicket {
  requireImpartial(ticket, closing.by, { servedBy });
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

/** Gives the ticket to somebody else. Throws TICKET_CLOSED, a text refusal, or that of somebody who may be to blame. */
export function handTicketOver(ticket: FeedbackTicket, to: Omit<TicketHandover, 'from'>, servedBy: string): FeedbackTicket {
  if (ticket.state === 'closed') throw new DomainError('TICKET_CLOSED', {});
  requireUninvolved(ticket, to.by);
  requireImpartial(ticket, to.to, { servedBy, field: 'ownerId' });
  const reason = wordsForOthers(to.reason, 'reason');
  return { ...ticket, ownerId: to.to, handovers: [...ticket.handovers, { ...to, from: ticket.ownerId, reason }] };
}

/** Whom a complaint is about, set later; who it is found to be about may own it still: the caller gives it to somebody else. */
export function nameSubject(ticket: FeedbackTicket, to: Omit<TicketSubject, 'formerly'>): FeedbackTicket {
  if (ticket.state === 'closed') throw new DomainError('TICKET_CLOSED', {});
  if (ticket.kind !== 'COMPLAINT') throw new DomainError('ABOUT_NEEDS_COMPLAINT', {}, 'aboutEmployeeId');
  requireUninvolved(ticket, to.by);
  if (to.aboutEmployeeId === ticket.aboutEmployeeId) throw new DomainError('SUBJECT_UNCHANGED', {}, 'aboutEmployeeId');
  const named = { ...to, formerly: ticket.aboutEmployeeId, reason: wordsForOthers(to.reason, 'reason') };
  return { ...ticket, aboutEmployeeId: to.aboutEmployeeId, subjects: [...ticket.subjects, named] };
}

/** The moment at which the owner owes the next step; null when it is closed. */
export function ticketDueAt(ticket: FeedbackTicket): Date | null {
  return { open: ticket.acknowledgeDueAt, acknowledged: ticket.answerDueAt, answered: ticket.closeDueAt, closed: null }[ticket.state];
}
