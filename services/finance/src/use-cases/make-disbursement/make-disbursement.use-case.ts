import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor, Fen } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkStillInForce } from '../../domain/disbursement/gate-seven.rule.js';
import { makePayment } from '../../domain/disbursement/order.js';
import { FactsOfApplications } from '../../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { FreezeBook } from '../freeze-book.js';

export interface MakeDisbursementRequest {
  readonly requestKey: string;
  readonly orderId: string;
  /** What the maker pays out; it must be the contract's amount. */
  readonly amountFen: Fen;
}

/** The maker (经办) prepares a payment of exactly the contract amount; he has no other part in the application [4.19, 7.3, 7.10]. */
@Injectable()
export class MakeDisbursement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DisbursementOrders,
    private readonly facts: FactsOfApplications,
    private readonly freezes: FreezeBook,
  ) {}

  execute(actor: Actor, input: MakeDisbursementRequest): Promise<string> {
    return this.work.once({ operation: 'make-disbursement', actor, input }, async (tx) => {
      const makerId = employeeIdOf(actor);
      const order = await this.orders.get(input.orderId, tx);
      const made = makePayment(order, makerId, input.amountFen);
      await this.freezes.requireFree(order.customerId, tx);
      checkStillInForce(await this.facts.of(order.applicationId, tx), order.decisionId);
      checkSegregation(order.participants, { role: 'PAYMENT_MAKER', employeeId: makerId });
      await this.orders.save({ ...order, ...made }, tx);
      return order.id;
    });
  }
}
