import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { AuthorityBandView } from '../committee/committee.type.js';
import { ApprovalConditionView, ApprovalTerms, ReportCitationView } from '../decision/decision.type.js';
import {
  ApprovalCaseStateEnum,
  CommitteeOfficeEnum,
  CustomerTypeEnum,
  LoanPurposeEnum,
  RecusalKindEnum,
  VoteChoiceEnum,
} from '../enum.type.js';

@ObjectType('CommitteeVote', { description: 'A named vote with its reason (记名表决)' })
export class CommitteeVoteView {
  @Field(() => CommitteeOfficeEnum)
  readonly office!: string;

  @Field(() => VoteChoiceEnum)
  readonly choice!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly employeeId!: string;
}

@ObjectType('CommitteeRecusal', { description: 'A member who stands aside (回避)' })
export class CommitteeRecusalView {
  @Field(() => RecusalKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly employeeId!: string;
}

@ObjectType('CommitteeVeto', { description: "The chair's veto (主任否决)" })
export class CommitteeVetoView {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly employeeId!: string;
}

@ObjectType('TermsProposal', { description: 'Terms and conditions put to the vote (提请表决的条件)' })
export class TermsProposalView {
  @Field(() => ApprovalTerms)
  readonly terms!: ApprovalTerms;

  @Field(() => [ApprovalConditionView])
  readonly conditions!: ApprovalConditionView[];

  readonly proposedBy!: string;
}

@ObjectType('ApprovalCase', { description: 'An application before the committee (贷审会案件)' })
@Directive('@key(fields: "id")')
@Permit('approval.read-case')
export class ApprovalCaseType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ApprovalCaseStateEnum)
  readonly state!: string;

  @Field(() => CustomerTypeEnum)
  readonly customerType!: string;

  @Field(() => LoanPurposeEnum)
  readonly purpose!: string;

  @Field(() => ApprovalTerms)
  readonly asked!: ApprovalTerms;

  @Field(() => ReportCitationView)
  readonly report!: ReportCitationView;

  @Field(() => Int)
  readonly policyVersion!: number;

  @Field(() => [AuthorityBandView], { description: 'Bands that may decide the amount, the responsible one first' })
  readonly bands!: AuthorityBandView[];

  @Field(() => LocalDate)
  readonly openedOn!: string;

  @Field(() => [CommitteeRecusalView], { nullable: true })
  @Permit('approval.read-vote')
  readonly recusals!: CommitteeRecusalView[] | null;

  @Field(() => [CommitteeVoteView], { nullable: true })
  @Permit('approval.read-vote')
  readonly votes!: CommitteeVoteView[] | null;

  @Field(() => CommitteeVetoView, { nullable: true })
  @Permit('approval.read-vote')
  readonly veto!: CommitteeVetoView | null;

  @Field(() => TermsProposalView, { nullable: true })
  readonly proposal!: TermsProposalView | null;

  @Field(() => String, { nullable: true })
  readonly withdrawnReason!: string | null;

  readonly applicationId!: string;
  readonly salespersonId!: string;
}

export const ApprovalCaseConnection = connectionOf(ApprovalCaseType, 'ApprovalCase');
