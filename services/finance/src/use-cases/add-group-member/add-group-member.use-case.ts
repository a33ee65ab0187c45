import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { BorrowerGroups } from '../../persistence/borrower-group.repository.js';
import { GroupMembers } from '../group-members.js';
import type { MemberChange } from '../group-members.js';

export interface AddGroupMemberRequest extends MemberChange {
  readonly requestKey?: string | null;
  readonly groupId: string;
}

/** Another related party was found: he shares the limit of the group, with what he owes already [7.3, G7]. */
@Injectable()
export class AddGroupMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: BorrowerGroups,
    private readonly members: GroupMembers,
  ) {}

  execute(actor: Actor, input: AddGroupMemberRequest): Promise<string> {
    return this.work.once({ operation: 'add-group-member', actor, input }, async (tx) => {
      const group = await this.groups.get(input.groupId, tx);
      await this.members.join(actor, group, input, tx);
      return group.id;
    });
  }
}
