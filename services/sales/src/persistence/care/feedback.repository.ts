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

  /** Tickets of a customer that somebody works on. */
  openOf(customerId: string, ownerId: string, tx: Tx): Promise<FeedbackTicket[]> {
    return this.findMany({ customerId, ownerId, state: { $in: LIVE } }, tx);
  }

  protected override toDocument(ticket: FeedbackTicket): Record<string, unknown> {
    return { ...super.toDocument(ticket), dueAt: ticketDueAt(ticket) };
  }

  protected override toEntity(document: Stored): FeedbackTicket {
    return withoutDue(document);
  }
}
