import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { CommitteeQueries } from '../../queries/committee/committee.queries.js';
import { ApprovePolicy } from '../../use-cases/committee/approve-policy.use-case.js';
import { DropPolicy } from '../../use-cases/committee/drop-policy.use-case.js';
import { AppointMember } from '../../use-cases/committee/appoint-member.use-case.js';
import { EndMembership } from '../../use-cases/committee/end-membership.use-case.js';
import { PublishPolicy } from '../../use-cases/committee/publish-policy.use-case.js';
import { CommitteeMemberLoader, CommitteePolicyLoader } from '../approval.loader.js';
import { AppointMemberInput, ApprovePolicyInput, DropPolicyInput, EndMembershipInput, PublishPolicyInput } from './committee.input.js';
import { CommitteeMemberType, CommitteePolicyChange, CommitteePolicyConnection, CommitteePolicyType } from './committee.type.js';
import {
  AppointMemberPayload,
  ApprovePolicyPayload,
  DropPolicyPayload,
  EndMembershipPayload,
  PublishPolicyPayload,
} from '../payload.type.js';
import { EmployeeStub } from '../stub.type.js';

/** The committee's policy: one drafts, another approves. */
@Resolver(() => CommitteePolicyType)
export class CommitteePolicyResolver {
  constructor(
    private readonly loader: CommitteePolicyLoader,
    private readonly committee: CommitteeQueries,
    private readonly publishPolicyCase: PublishPolicy,
    private readonly approvePolicyCase: ApprovePolicy,
    private readonly dropPolicyCase: DropPolicy,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CommitteePolicyType, { nullable: true, description: 'The policy in force on a date (现行审批政策)' })
  @Permit('approval.read-policy')
  policyInForce(@Args('on', { type: () => LocalDate, nullable: true }) on: LocalDateText | null) {
    return this.committee.policyInForce(on ?? null);
  }

  @Query(() => CommitteePolicyConnection, { description: 'Every version of the policy, newest first (审批政策版本)' })
  @Permit('approval.read-policy')
  committeePolicies(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.committee.policies({ first, after });
  }

  @Query(() => [CommitteePolicyChange], { nullable: true, description: 'What changed from one version to another (版本差异)' })
  @Permit('approval.read-policy')
  committeePolicyChanges(@Args('before', { type: () => Int }) before: number, @Args('after', { type: () => Int }) after: number) {
    return this.committee.policyChanges(before, after);
  }

  @Mutation(() => ApprovePolicyPayload, { description: 'Let a draft of another person take effect (批准审批政策)' })
  @Permit('approval.approve-policy')
  approvePolicy(@Args('input') input: ApprovePolicyInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      policy: await this.loader.byId(context, await this.approvePolicyCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => DropPolicyPayload, { description: 'A draft that shall not take effect (作废政策草案)' })
  @Permit('approval.drop-policy')
  dropPolicy(@Args('input') input: DropPolicyInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      policy: await this.loader.byId(context, await this.dropPolicyCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who drafted it' })
  draftedBy(@Parent() policy: CommitteePolicyType) {
    return { id: policy.publishedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  approvedBy(@Parent() policy: CommitteePolicyType) {
    return policy.approvedBy && { id: policy.approvedBy };
  }

  @Mutation(() => PublishPolicyPayload, {
    description: 'Draft the next version of the policy; another person must approve it (拟定审批政策)',
  })
  @Permit('approval.publish-policy')
  publishPolicy(@Args('input') input: PublishPolicyInput, @Context() context: GraphContext) {
    const bands = input.bands.map(({ upTo, ...band }) => ({ ...band, upToFen: upTo }));
    const productLimits = (input.productLimits ?? []).map(({ productId, maxAmount }) => ({ productId, maxAmountFen: maxAmount }));
    const customerRules = (input.customerRules ?? []).map(({ customerType, maxAmount = null, leastAuthority = null }) => ({
      ...{ customerType, maxAmountFen: maxAmount, leastAuthority },
    }));
    const content = { ...input, bands, productLimits, customerRules };
    return answer(this.texts, context, async () => ({
      policy: await this.loader.byId(context, await this.publishPolicyCase.execute(context.actor, content)),
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

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Of a substitute: whose seat' })
  substituteFor(@Parent() member: CommitteeMemberType) {
    return member.substituteFor && { id: member.substituteFor };
  }
}
