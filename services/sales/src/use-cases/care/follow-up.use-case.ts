import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { endFollowUp } from '../../domain/care/follow-up.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { isInScope } from '../../persistence/sales-scope.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { FollowUpDesk } from './follow-up-desk.js';
import type { WantedFollowUp } from './follow-up-desk.js';

export interface OpenFollowUpRequest extends WantedFollowUp {
  readonly requestKey?: string | null;
  readonly customerId: string;
}

export interface CompleteFollowUpRequest {
  readonly requestKey?: string | null;
  readonly followUpId: string;
  readonly result: string;
  /** What is still owed after it. */
  readonly next?: WantedFollowUp | null;
}

export interface CancelFollowUpRequest {
  readonly requestKey?: string | null;
  readonly followUpId: string;
  readonly reason: string;
}

/**
 * Opens, completes and cancels what somebody owes to a customer. A result may open the next one of the chain, which is for whose customer he is
 * now, or the manager: who helped out once gives no more work [3.11].
 */
@Injectable()
export class FollowUpActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: CustomerDesk,
    private readonly desk: FollowUpDesk,
    private readonly clock: BusinessClock,
  ) {}

  open(actor: Actor, input: OpenFollowUpRequest): Promise<string> {
    return this.work.once({ operation: 'open-follow-up', actor, input }, async (tx) => {
      const customer = await this.customers.hold(actor, input.customerId, tx);
      return (await this.desk.open(actor, input, { customer }, tx)).id;
    });
  }

  complete(actor: Actor, input: CompleteFollowUpRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'complete-follow-up', actor, input }, async (tx) => {
      const followUp = await this.desk.get(actor, input.followUpId, tx);
      const done = endFollowUp(followUp, 'complete', { result: input.result, by, at: this.clock.now() });
      await this.desk.followUps.save(done, tx);
      if (!input.next) return followUp.id;
      const customer = await this.served(actor, followUp.customerId, tx);
      return (await this.desk.open(actor, input.next, { customer, previous: followUp }, tx)).id;
    });
  }

  cancel(actor: Actor, input: CancelFollowUpRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'cancel-follow-up', actor, input }, async (tx) => {
      const followUp = await this.desk.get(actor, input.followUpId, tx);
      await this.desk.followUps.save(endFollowUp(followUp, 'cancel', { result: input.reason, by, at: this.clock.now() }), tx);
      return followUp.id;
    });
  }

  /** Throws DomainError FOLLOW_UP_NEXT_FOREIGN for who does not serve the customer. */
  private async served(actor: Actor, customerId: string, tx: Tx): Promise<Customer> {
    const { ownerId } = await this.customers.customers.get(customerId, tx);
    if (!isInScope(actor, ownerId)) throw new DomainError('FOLLOW_UP_NEXT_FOREIGN', {}, 'next');
    return this.customers.hold(actor, customerId, tx);
  }
}
