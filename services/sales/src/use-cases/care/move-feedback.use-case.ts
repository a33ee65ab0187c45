import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { handTicketOver } from '../../domain/care/ticket.js';
import { TicketDesk } from './ticket-desk.js';

export interface TakeOverFeedbackRequest {
  readonly requestKey?: string | null;
  readonly ticketId: string;
  readonly reason: string;
}

export interface ReassignFeedbackRequest extends TakeOverFeedbackRequest {
  readonly ownerId: string;
}

/** What is late, or in the wrong hands, goes to the manager or to whom he names [3.12]. */
@Injectable()
export class MoveFeedback {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: TicketDesk,
    private readonly clock: BusinessClock,
  ) {}

  takeOver(actor: Actor, input: TakeOverFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'take-over-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      const moved = handTicketOver(ticket, { to: by, reason: input.reason, by, at: this.clock.now() });
      return (await this.desk.tickets.save(moved, tx)).id;
    });
  }

  reassign(actor: Actor, input: ReassignFeedbackRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reassign-feedback', actor, input }, async (tx) => {
      const ticket = await this.desk.get(actor, input.ticketId, tx);
      const to = await this.desk.requireSeller(input.ownerId, tx);
      const moved = handTicketOver(ticket, { to, reason: input.reason, by, at: this.clock.now() });
      return (await this.desk.tickets.save(moved, tx)).id;
    });
  }
}
