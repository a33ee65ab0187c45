import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { isInvolved } from '../../domain/care/ticket.js';
import type { FeedbackKind, FeedbackSeverity, FeedbackTicket } from '../../domain/care/ticket.js';
import { FeedbackTickets } from '../../persistence/care/feedback.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { WorkingDeadlines } from '../working-deadlines.js';

const ANSWER = {
  QUESTION: 'deadline.feedback-question',
  OPINION: 'deadline.feedback-opinion',
  COMPLAINT: 'deadline.feedback-complaint',
  PRAISE: 'deadline.feedback-praise',
} as const;

type Parties = Pick<FeedbackTicket, 'kind' | 'salespersonId' | 'aboutEmployeeId'>;

/** Loads tickets for who handles them, finds who that is, and knows the moments that the company promises. */
@Injectable()
export class TicketDesk {
  constructor(
    readonly tickets: FeedbackTickets,
    private readonly deadlines: WorkingDeadlines,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_FOUND, also for what somebody else handles. */
  async get(actor: Actor, ticketId: string, tx: Tx): Promise<FeedbackTicket> {
    const ticket = await this.tickets.get(ticketId, tx);
    requireInScope(actor, ticket.ownerId, { noun: 'feedback ticket', id: ticketId });
    return ticket;
  }

  /** By when it has to be answered: as the kind says, and soon when it hurts the customer badly. */
  async answerDueAt(kind: FeedbackKind, severity: FeedbackSeverity, from: Date): Promise<Date> {
    const byKind = await this.deadlines.dueAt(ANSWER[kind], from);
    if (severity !== 'HIGH') return byKind;
    const soon = await this.deadlines.dueAt('deadline.feedback-high', from);
    return soon < byKind ? soon : byKind;
  }

  acknowledgeDueAt(from: Date): Promise<Date> {
    return this.deadlines.dueAt('deadline.acknowledge-feedback', from);
  }

  closeDueAt(from: Date): Promise<Date> {
    return this.deadlines.dueAt('deadline.close-feedback', from);
  }

  /** Who handles it: the customer's salesperson, or a manager when it is a complaint. Throws TICKET_OWNER_MISSING. */
  async ownerOf(of: Parties, { servedBy, except = null }: { servedBy: string; except?: string | null }, tx: Tx): Promise<string> {
    if (of.kind !== 'COMPLAINT') return servedBy;
    const managers = await this.directory.holding('sales-manager', tx);
    const manager = managers.find((one) => one._id !== except && !isInvolved(of, one._id, servedBy));
    if (!manager) throw new DomainError('TICKET_OWNER_MISSING', {}, 'ownerId');
    return manager._id;
  }

  /** Who has it goes on with it, unless he left or may be the one to blame. */
  async keeperOf(ticket: FeedbackTicket, servedBy: string, tx: Tx): Promise<string> {
    const keeper = await this.directory.find(ticket.ownerId, tx);
    return keeper?.active === false || isInvolved(ticket, ticket.ownerId, servedBy)
      ? this.ownerOf(ticket, { servedBy }, tx)
      : ticket.ownerId;
  }

  /** Throws DomainError COMPLAINT_ABOUT_STRANGER for who never worked here; who left may be complained about. */
  async requireEmployee(employeeId: string | null, tx: Tx): Promise<void> {
    if (employeeId !== null && !(await this.directory.find(employeeId, tx)))
      throw new DomainError('COMPLAINT_ABOUT_STRANGER', { employeeId }, 'aboutEmployeeId');
  }

  /** Throws DomainError NOT_A_SALESPERSON. */
  async requireSeller(employeeId: string, tx: Tx): Promise<string> {
    const colleague = await this.directory.find(employeeId, tx);
    const sells = colleague?.roles.some((role) => role === 'salesperson' || role === 'sales-manager');
    if (!colleague?.active || !sells) throw new DomainError('NOT_A_SALESPERSON', { employeeId }, 'ownerId');
    return employeeId;
  }

  /** Tells that somebody waits for an answer, for the first time or again. */
  async tellOpened(ticket: FeedbackTicket, tx: Tx): Promise<void> {
    const facts = { reopened: ticket.reopened.length > 0, answerDueAt: ticket.answerDueAt.toISOString(), openedOn: this.clock.today() };
    await this.outbox.add(event('sales.feedback-opened.v1', ticket.id, { ...commonFacts(ticket), ...facts }), tx);
  }

  async tellClosed(ticket: FeedbackTicket, tx: Tx): Promise<void> {
    const since = ticket.reopened.at(-1)?.at ?? ticket.openedAt;
    const first = ticket.replies.find((one) => one.at >= since);
    const answeredInTime = first !== undefined && first.at <= ticket.answerDueAt;
    const facts = { satisfaction: ticket.closings.at(-1)?.satisfaction ?? null, answeredInTime, closedOn: this.clock.today() };
    await this.outbox.add(event('sales.feedback-closed.v1', ticket.id, { ...commonFacts(ticket), ...facts }), tx);
  }
}

function commonFacts(ticket: FeedbackTicket) {
  const { id: ticketId, customerId, salespersonId, kind, severity, ownerId } = ticket;
  return { ticketId, customerId, salespersonId, kind, severity, ownerId };
}
