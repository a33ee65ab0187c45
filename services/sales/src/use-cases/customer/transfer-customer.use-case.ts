import { Injectable } from '@nestjs/common';
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

/** Gives a customer to another salesperson; who had him since when stays readable. Running applications stay with who took them. */
@Injectable()
export class TransferCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly portfolio: PortfolioDesk,
  ) {}

  execute(actor: Actor, input: TransferCustomerRequest): Promise<string> {
    return this.work.once({ operation: 'transfer-customer', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const reason = requireReason(input.reason);
      await this.portfolio.requireColleague(input.toEmployeeId, tx);
      await this.portfolio.move(customer, { ownerId: input.toEmployeeId, reason }, tx);
      await this.portfolio.settle(customer.ownerId, tx);
      return customer.id;
    });
  }
}
