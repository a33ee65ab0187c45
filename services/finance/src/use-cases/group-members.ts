import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { join, leave } from '../domain/exposure/borrower-group.js';
import type { BorrowerGroup } from '../domain/exposure/borrower-group.js';
import { BorrowerGroups } from '../persistence/borrower-group.repository.js';
import { Exposures } from '../persistence/exposure.repository.js';
import { MergedCustomers } from '../persistence/merged-customer.repository.js';

export interface MemberChange {
  readonly customerId: string;
  readonly reason: string;
}

/** Members come and go with their balance: their own row and the group's are written together, so that no payment passes between the two [7.3, G7]. */
@Injectable()
export class GroupMembers {
  constructor(
    private readonly groups: BorrowerGroups,
    private readonly exposures: Exposures,
    private readonly clock: BusinessClock,
    private readonly merged: MergedCustomers,
    private readonly outbox: Outbox,
  ) {}

  /** Under the id that he goes on with, when his file was merged. Throws DomainError CUSTOMER_ID_INVALID, CUSTOMER_IN_GROUP, GROUP_REASON_MISSING or GROUP_FULL. */
  async join(actor: Actor, before: BorrowerGroup, { customerId: named, reason }: MemberChange, tx: Tx): Promise<BorrowerGroup> {
    if (!isId('cus', named)) throw new DomainError('CUSTOMER_ID_INVALID', { customerId: named }, 'customerId');
    const customerId = await this.merged.survivorOf(named, tx);
    const member = { customerId, reason, addedBy: employeeIdOf(actor), addedOn: this.clock.today() };
    const { group, exposure } = join(before, await this.exposures.of(customerId, tx), member);
    await this.exposures.put(exposure, tx);
    return this.told(await (group.version === 0 ? this.groups.insert(group, tx) : this.groups.save(group, tx)), tx);
  }

  /** Throws DomainError NOT_IN_GROUP or GROUP_REASON_MISSING. */
  async leave(actor: Actor, before: BorrowerGroup, { customerId, reason }: MemberChange, tx: Tx): Promise<BorrowerGroup> {
    const left = { leftReason: reason, removedBy: employeeIdOf(actor), leftOn: this.clock.today() };
    const { group, exposure } = leave(before, await this.exposures.of(await this.merged.survivorOf(customerId, tx), tx), left);
    await this.exposures.put(exposure, tx);
    return this.told(await this.groups.save(group, tx), tx);
  }

  /** Risk judges a borrower with all who are one risk with him. */
  async told(group: BorrowerGroup, tx: Tx): Promise<BorrowerGroup> {
    const customerIds = group.members.map((one) => one.customerId);
    await this.outbox.add(event('finance.borrower-group-changed.v1', group.id, { groupId: group.id, customerIds }), tx);
    return group;
  }
}
