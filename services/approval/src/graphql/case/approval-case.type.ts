import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { AuthorityBandView } from '../committee/committee.type.js';
import { ApprovalConditionView, ApprovalTerms, ReportCitationView } from '../decision/decision.type.js';
import {
  ApprovalCaseStateEnum,
  CirculationOutcomeEnum,
  CommitteeOfficeEnum,
  CustomerTypeEnum,
  LoanPurposeEnum,
  RecusalKindEnum,
  ReschedulingReasonEnum,
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
  readonly seatOf!: string;
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

@ObjectType('CaseCirculation', { description: 'A vote without a sitting (传签表决)' })
export class CirculationView {
  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { description: 'When it ends' })
  readonly dueAt!: Date;

  @Field(() => CirculationOutcomeEnum)
  readonly outcome!: string;
}

@ObjectType('CaseRescheduling', { description: 'A case that went to another sitting instead of standing still (改期)' })
export class ReschedulingView {
  @Field(() => ReschedulingReasonEnum)
  readonly reason!: string;

  @Field(() => ID)
  readonly toSessionId!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => [ID], { description: 'Substitutes who could take the empty seats (建议候补委员)' })
  readonly proposed!: string[];
}

@ObjectType({ description: 'A document that is named as new (新材料)' })
export class NewFactDocument {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType({ description: 'What is new when a decision is looked at again (复议新情况)' })
export class NewFactsView {
  @Field(() => String)
  readonly text!: string;

  @Field(() => [NewFactDocument])
  readonly documents!: NewFactDocument[];

  @Field(() => DateTime)
  readonly at!: Date;
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

  @Field(() => String, { nullable: true, description: 'SHA-256 of the version of the policy' })
  readonly policyHash!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the decision is due (审批时限)' })
  readonly dueAt!: Date | null;

  @Field(() => CirculationView, { nullable: true })
  readonly circulation!: CirculationView | null;

  @Field(() => [ReschedulingView])
  readonly reschedulings!: ReschedulingView[];

  @Field(() => [String], { description: 'What risk must find out, when the report was sent back (退回问题)' })
  readonly questions!: string[];

  @Field(() => ID, { nullable: true, description: 'The decision that is looked at again (复议所针对的决定)' })
  readonly reconsiders!: string | null;

  @Field(() => NewFactsView, { nullable: true })
  readonly newFacts!: NewFactsView | null;

  readonly applicationId!: string;
  readonly salespersonId!: string;
}

export const ApprovalCaseConnection = connectionOf(ApprovalCaseType, 'ApprovalCase');
