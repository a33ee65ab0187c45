import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { ReferralBars } from '../../persistence/acquisition/referral.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

export interface BarReferrerRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly reason: string;
}

/** Bars a customer, such as a salesperson who borrows himself, from earning credit for referrals; what was earned stays [3.3]. */
@Injectable()
export class BarReferrer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bars: ReferralBars,
    private readonly customers: Customers,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: BarReferrerRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'bar-referrer', actor, input }, async (tx) => {
      const { id } = await this.customers.get(input.customerId, tx);
      if (await this.bars.find(id, tx)) throw new DomainError('REFERRER_BARRED', {}, 'customerId');
      return (await this.bars.insert({ id, version: 0, reason: requireReason(input.reason), by, at: this.clock.now() }, tx)).id;
    });
  }
}
