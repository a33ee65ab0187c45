import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { TICKET_STATES } from '../../domain/care/ticket.machine.js';
import { ticketDueAt } from '../../domain/care/ticket.js';
import type { FeedbackTicket } from '../../domain/care/ticket.js';
import { ticketCollection } from './feedback.schema.js';
import { withoutDue } from './visit.repository.js';

const LIVE = TICKET_STATES.filter((state) => state !== 'closed');

@Injectable()
export class FeedbackTickets extends Repository<FeedbackTicket> {
  constructor(database: Database) {
    super(database, ticketCollection, 'feedback ticket');
  }

  /** Tickets of customers that one of these works on. */
  openOfCustomers(customerIds: readonly string[], ownerIds: readonly string[], tx: Tx): Promise<FeedbackTicket[]> {
    return this.findMany({ customerId: { $in: [...customerIds] }, ownerId: { $in: [...ownerIds] }, state: { $in: LIVE } }, tx);
  }

  /** Tickets that somebody works on, oldest first. */
  openOfOwner(ownerId: string, limit: number, tx: Tx): Promise<FeedbackTicket[]> {
    return this.findMany({ ownerId, state: { $in: LIVE } }, tx, { sort: { _id: 1 }, limit });
  }

  protected override toDocument(ticket: FeedbackTicket): Record<string, unknown> {
    return { ...super.toDocument(ticket), dueAt: ticketDueAt(ticket) };
  }

  protected override toEntity(document: Stored): FeedbackTicket {
    return withoutDue(document);
  }
}
