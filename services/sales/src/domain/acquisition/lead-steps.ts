import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Lead, LossCause } from '../enquiry/lead.js';
import { leadMachine, OPEN_LEAD_STATES } from '../enquiry/lead.machine.js';
import type { LeadAssignment } from './assignment.js';

// What happens with a lead: somebody takes it, the prospect is called, written to or visited within the promised time, he asks about a
// loan, becomes a customer exactly once, or is lost with the cause; a lost one may be taken up again once.

export const CONTACT_WAYS = ['CALL', 'MESSAGE', 'VISIT'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
export const CONTACT_RESULTS = ['INTERESTED', 'CALL_BACK', 'NO_INTEREST', 'MESSAGE_LEFT', 'NOT_REACHED', 'WRONG_NUMBER'] as const;
export type ContactResult = (typeof CONTACT_RESULTS)[number];
/** Somebody who was not reached has not been answered. */
const UNANSWERED: readonly ContactResult[] = ['NOT_REACHED', 'WRONG_NUMBER'];

export interface LeadContact {
  readonly id: string;
  readonly way: ContactWay;
  readonly result: ContactResult;
  readonly note: string | null;
  readonly by: string;
  /** When it took place, as who recorded it says. */
  readonly at: Date;
  /** When it was written down; null in records from before it was kept. */
  readonly recordedAt: Date | null;
  /** From when it counts as an answer, by the rule of late records; null in records from before: then from when it took place. */
  readonly countsFrom: Date | null;
}

export function isOpen(lead: Pick<Lead, 'state'>): boolean {
  return (OPEN_LEAD_STATES as readonly string[]).includes(lead.state);
}

/** Throws DomainError LEAD_CLOSED. */
export function requireOpenLead(lead: Pick<Lead, 'state'>): void {
  if (!isOpen(lead)) throw new DomainError('LEAD_CLOSED', { state: lead.state }, 'leadId');
}

/** The moment by which an answer is owed; null once somebody answered or the lead is closed [1.6]. */
export function responseOwedAt(lead: Pick<Lead, 'state' | 'promisedResponseAt' | 'firstRespondedAt'>): Date | null {
  return isOpen(lead) && lead.firstRespondedAt === null ? lead.promisedResponseAt : null;
}

/** Gives the lead to somebody; to the same person again, or of a closed lead, it is refused. */
export function assign(lead: Lead, assignment: LeadAssignment): Lead {
  requireOpenLead(lead);
  const { salespersonId } = assignment;
  if (lead.salespersonId === salespersonId) throw new DomainError('LEAD_ASSIGNED', { leadId: lead.id, salespersonId }, 'toEmployeeId');
  return { ...lead, salespersonId, assignments: [...lead.assignments, assignment] };
}

/** Refuses a lead that somebody looks after: only a reassignment with its reason takes it away from him. */
export function requireUnassigned(lead: Lead): void {
  if (lead.salespersonId !== null)
    throw new DomainError('LEAD_ASSIGNED', { leadId: lead.id, salespersonId: lead.salespersonId }, 'leadIds');
}

/** Logs an attempt; the first one that reached the prospect stops the clock. */
export function recordContact(
  lead: Lead,
  contact: LeadContact,
  plan: { nextContactOn: LocalDate | null; now: Date; today: LocalDate },
): Lead {
  requireOpenLead(lead);
  if (lead.salespersonId === null) throw new DomainError('LEAD_UNASSIGNED', {}, 'leadId');
  if (contact.at > plan.now) throw new DomainError('CONTACT_IN_FUTURE', {}, 'contactedAt');
  if (contact.at < lead.createdAt) throw new DomainError('CONTACT_BEFORE_LEAD', {}, 'contactedAt');
  if (plan.nextContactOn !== null && plan.nextContactOn < plan.today) throw new DomainError('NEXT_CONTACT_PAST', {}, 'nextContactOn');
  return withResponse({ ...lead, contacts: [...lead.contacts, contact], nextContactOn: plan.nextContactOn });
}

/** The first moment at which the prospect was answered: reached, asked about a loan with us, or put on file. */
export function withResponse(lead: Lead): Lead {
  const reached = lead.contacts.filter((contact) => !UNANSWERED.includes(contact.result)).map(({ countsFrom, at }) => countsFrom ?? at);
  const moments = [...reached, lead.enquiredAt, lead.convertedAt].filter((at) => at !== null);
  // What was written down first stands: a contact told later does not make an answer earlier.
  return { ...lead, firstRespondedAt: lead.firstRespondedAt ?? moments.sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

/** The lead as its own records and the enquiries on it say it is; how far its applications came is told apart from this. */
export function recounted(lead: Lead, enquiredAt: readonly Date[]): Lead {
  const [first] = [...enquiredAt].sort((a, b) => a.getTime() - b.getTime());
  return withResponse({ ...lead, firstRespondedAt: null, enquiredAt: first ?? null });
}

/** The prospect asks about a loan: we are talking with him. */
export function enquire(lead: Lead, at: Date): Lead {
  const state = leadMachine.next(lead.state, 'enquire');
  if (lead.salespersonId === null) throw new DomainError('LEAD_UNASSIGNED', {}, 'leadId');
  return withResponse({ ...lead, state, enquiredAt: lead.enquiredAt ?? at });
}

/** The prospect is a customer now, exactly once. */
export function convert(lead: Lead, customerId: string, at: Date): Lead {
  if (lead.state === 'converted') throw new DomainError('LEAD_CONVERTED', {}, 'leadId');
  const state = leadMachine.next(lead.state, 'convert');
  if (lead.salespersonId === null) throw new DomainError('LEAD_UNASSIGNED', {}, 'leadId');
  return withResponse({ ...lead, state, customerId, convertedAt: at, nextContactOn: null });
}

export function lose(lead: Lead, loss: { readonly cause: LossCause; readonly because: string; readonly at: Date }): Lead {
  const state = leadMachine.next(lead.state, 'lose');
  return { ...lead, state, lostCause: loss.cause, lostBecause: loss.because, lostAt: loss.at, nextContactOn: null };
}

/** Takes a lost lead up again, once; who was never answered is promised an answer anew. */
export function reopen(lead: Lead, act: NonNullable<Lead['reopened']>, promisedResponseAt: Date): Lead {
  const state = leadMachine.next(lead.state, 'reopen');
  if (lead.reopened !== null) throw new DomainError('LEAD_REOPENED_BEFORE', {}, 'leadId');
  const promise = lead.firstRespondedAt === null ? promisedResponseAt : lead.promisedResponseAt;
  return { ...lead, state, lostCause: null, lostBecause: null, lostAt: null, reopened: act, promisedResponseAt: promise };
}
