import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { CustomerDesk } from './customer-desk.js';
import { PortfolioDesk } from './portfolio-desk.js';

export interface TransferCustomerRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly toEmployeeId: string;
  readonly reason: string;
}

/**
 * Gives a customer to another salesperson with everything that is done for him: leads, enquiries, proposals, applications, contracts. Who had
 * him since when stays readable; who signed a contract stays its signer [2.13].
 */
@Injectable()
export class TransferCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly portfolio: PortfolioDesk,
  ) {}

  execute(actor: Actor, input: TransferCustomerRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'transfer-customer', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const reason = requireReason(input.reason);
      await this.portfolio.requireColleague(input.toEmployeeId, tx);
      await this.portfolio.move([customer.id], { from: customer.ownerId, to: input.toEmployeeId, reason, by }, tx);
      await this.portfolio.settle(customer.ownerId, tx);
      return customer.id;
    });
  }
}
