import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import { AuthorityEnum, CommitteeOfficeEnum, CommitteeSessionStateEnum } from '../enum.type.js';

@ObjectType({ description: 'An exact fraction (分数)' })
export class CommitteeFraction {
  @Field(() => Int)
  readonly numerator!: number;

  @Field(() => Int)
  readonly denominator!: number;
}

@ObjectType({ description: 'Who decides loans up to an amount, and how (审批权限档)' })
export class AuthorityBandView {
  @Field(() => AuthorityEnum)
  readonly authority!: string;

  @Field(() => Money, { name: 'upTo', description: 'Largest amount that the band decides' })
  readonly upToFen!: number;

  @Field(() => Int, { description: 'INDIVIDUAL: 1; SMALL: the seats; FULL: the least number of unrecused members' })
  readonly membersNeeded!: number;

  @Field(() => CommitteeFraction, { description: 'Share of the seats or members that must vote (法定人数)' })
  readonly quorum!: CommitteeFraction;

  @Field(() => CommitteeFraction, { description: 'Share of the votes cast that must be yes (多数)' })
  readonly majority!: CommitteeFraction;

  @Field(() => Boolean, { description: 'The chair may turn a yes into a no (一票否决)' })
  readonly chairVeto!: boolean;
}

@ObjectType({ description: 'What the committee allows of a product at most' })
export class ProductLimitView {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Money, { name: 'maxAmount' })
  readonly maxAmountFen!: number;
}

@ObjectType('CommitteePolicy', { description: "A version of the committee's policy (审批政策)" })
@Directive('@key(fields: "id")')
@Permit('approval.read-policy')
export class CommitteePolicyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly policyVersion!: number;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => [AuthorityBandView])
  readonly bands!: AuthorityBandView[];

  @Field(() => [ProductLimitView])
  readonly productLimits!: ProductLimitView[];
}

@ObjectType('CommitteeMember', { description: 'A term of office on the committee (委员任期)' })
@Directive('@key(fields: "id")')
@Permit('approval.read-member')
export class CommitteeMemberType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CommitteeOfficeEnum)
  readonly office!: string;

  @Field(() => LocalDate)
  readonly fromOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of office' })
  readonly toOn!: string | null;

  readonly employeeId!: string;
}

@ObjectType('CommitteeSession', { description: 'A sitting of the committee with its agenda and minutes (贷审会会议)' })
@Directive('@key(fields: "id")')
@Permit('approval.read-session')
export class CommitteeSessionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CommitteeSessionStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly heldAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Minutes in Chinese (会议纪要), once the sitting is closed' })
  readonly minutesHtml!: string | null;

  readonly agenda!: string[];
}

export const CommitteeSessionConnection = connectionOf(CommitteeSessionType, 'CommitteeSession');
