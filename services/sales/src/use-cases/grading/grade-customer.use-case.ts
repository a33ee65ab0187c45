import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CustomerDesk } from '../customer/customer-desk.js';
import { CustomerStanding } from './customer-standing.js';

export interface GradeCustomerRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
}

/** Grades a customer by the scorecard in force; every grade stays in the history, the next visit follows the grade [3.9, 3.10]. */
@Injectable()
export class GradeCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly standing: CustomerStanding,
  ) {}

  execute(actor: Actor, input: GradeCustomerRequest): Promise<string> {
    return this.work.once({ operation: 'grade-customer', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const graded = await this.standing.graded(customer, 'BY_HAND', tx);
      if (graded !== customer) await this.desk.customers.save(graded, tx);
      return customer.id;
    });
  }
}
