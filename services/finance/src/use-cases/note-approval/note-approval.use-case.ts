import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { parseLocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { withConditionsConfirmed, withDecision, withLapse } from '../../domain/disbursement/application-facts.js';
import { canStop } from '../../domain/disbursement/order.js';
import { FactsOfApplications } from '../../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { OrderEnd } from '../order-end.js';
import { termsOf } from '../terms-of.js';

/** Keeps approval's own word on an application; a lapse gives back the order that rested on it while no money has left [7.3, G7]. */
@Injectable()
export class NoteApproval {
  constructor(
    private readonly facts: FactsOfApplications,
    private readonly orders: DisbursementOrders,
    private readonly end: OrderEnd,
  ) {}

  async decided(data: EventData<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    const facts = await this.facts.of(data.applicationId, tx);
    const terms = data.terms ? termsOf(data.terms) : null;
    const validUntil = data.validUntil ? parseLocalDate(data.validUntil) : null;
    const { decisionId, result, participants } = data;
    const customerId = data.customerId ?? null;
    await this.facts.put(withDecision(facts, { decisionId, result, terms, validUntil, customerId, participants }), tx);
  }

  async confirmed(data: EventData<'approval.conditions-confirmed.v1'>, tx: Tx): Promise<void> {
    const facts = await this.facts.of(data.applicationId, tx);
    await this.facts.put(withConditionsConfirmed(facts, data.decisionId), tx);
  }

  async lapsed(data: EventData<'approval.decision-lapsed.v1'>, tx: Tx): Promise<void> {
    const facts = await this.facts.of(data.applicationId, tx);
    await this.facts.put(withLapse(facts, data.decisionId, data.reason), tx);
    const order = await this.orders.liveOfApplication(data.applicationId, tx);
    if (!order || order.decisionId !== data.decisionId || !canStop(order)) return;
    await this.end.giveBack(order, { code: 'APPROVAL_NOT_IN_FORCE', reason: data.reason }, tx);
  }
}
