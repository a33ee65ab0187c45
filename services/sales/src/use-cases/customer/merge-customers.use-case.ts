import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { CustomerMerging } from './customer-merging.js';
import { PortfolioDesk } from './portfolio-desk.js';

export interface MergeCustomersRequest {
  readonly requestKey?: string | null;
  /** The file that goes on. */
  readonly survivorId: string;
  /** The file that ends; it stays readable. */
  readonly mergedId: string;
  readonly reason: string;
  /** The paper that shows that the number of the file that ends was entered wrongly, uploaded about that customer. */
  readonly entryErrorFileId?: string | null;
}

/** Makes one file of two that are of one customer, and tells who keeps his id [3.6]. */
@Injectable()
export class MergeCustomers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly merging: CustomerMerging,
    private readonly portfolio: PortfolioDesk,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: MergeCustomersRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'merge-customers', actor, input }, async (tx) => {
      const { survivorId, mergedId } = input;
      const reason = requireReason(input.reason);
      const on = this.clock.today();
      const how = { by, at: this.clock.now(), on, reason, entryErrorFileId: input.entryErrorFileId ?? null };
      const { formerOwnerId } = await this.merging.merge(survivorId, mergedId, how, tx);
      await this.portfolio.settle(formerOwnerId, tx);
      const told = { survivorId, mergedId, mergedBy: by, mergedOn: on };
      await this.outbox.add(event('sales.customer-merged.v1', mergedId, told), tx);
      return survivorId;
    });
  }
}
