import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { requireReason } from '../../domain/customer/correction.js';
import { CustomerDesk } from './customer-desk.js';

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
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: TransferCustomerRequest): Promise<string> {
    return this.work.once({ operation: 'transfer-customer', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const reason = requireReason(input.reason);
      const colleague = await this.directory.find(input.toEmployeeId, tx);
      if (!colleague?.active || !colleague.roles.includes('salesperson')) {
        throw new DomainError('NOT_A_SALESPERSON', { employeeId: input.toEmployeeId }, 'toEmployeeId');
      }
      const owners = [...customer.owners, { ownerId: input.toEmployeeId, since: this.clock.today(), reason }];
      await this.desk.customers.save({ ...customer, ownerId: input.toEmployeeId, owners }, tx);
      return customer.id;
    });
  }
}
