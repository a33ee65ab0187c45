import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { endVisit } from '../../domain/care/visit-plan.js';
import { FeedbackTickets } from '../../persistence/care/feedback.repository.js';
import { FollowUps, PlannedVisits } from '../../persistence/care/visit.repository.js';

/** A customer has another salesperson: what the old one still owes him goes with him [2.13]. */
@Injectable()
export class CareOwner {
  constructor(
    private readonly plans: PlannedVisits,
    private readonly followUps: FollowUps,
    private readonly tickets: FeedbackTickets,
  ) {}

  async follow(customerId: string, move: { from: string; to: string }, tx: Tx): Promise<void> {
    const plan = await this.plans.openOf(customerId, tx);
    if (plan) await this.plans.save({ ...plan, salespersonId: move.to }, tx);
    for (const followUp of await this.followUps.openOf(customerId, move.from, tx))
      await this.followUps.save({ ...followUp, ownerId: move.to }, tx);
    for (const ticket of await this.tickets.openOf(customerId, move.from, tx))
      if (ticket.aboutEmployeeId !== move.to) await this.tickets.save({ ...ticket, ownerId: move.to }, tx);
  }

  /** The file is merged into another, which has a visit of its own: this one is not made. */
  async endVisit(customerId: string, end: { by: string; at: Date }, tx: Tx): Promise<void> {
    const plan = await this.plans.openOf(customerId, tx);
    if (plan) await this.plans.save(endVisit(plan, 'cancel', { visitId: null, reason: '客户档案已合并', ...end }), tx);
  }
}
