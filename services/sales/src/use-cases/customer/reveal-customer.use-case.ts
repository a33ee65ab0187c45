import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { CustomerDesk } from './customer-desk.js';

export interface RevealCustomerRequest {
  readonly customerId: string;
  readonly reason: string;
}

export const REVEALED_FIELDS = ['residentId', 'phone', 'address', 'bankCards', 'corrections'] as const;

/** Shows a customer's personal data in full, for a reason, and tells compliance that somebody looked [3.7]. */
@Injectable()
export class RevealCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** The id of the customer that may now be shown: what is shown never goes through the request keys or the outbox. */
  execute(actor: Actor, input: RevealCustomerRequest): Promise<string> {
    const viewerId = employeeIdOf(actor);
    return this.work.run({ operation: 'reveal-customer', actor }, async (tx) => {
      const { id: customerId } = await this.desk.read(actor, input.customerId, tx);
      const reason = requireReason(input.reason);
      const viewedAt = this.clock.now().toISOString();
      const seen = { customerId, viewerId, reason, fields: [...REVEALED_FIELDS], viewedAt };
      await this.outbox.add(event('sales.personal-data-viewed.v1', customerId, seen), tx);
      tx.wrote('personal_data_views', customerId, canonicalHash(seen));
      return customerId;
    });
  }
}
