import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { isInvolved } from '../../domain/care/ticket.js';
import type { FeedbackTicket } from '../../domain/care/ticket.js';
import { endVisit } from '../../domain/care/visit-plan.js';
import { PlannedVisits } from '../../persistence/care/visit.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { TicketDesk } from './ticket-desk.js';

export interface CareMove {
  readonly from: string;
  readonly to: string;
  /** Who gives it. */
  readonly by: string;
}

/** A customer has another salesperson: his feedback goes along, but never to who may be to blame for it [2.13, 3.12]. */
@Injectable()
export class CareOwner {
  constructor(
    private readonly plans: PlannedVisits,
    private readonly desk: TicketDesk,
    private readonly customers: Customers,
    private readonly clock: BusinessClock,
  ) {}

  /** Tickets of these customers: of the old owner they go to the new one; a complaint in the hands of the new one goes to a manager. */
  async follow(customerIds: readonly string[], move: CareMove, tx: Tx): Promise<void> {
    for (const ticket of await this.desk.tickets.openOfCustomers(customerIds, [move.from, move.to], tx))
      if (ticket.ownerId === move.from || isInvolved(ticket, ticket.ownerId, move.to)) await this.give(ticket, move, move.to, tx);
  }

  /** Tickets that somebody handles for customers of others; how many. */
  async followRest(move: CareMove, limit: number, tx: Tx): Promise<number> {
    const tickets = await this.desk.tickets.openOfOwner(move.from, limit, tx);
    for (const ticket of tickets) await this.give(ticket, move, (await this.customers.get(ticket.customerId, tx)).ownerId, tx);
    return tickets.length;
  }

  /** The file is merged into another, which has a visit of its own: this one is not made. */
  async endVisit(customerId: string, end: { by: string; at: Date }, tx: Tx): Promise<void> {
    const plan = await this.plans.openOf(customerId, tx);
    if (plan) await this.plans.save(endVisit(plan, 'cancel', { visitId: null, reason: '客户档案已合并', ...end }), tx);
  }

  /** To the new one; to a manager, as a handover that is seen, where it is a complaint or the new one may be to blame. */
  private async give(ticket: FeedbackTicket, { from, to, by }: CareMove, servedBy: string, tx: Tx): Promise<void> {
    if (ticket.kind !== 'COMPLAINT' && !isInvolved(ticket, to, servedBy)) {
      await this.desk.tickets.save({ ...ticket, ownerId: to }, tx);
      return;
    }
    const ownerId = await this.desk.ownerOf(ticket, { servedBy, except: from }, tx);
    const handover = { from: ticket.ownerId, to: ownerId, reason: '客户移交，被投诉人或其客户经理不得经办', by, at: this.clock.now() };
    await this.desk.tickets.save({ ...ticket, ownerId, handovers: [...ticket.handovers, handover] }, tx);
  }
}
