import { Injectable } from '@nestjs/common';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withCancelled } from '../domain/disbursement/application-facts.js';
import type { ApplicationFacts } from '../domain/disbursement/application-facts.js';
import { cancelOrder, returnOrder } from '../domain/disbursement/order.js';
import { FactsOfApplications } from '../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../persistence/disbursement-order.repository.js';
import type { StoredOrder } from '../persistence/disbursement-order.repository.js';
import { BorrowerExposures } from './borrower-exposures.js';

/** How an order ends without money: what was reserved is released, the handoff is closed, the sender is told. */
@Injectable()
export class OrderEnd {
  constructor(
    private readonly facts: FactsOfApplications,
    private readonly orders: DisbursementOrders,
    private readonly exposures: BorrowerExposures,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
  ) {}

  /** Back to sales with a code and reasons that people can act on. */
  async giveBack(order: StoredOrder, refusal: { code: string; reason: string }, tx: Tx): Promise<void> {
    await this.orders.save({ ...order, ...returnOrder(order, refusal.reason) }, tx);
    await this.releaseReserved(order, tx);
    await this.handoffs.returnToSender(order.handoffId, { code: refusal.code, reasons: [refusal.reason] }, tx);
  }

  /** Stopped because the customer withdrew. */
  async cancel(order: StoredOrder, facts: ApplicationFacts, reason: string, tx: Tx): Promise<void> {
    await this.orders.save({ ...order, ...cancelOrder(order, reason) }, tx);
    await this.releaseReserved(order, tx);
    await this.handoffs.recall(order.handoffId, reason, tx);
    await this.announceCancelled(facts, { contractId: order.contractId, reason }, tx);
  }

  /** Saves the facts and says once per contract that it is cancelled. */
  async announceCancelled(known: ApplicationFacts, cancelled: { contractId: string; reason: string }, tx: Tx): Promise<void> {
    const { facts, first } = withCancelled(known, cancelled.contractId);
    await this.facts.put(facts, tx);
    if (first) await this.outbox.add(event('finance.disbursement-cancelled.v1', facts.id, { applicationId: facts.id, ...cancelled }), tx);
  }

  private async releaseReserved(order: StoredOrder, tx: Tx): Promise<void> {
    const reserved = order.state === 'RESERVED' || order.state === 'SENT';
    if (reserved) await this.exposures.release(order, order.terms.amountFen, tx);
  }
}
