import { Injectable } from '@nestjs/common';
import { BusinessClock, businessDateOf, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { InformingWay } from '../../domain/application/informing.js';
import { acknowledge, close, reopen, reply } from '../../domain/care/ticket.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { SatisfactionVoice } from './satisfaction-voice.js';
import { TicketDesk } from './ticket-desk.js';

interface OfTicket {
  readonly requestKey?: string | null;
  readonly ticketId: string;
}

export type AcknowledgeFeedbackRequest = OfTicket;

export interface ReplyToFeedbackRequest extends OfTicket {
  readonly text: string;
  readonly way: InformingWay;
}

export interface CloseFeedbackRequest extends OfTicket {
  readonly satisfaction?: number | null;
  readonly noMarkBecause?: string | null;
  readonly rootCause?: string | null;
  readonly improvement?: string | null;
}

export interface ReopenFeedbackRequest extends OfTicket {
  readonly reason: string;
}

/** The way of a ticket: acknowledged, answered, closed with the customer's word, opened again when he is not content [3.12]. */
@Injectable()
export class HandleFeedback {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: TicketDesk,
    private readonly customers: Customers,
    private readonly voice: SatisfactionVoice,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  acknowledge(actor: Actor, input: AcknowledgeFeedbackRequest): Promise<string> {
    const employeeId = employeeIdOf(actor);
    return this.work.once({ operation: 'acknowledge-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      return (await this.desk.tickets.save(acknowledge(ticket, { employeeId, at: this.clock.now() }), tx)).id;
    });
  }

  reply(actor: Actor, input: ReplyToFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reply-to-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      const at = this.clock.now();
      const said = { text: input.text, way: input.way, by, at };
      return (await this.desk.tickets.save(reply(ticket, said, await this.desk.closeDueAt(at)), tx)).id;
    });
  }

  close(actor: Actor, input: CloseFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'close-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      const { satisfaction = null, noMarkBecause = null, rootCause = null, improvement = null } = input;
      const closing = { id: newId('fbc'), satisfaction, noMarkBecause, rootCause, improvement, by, at: this.clock.now() };
      const { ownerId: servedBy } = await this.customers.get(ticket.customerId, tx);
      const closed = await this.desk.tickets.save(close(ticket, closing, servedBy), tx);
      await this.desk.tellClosed(closed, tx);
      if (satisfaction === null) return closed.id;
      const { customerId, salespersonId } = closed;
      const mark = { customerId, salespersonId, source: 'FEEDBACK' as const, sourceId: closing.id, score: satisfaction };
      await this.voice.keep({ ...mark, recordedOn: this.clock.today() }, tx);
      return closed.id;
    });
  }

  /** Open to who handles it and to whose customer it is: the customer may tell either. Who left, or may be to blame, does not get it back. */
  reopen(actor: Actor, input: ReopenFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reopen-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.tickets.get(input.ticketId, tx);
      const isOwner = ticket.ownerId === by;
      requireInScope(actor, isOwner ? by : ticket.salespersonId, { noun: 'feedback ticket', id: ticket.id });
      const at = this.clock.now();
      const today = this.clock.today();
      const again = reopen(
        ticket,
        { reason: input.reason, by, at },
        {
          ...{ today, closedOn: businessDateOf(ticket.closings.at(-1)?.at ?? at) },
          withinDays: await this.parameters.number('feedback.reopen-within', today),
          answerDueAt: await this.desk.answerDueAt(ticket.kind, ticket.severity, at),
        },
      );
      const { ownerId: servedBy } = await this.customers.get(ticket.customerId, tx);
      await this.desk.tickets.save({ ...again, ownerId: await this.desk.keeperOf(again, servedBy, tx) }, tx);
      await this.desk.tellOpened(again, tx);
      return again.id;
    });
  }
}
