import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { CustomerHoldings } from '../../persistence/customer/customer-holdings.js';
import type { Handing } from '../../persistence/customer/customer-holdings.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CareOwner } from '../care/care-owner.js';

const TRANSFER = 'transfer-portfolio';

/** Moves customers between salespeople, with everything that is done for them, and ends hr's work when nothing is left with a leaver. */
@Injectable()
export class PortfolioDesk {
  constructor(
    readonly customers: Customers,
    readonly holdings: CustomerHoldings,
    private readonly directory: EmployeeDirectory,
    private readonly handoffs: Handoffs,
    private readonly care: CareOwner,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_A_SALESPERSON. */
  async requireColleague(employeeId: string, tx: Tx, field = 'toEmployeeId'): Promise<void> {
    const colleague = await this.directory.find(employeeId, tx);
    if (!colleague?.active || !colleague.roles.includes('salesperson')) throw new DomainError('NOT_A_SALESPERSON', { employeeId }, field);
  }

  /** Throws DomainError OWNER_UNCHANGED when somebody would get what is his. */
  async move(customerIds: readonly string[], handing: Omit<Handing, 'since'>, tx: Tx): Promise<void> {
    if (handing.from === handing.to) throw new DomainError('OWNER_UNCHANGED', { employeeId: handing.to }, 'toEmployeeId');
    await this.holdings.giveCustomers(customerIds, { ...handing, since: this.clock.today() }, tx);
    for (const customerId of customerIds) await this.care.follow(customerId, handing, tx);
  }

  /** True while the customers of somebody who left are still to be given away. */
  async isOwed(employeeId: string, tx: Tx): Promise<boolean> {
    return (await this.handoffs.findOpen(TRANSFER, employeeId, tx)) !== null;
  }

  /** Completes hr's work when no customer and no open lead is left with the leaver. */
  async settle(leaverId: string, tx: Tx): Promise<void> {
    const open = await this.handoffs.findOpen(TRANSFER, leaverId, tx);
    if (!open || (await this.customers.ownsAny(leaverId, tx)) || (await this.holdings.hasOpenLeads(leaverId, tx))) return;
    await this.handoffs.complete(open._id, { customersLeft: 0, settledOn: this.clock.today() }, tx);
  }
}
