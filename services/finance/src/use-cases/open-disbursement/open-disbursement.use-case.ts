import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { decisionOf } from '../../domain/disbursement/application-facts.js';
import type { ApplicationFacts } from '../../domain/disbursement/application-facts.js';
import { openOrder } from '../../domain/disbursement/order.js';
import type { OrderParticipant } from '../../domain/disbursement/order.js';
import { loanUseOf } from '../../domain/exposure/loan-use.js';
import { FactsOfApplications } from '../../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { GateSeven } from '../gate-seven.js';
import { OrderEnd } from '../order-end.js';

/** Opens the order to pay out a signed contract when gate G7 holds on complete facts [4.19, 7.3]. */
@Injectable()
export class OpenDisbursement {
  constructor(
    private readonly facts: FactsOfApplications,
    private readonly orders: DisbursementOrders,
    private readonly gate: GateSeven,
    private readonly end: OrderEnd,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Inside the consumer's transaction. Throws NotYetSeen while approval's word is missing; a DomainError returns the handoff.
   * A contract whose application was withdrawn is recalled at once.
   */
  async apply(told: HandoffData<'disburse-loan'>, handoffId: string, tx: Tx): Promise<void> {
    const { data, facts } = await this.gate.current(told, await this.facts.of(told.applicationId, tx), tx);
    const { contractId, applicationId, customerId, salespersonId, decisionId, costSheetId, payeeAccountId } = data;
    if (facts.stopped !== null) {
      await this.handoffs.recall(handoffId, facts.stopped, tx);
      return this.end.announceCancelled(facts, { contractId, reason: facts.stopped }, tx);
    }
    const live = await this.orders.liveOfApplication(applicationId, tx);
    if (live) throw new DomainError('CONTRACT_ALREADY_ORDERED', { contractId: live.contractId, state: live.state });
    const { terms } = await this.gate.pass(data, facts, tx);
    // Written although unchanged: a lapse that crosses this order conflicts with it instead of missing it.
    await this.facts.put(facts, tx);
    const ids = {
      id: newId('dis'),
      handoffId,
      contractId,
      applicationId,
      customerId,
      salespersonId,
      decisionId,
      costSheetId,
      payeeAccountId,
    };
    const { purpose, customerType } = data;
    const contracted = { terms, purpose, loanUse: loanUseOf(purpose, customerType), participants: everyoneSoFar(data, facts) };
    await this.orders.insert({ ...openOrder({ ...ids, ...contracted }), openedAt: this.clock.now() }, tx);
  }
}

/** Who took part by sales' word, by approval's own word, and the seller in any case: a list cut short by one of them clears nobody. */
function everyoneSoFar(data: HandoffData<'disburse-loan'>, facts: ApplicationFacts): readonly OrderParticipant[] {
  const seller = { role: 'SALESPERSON' as const, employeeId: data.salespersonId };
  const all = [...data.participants, ...(decisionOf(facts, data.decisionId)?.participants ?? []), seller];
  return [...new Map(all.map((one) => [`${one.role} ${one.employeeId}`, one])).values()];
}
