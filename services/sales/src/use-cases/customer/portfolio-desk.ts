import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { Handing } from '../../persistence/customer/customer-holdings.js';
import { LeaverWork } from '../../persistence/customer/leaver-work.repository.js';
import { CareOwner } from '../care/care-owner.js';
import { WorkHandover } from './work-handover.js';

export interface HandedBy extends Omit<Handing, 'since'> {
  readonly by: string;
}

const TRANSFER = 'transfer-portfolio';

/** Moves customers between salespeople, with everything that is done for them, and ends hr's work when nothing is left with a leaver. */
@Injectable()
export class PortfolioDesk {
  constructor(
    readonly leavers: LeaverWork,
    readonly handover: WorkHandover,
    private readonly directory: EmployeeDirectory,
    private readonly handoffs: Handoffs,
    readonly care: CareOwner,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_A_SALESPERSON. */
  async requireColleague(employeeId: string, tx: Tx, field = 'toEmployeeId'): Promise<void> {
    const colleague = await this.directory.find(employeeId, tx);
    if (!colleague?.active || !colleague.roles.includes('salesperson')) throw new DomainError('NOT_A_SALESPERSON', { employeeId }, field);
  }

  /** Throws DomainError OWNER_UNCHANGED when somebody would get what is his. */
  async move(customerIds: readonly string[], handing: HandedBy, tx: Tx): Promise<void> {
    const { from, to } = handing;
    if (from === to) throw new DomainError('OWNER_UNCHANGED', { employeeId: to }, 'toEmployeeId');
    await this.handover.giveCustomers(customerIds, handing, tx);
    await this.care.follow(customerIds, handing, tx);
  }

  /** True while the customers of somebody who left are still to be given away. */
  async isOwed(employeeId: string, tx: Tx): Promise<boolean> {
    return (await this.handoffs.findOpen(TRANSFER, employeeId, tx)) !== null;
  }

  /** Completes hr's work when nothing is left with the leaver: no customer, no lead, no work of any kind. */
  async settle(leaverId: string, tx: Tx): Promise<void> {
    let open = await this.handoffs.findOpen(TRANSFER, leaverId, tx);
    if (!open || (await this.leavers.left(leaverId, tx)) > 0) return;
    // Who moves out of sales and leaves the company before that is settled is handed over twice.
    for (; open; open = await this.handoffs.findOpen(TRANSFER, leaverId, tx))
      await this.handoffs.complete(open._id, { customersLeft: 0, settledOn: this.clock.today() }, tx);
  }
}
