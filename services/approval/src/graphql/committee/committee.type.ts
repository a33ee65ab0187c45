import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import {
  AgendaOutcomeEnum,
  AuthorityEnum,
  CommitteeOfficeEnum,
  CommitteeSessionStateEnum,
  ConditionChangeRuleEnum,
  ConflictKindEnum,
  CustomerTypeEnum,
  PolicyStateEnum,
  TieRuleEnum,
} from '../enum.type.js';

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

  @Field(() => TieRuleEnum, { description: 'As many yes as no: a no, or back to risk (平票处理)' })
  readonly tie!: string;

  @Field(() => Int, { nullable: true, description: "Days that an approval of the band is good for; the company's parameter when null" })
  readonly validityDays!: number | null;
}

@ObjectType({ description: 'What the committee allows a kind of customer at most, and who decides at least (客户类型规则)' })
export class CustomerRuleView {
  @Field(() => CustomerTypeEnum)
  readonly customerType!: string;

  @Field(() => Money, { name: 'maxAmount', nullable: true })
  readonly maxAmountFen!: number | null;

  @Field(() => AuthorityEnum, { nullable: true })
  readonly leastAuthority!: string | null;
}

@ObjectType({ description: 'One line that differs between two versions (政策差异)' })
export class CommitteePolicyChange {
  @Field(() => String, { description: 'Place in the policy, e.g. bands.SMALL.quorum' })
  readonly what!: string;

  @Field(() => String, { nullable: true })
  readonly before!: string | null;

  @Field(() => String, { nullable: true })
  readonly after!: string | null;
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

  @Field(() => [CustomerRuleView])
  readonly customerRules!: CustomerRuleView[];

  @Field(() => Int, { nullable: true, description: 'Terms in one office one after the other (连任届数上限)' })
  readonly maxConsecutiveTerms!: number | null;

  @Field(() => ConditionChangeRuleEnum)
  readonly conditionChange!: string;

  @Field(() => PolicyStateEnum, { description: 'In force only when approved by another person than the drafter' })
  readonly state!: string;

  @Field(() => String, { description: 'SHA-256 of the content' })
  readonly contentHash!: string;

  @Field(() => DateTime, { nullable: true })
  readonly approvedAt!: Date | null;

  readonly publishedBy!: string;
  readonly approvedBy!: string | null;
}

export const CommitteePolicyConnection = connectionOf(CommitteePolicyType, 'CommitteePolicy');

@ObjectType('CommitteeAbsence', { description: 'Days on which a member cannot sit (缺席)' })
@Permit('approval.read-member')
export class CommitteeAbsenceType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate)
  readonly fromOn!: string;

  @Field(() => LocalDate)
  readonly toOn!: string;

  readonly employeeId!: string;
}

@ObjectType('CommitteeConflict', {
  description: 'A tie of a member to a customer: it recuses him from every case of the customer (利益关联登记)',
})
@Permit('approval.read-conflict')
export class CommitteeConflictType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ConflictKindEnum)
  readonly kind!: string;

  @Field(() => LocalDate)
  readonly fromOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly endedOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly endedReason!: string | null;

  readonly employeeId!: string;
}

export const CommitteeConflictConnection = connectionOf(CommitteeConflictType, 'CommitteeConflict');

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
  readonly substituteFor!: string | null;
}

@ObjectType('ApprovalPaper', { description: 'A signed address of a PDF and until when it works (文件下载)' })
export class ApprovalPaperType {
  @Field(() => String, { description: 'Download with GET' })
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType('CommitteeInvitation', { description: 'Who is invited to a sitting, and came (参会)' })
export class CommitteeInvitationView {
  @Field(() => CommitteeOfficeEnum)
  readonly office!: string;

  @Field(() => Boolean, { nullable: true, description: 'Null before the sitting opened' })
  readonly came!: boolean | null;

  readonly employeeId!: string;
}

@ObjectType('CommitteeAgendaOutcome', { description: 'What became of a case of the agenda (议程结果)' })
export class AgendaOutcomeView {
  @Field(() => ID)
  readonly caseId!: string;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => AgendaOutcomeEnum)
  readonly result!: string;
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

  @Field(() => [ID], { description: 'Cases that went to another sitting (改期案件)' })
  readonly moved!: string[];

  @Field(() => [AgendaOutcomeView])
  readonly outcomes!: AgendaOutcomeView[];

  @Field(() => String, { nullable: true })
  readonly cancelledReason!: string | null;

  readonly agenda!: string[];
  readonly invited!: { employeeId: string; office: string }[];
  readonly present!: string[] | null;
}

export const CommitteeSessionConnection = connectionOf(CommitteeSessionType, 'CommitteeSession');
