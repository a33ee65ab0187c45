import { Injectable } from '@nestjs/common';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withStop } from '../../domain/disbursement/application-facts.js';
import { canStop } from '../../domain/disbursement/order.js';
import { FactsOfApplications } from '../../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { OrderEnd } from '../order-end.js';

export interface StopRequest {
  readonly applicationId: string;
  /** The signed contract that is to be cancelled; null for a withdrawal before signing. */
  readonly contractId: string | null;
  readonly reason: string;
}

/**
 * The customer withdrew: an order is cancelled while no money can have left, else the wish is refused. The withdrawal is
 * remembered, so that a `disburse-loan` that arrives after it is recalled at once [4.19, G7].
 */
@Injectable()
export class StopDisbursement {
  constructor(
    private readonly facts: FactsOfApplications,
    private readonly orders: DisbursementOrders,
    private readonly end: OrderEnd,
    private readonly outbox: Outbox,
  ) {}

  async apply(request: StopRequest, tx: Tx): Promise<void> {
    const { applicationId, reason } = request;
    const order = await this.orders.liveOfApplication(applicationId, tx);
    if (order && !canStop(order)) {
      const { contractId } = order;
      await this.outbox.add(
        event('finance.cancellation-refused.v1', applicationId, { applicationId, contractId, reason: `the payment is ${order.state}` }),
        tx,
      );
      return;
    }
    const facts = withStop(await this.facts.of(applicationId, tx), reason);
    if (order) await this.end.cancel(order, facts, reason, tx);
    else if (request.contractId) await this.end.announceCancelled(facts, { contractId: request.contractId, reason }, tx);
    else await this.facts.put(facts, tx);
  }
}
