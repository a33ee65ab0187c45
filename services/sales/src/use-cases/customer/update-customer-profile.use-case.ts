import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { completenessOf, mergeProfile } from '../../domain/customer/profile.js';
import { CustomerStanding } from '../grading/customer-standing.js';
import { CustomerDesk } from './customer-desk.js';
import { profileChange } from './customer-request.js';
import type { ProfileRequest } from './customer-request.js';

export interface UpdateCustomerProfileRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly profile: ProfileRequest;
}

/** Fills the sections of a file; the day on which it becomes complete is kept, and the grade follows [3.5, 3.9]. */
@Injectable()
export class UpdateCustomerProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly standing: CustomerStanding,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: UpdateCustomerProfileRequest): Promise<string> {
    return this.work.once({ operation: 'update-customer-profile', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const profile = mergeProfile(customer.profile, profileChange(input.profile));
      const complete = completenessOf(customer.type, profile).percent === 100;
      const filed = { ...customer, profile, filedAt: customer.filedAt ?? (complete ? this.clock.now() : null) };
      await this.desk.customers.save(await this.standing.graded(filed, 'PROFILE', tx), tx);
      return customer.id;
    });
  }
}
