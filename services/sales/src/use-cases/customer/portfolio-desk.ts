import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { Customer } from '../../domain/customer/customer-file.js';
import { handOver } from '../../domain/customer/portfolio.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CareOwner } from '../care/care-owner.js';

const TRANSFER = 'transfer-portfolio';

/** Moves customers between salespeople and ends hr's work when the last one of a leaver has another owner. */
@Injectable()
export class PortfolioDesk {
  constructor(
    readonly customers: Customers,
    private readonly directory: EmployeeDirectory,
    private readonly handoffs: Handoffs,
    private readonly care: CareOwner,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_A_SALESPERSON. */
  async requireColleague(employeeId: string, tx: Tx): Promise<void> {
    const colleague = await this.directory.find(employeeId, tx);
    if (!colleague?.active || !colleague.roles.includes('salesperson'))
      throw new DomainError('NOT_A_SALESPERSON', { employeeId }, 'toEmployeeId');
  }

  async move(customer: Customer, to: { ownerId: string; reason: string }, tx: Tx): Promise<void> {
    await this.customers.save(handOver(customer, { ...to, since: this.clock.today() }), tx);
    await this.care.follow(customer.id, { from: customer.ownerId, to: to.ownerId }, tx);
  }

  /** True while the customers of somebody who left are still to be given away. */
  async isOwed(employeeId: string, tx: Tx): Promise<boolean> {
    return (await this.handoffs.findOpen(TRANSFER, employeeId, tx)) !== null;
  }

  /** Completes hr's work when nobody is left with the leaver. */
  async settle(leaverId: string, tx: Tx): Promise<void> {
    const open = await this.handoffs.findOpen(TRANSFER, leaverId, tx);
    if (open && !(await this.customers.ownsAny(leaverId, tx)))
      await this.handoffs.complete(open._id, { customersLeft: 0, settledOn: this.clock.today() }, tx);
  }
}
