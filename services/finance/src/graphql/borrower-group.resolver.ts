import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AddGroupMember } from '../use-cases/add-group-member/add-group-member.use-case.js';
import { OpenBorrowerGroup } from '../use-cases/open-borrower-group/open-borrower-group.use-case.js';
import { RemoveGroupMember } from '../use-cases/remove-group-member/remove-group-member.use-case.js';
import { GroupById } from './exposure.loader.js';
import { AddGroupMemberInput, BorrowerGroupType, OpenBorrowerGroupInput, RemoveGroupMemberInput } from './exposure.type.js';

@ObjectType({ isAbstract: true })
abstract class GroupPayload extends MutationPayload {
  @Field(() => BorrowerGroupType, { nullable: true })
  readonly borrowerGroup?: BorrowerGroupType | null;
}

@ObjectType()
export class OpenBorrowerGroupPayload extends GroupPayload {}

@ObjectType()
export class AddGroupMemberPayload extends GroupPayload {}

@ObjectType()
export class RemoveGroupMemberPayload extends GroupPayload {}

/** Who is whose related party. */
@Resolver(() => BorrowerGroupType)
export class BorrowerGroupResolver {
  constructor(
    private readonly groups: GroupById,
    private readonly open: OpenBorrowerGroup,
    private readonly add: AddGroupMember,
    private readonly remove: RemoveGroupMember,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenBorrowerGroupPayload, {
    description: 'Write down that customers are related parties and share one limit (认定关联方集团)',
  })
  @Permit('finance.open-borrower-group')
  openBorrowerGroup(@Args('input') input: OpenBorrowerGroupInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.open.execute(context.actor, input));
  }

  @Mutation(() => AddGroupMemberPayload, {
    description: 'Another related party; also when the group is above its limit by him (增加关联方)',
  })
  @Permit('finance.add-group-member')
  addGroupMember(@Args('input') input: AddGroupMemberInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.add.execute(context.actor, input));
  }

  @Mutation(() => RemoveGroupMemberPayload, { description: 'A customer is no longer related to the others (解除关联关系)' })
  @Permit('finance.remove-group-member')
  removeGroupMember(@Args('input') input: RemoveGroupMemberInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.remove.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ borrowerGroup: await this.groups.firstOf(context, await act()) }));
  }
}
