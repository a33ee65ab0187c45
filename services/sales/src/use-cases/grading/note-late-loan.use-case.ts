import { Injectable } from '@nestjs/common';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withLateLoan } from '../../domain/customer/late-loans.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CustomerStanding } from './customer-standing.js';

/** Finance says how late a loan is: what we saw ourselves counts in the grade at once [3.9]. A customer that is not ours is nobody's. */
@Injectable()
export class NoteLateLoan {
  constructor(
    private readonly customers: Customers,
    private readonly standing: CustomerStanding,
  ) {}

  async statusChanged({ data }: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    const named = await this.customers.find(data.customerId, tx);
    const customer = named?.merged ? await this.customers.find(named.merged.intoId, tx) : named;
    if (!customer) return;
    const lateLoans = withLateLoan(customer.lateLoans, data);
    if (lateLoans === customer.lateLoans) return;
    await this.customers.save(await this.standing.graded({ ...customer, lateLoans }, 'LOAN', tx), tx);
  }
}
