import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { openGroup } from '../../domain/exposure/borrower-group.js';
import { GroupMembers } from '../group-members.js';

export interface OpenBorrowerGroupRequest {
  readonly requestKey?: string | null;
  readonly name: string;
  readonly customerIds: readonly string[];
  /** Why they are one risk. */
  readonly reason: string;
}

/** Writes down that customers are related parties: from now on they share one limit. That they are above it already refuses nothing [7.3, G7]. */
@Injectable()
export class OpenBorrowerGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: GroupMembers,
  ) {}

  execute(actor: Actor, input: OpenBorrowerGroupRequest): Promise<string> {
    return this.work.once({ operation: 'open-borrower-group', actor, input }, async (tx) => {
      const { name, customerIds, reason } = input;
      if (new Set(customerIds).size < 2) throw new DomainError('GROUP_MEMBERS_MISSING', {}, 'customerIds');
      let group = openGroup(newId('grp'), name);
      for (const customerId of customerIds) group = await this.members.join(actor, group, { customerId, reason }, tx);
      return group.id;
    });
  }
}
