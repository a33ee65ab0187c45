import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { handTicketOver, nameSubject } from '../../domain/care/ticket.js';
import type { FeedbackTicket } from '../../domain/care/ticket.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { TicketDesk } from './ticket-desk.js';

export interface TakeOverFeedbackRequest {
  readonly requestKey?: string | null;
  readonly ticketId: string;
  readonly reason: string;
}

export interface ReassignFeedbackRequest extends TakeOverFeedbackRequest {
  readonly ownerId: string;
}

export interface NameFeedbackSubjectRequest extends TakeOverFeedbackRequest {
  /** Nobody in particular when left out. */
  readonly aboutEmployeeId?: string | null;
}

/** What is late, or in the wrong hands, goes to the manager or to whom he names; he also sets whom a complaint is about [3.12]. */
@Injectable()
export class MoveFeedback {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: TicketDesk,
    private readonly customers: Customers,
    private readonly clock: BusinessClock,
  ) {}

  takeOver(actor: Actor, input: TakeOverFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'take-over-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      return this.give(ticket, { to: by, reason: input.reason, by }, tx);
    });
  }

  reassign(actor: Actor, input: ReassignFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reassign-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      const to = await this.desk.requireSeller(input.ownerId, tx);
      return this.give(ticket, { to, reason: input.reason, by }, tx);
    });
  }

  /** Found to be about who handles it, the complaint goes to somebody else at once. */
  nameSubject(actor: Actor, input: NameFeedbackSubjectRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'name-feedback-subject', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      const aboutEmployeeId = input.aboutEmployeeId ?? null;
      const { reason } = input;
      const named = nameSubject(ticket, { aboutEmployeeId, reason, by, at: this.clock.now() });
      await this.desk.requireEmployee(aboutEmployeeId, tx);
      const keeper = await this.desk.keeperOf(named, await this.servedBy(ticket, tx), tx);
      if (keeper === named.ownerId) return (await this.desk.tickets.save(named, tx)).id;
      const handover = { from: named.ownerId, to: keeper, reason: input.reason, by, at: this.clock.now() };
      return (await this.desk.tickets.save({ ...named, ownerId: keeper, handovers: [...named.handovers, handover] }, tx)).id;
    });
  }

  private async give(ticket: FeedbackTicket, to: { to: string; reason: string; by: string }, tx: Tx): Promise<string> {
    const moved = handTicketOver(ticket, { ...to, at: this.clock.now() }, await this.servedBy(ticket, tx));
    return (await this.desk.tickets.save(moved, tx)).id;
  }

  /** Whose customer he is now. */
  private async servedBy({ customerId }: FeedbackTicket, tx: Tx): Promise<string> {
    return (await this.customers.get(customerId, tx)).ownerId;
  }
}
