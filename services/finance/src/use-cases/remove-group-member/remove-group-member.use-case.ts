import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { BorrowerGroups } from '../../persistence/borrower-group.repository.js';
import { GroupMembers } from '../group-members.js';
import type { MemberChange } from '../group-members.js';

export interface RemoveGroupMemberRequest extends MemberChange {
  readonly requestKey?: string | null;
  readonly groupId: string;
}

/** A customer is no longer related to the others; who found so, when and why stays written [7.3, 1.4]. */
@Injectable()
export class RemoveGroupMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: BorrowerGroups,
    private readonly members: GroupMembers,
  ) {}

  execute(actor: Actor, input: RemoveGroupMemberRequest): Promise<string> {
    return this.work.once({ operation: 'remove-group-member', actor, input }, async (tx) => {
      const group = await this.groups.get(input.groupId, tx);
      await this.members.leave(actor, group, input, tx);
      return group.id;
    });
  }
}
