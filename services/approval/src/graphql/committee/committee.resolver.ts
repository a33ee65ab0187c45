import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { CommitteeQueries } from '../../queries/committee/committee.queries.js';
import { AppointMember } from '../../use-cases/committee/appoint-member.use-case.js';
import { EndMembership } from '../../use-cases/committee/end-membership.use-case.js';
import { PublishPolicy } from '../../use-cases/committee/publish-policy.use-case.js';
import { CommitteeMemberLoader, CommitteePolicyLoader } from '../approval.loader.js';
import { AppointMemberInput, EndMembershipInput, PublishPolicyInput } from './committee.input.js';
import { CommitteeMemberType, CommitteePolicyType } from './committee.type.js';
import { AppointMemberPayload, EndMembershipPayload, PublishPolicyPayload } from '../payload.type.js';
import { EmployeeStub } from '../stub.type.js';

/** The committee's policy. */
@Resolver()
export class CommitteePolicyResolver {
  constructor(
    private readonly loader: CommitteePolicyLoader,
    private readonly committee: CommitteeQueries,
    private readonly publishPolicyCase: PublishPolicy,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CommitteePolicyType, { nullable: true, description: 'The policy in force on a date (现行审批政策)' })
  @Permit('approval.read-policy')
  policyInForce(@Args('on', { type: () => LocalDate, nullable: true }) on: LocalDateText | null) {
    return this.committee.policyInForce(on ?? null);
  }

  @Mutation(() => PublishPolicyPayload, { description: 'Publish the next version of the policy (发布审批政策)' })
  @Permit('approval.publish-policy')
  publishPolicy(@Args('input') input: PublishPolicyInput, @Context() context: GraphContext) {
    const bands = input.bands.map(({ upTo, ...band }) => ({ ...band, upToFen: upTo }));
    const productLimits = (input.productLimits ?? []).map(({ productId, maxAmount }) => ({ productId, maxAmountFen: maxAmount }));
    return answer(this.texts, context, async () => ({
      policy: await this.loader.byId(context, await this.publishPolicyCase.execute(context.actor, { ...input, bands, productLimits })),
    }));
  }
}

/** Who serves on the committee. */
@Resolver(() => CommitteeMemberType)
export class CommitteeMemberResolver {
  constructor(
    private readonly loader: CommitteeMemberLoader,
    private readonly committee: CommitteeQueries,
    private readonly appointMemberCase: AppointMember,
    private readonly endMembershipCase: EndMembership,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [CommitteeMemberType], { description: 'Who serves on a date (在任委员)' })
  @Permit('approval.read-member')
  committeeMembers(@Args('on', { type: () => LocalDate, nullable: true }) on: LocalDateText | null) {
    return this.committee.members(on ?? null);
  }

  @Mutation(() => AppointMemberPayload, { description: 'Appoint a person to the committee (任命委员)' })
  @Permit('approval.appoint-member')
  appointMember(@Args('input') input: AppointMemberInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      member: await this.loader.byId(context, await this.appointMemberCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => EndMembershipPayload, { description: 'Set the last day of a term of office (结束任期)' })
  @Permit('approval.end-membership')
  endMembership(@Args('input') input: EndMembershipInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      member: await this.loader.byId(context, await this.endMembershipCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  employee(@Parent() member: CommitteeMemberType) {
    return { id: member.employeeId };
  }
}
