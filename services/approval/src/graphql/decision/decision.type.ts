import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import {
  AuthorityEnum,
  ConditionChangeKindEnum,
  ConditionChangeRuleEnum,
  DecisionResultEnum,
  DecisionStateEnum,
  EvidenceKindEnum,
  OpinionGiverEnum,
  RepaymentMethodEnum,
  RiskRatingEnum,
  RiskRecommendationEnum,
} from '../enum.type.js';

@ObjectType({ description: 'Terms of a loan as asked, proposed or approved (贷款条件)' })
export class ApprovalTerms {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;
}

@ObjectType({ description: 'The final risk report that a decision rests on (所依据的风险评估报告)' })
export class ReportCitationView {
  @Field(() => ID)
  readonly reportId!: string;

  @Field(() => Int)
  readonly reportVersion!: number;

  @Field(() => String, { description: 'SHA-256 of the report' })
  readonly reportHash!: string;

  @Field(() => RiskRatingEnum)
  readonly rating!: string;

  @Field(() => RiskRecommendationEnum)
  readonly recommendation!: string;

  @Field(() => Int)
  readonly score!: number;

  @Field(() => String)
  readonly scorecardId!: string;

  @Field(() => Int)
  readonly scorecardVersion!: number;

  @Field(() => Money, { name: 'recommendedAmount' })
  readonly recommendedAmountFen!: number;

  @Field(() => Int)
  readonly recommendedTermMonths!: number;

  @Field(() => Rate, { nullable: true })
  readonly recommendedAnnualRate!: string | null;
}

@ObjectType('ConditionEvidence', { description: 'Evidence given by sales (落实证据)' })
export class ConditionEvidenceView {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType('ApprovalCondition', { description: 'A condition of a conditional approval (审批条件)' })
export class ApprovalConditionView {
  @Field(() => ID)
  readonly conditionId!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => EvidenceKindEnum)
  readonly evidenceKind!: string;

  @Field(() => ConditionEvidenceView, { nullable: true })
  readonly evidence?: ConditionEvidenceView | null;

  @Field(() => String, { nullable: true, description: 'Why the committee let it go (豁免理由)' })
  readonly waivedReason?: string | null;

  readonly ownerId!: string;
  readonly confirmedBy?: string | null;
}

@ObjectType('ConditionChange', { description: 'A change of a condition before the committee (条件变更申请)' })
export class ConditionChangeView {
  @Field(() => ID)
  readonly conditionId!: string;

  @Field(() => ConditionChangeKindEnum)
  readonly kind!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly newDueOn!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ConditionChangeRuleEnum)
  readonly rule!: string;
}

@ObjectType('CitedOpinion', { description: 'An opinion as the committee had it when it decided (决定时的部门意见)' })
export class CitedOpinionView {
  @Field(() => OpinionGiverEnum)
  readonly department!: string;

  @Field(() => String, { nullable: true, description: 'Null: not answered by then' })
  readonly stance!: string | null;

  @Field(() => Boolean)
  readonly late!: boolean;
}

@ObjectType('VoteTally', { description: 'How the votes stood when the case was decided (计票)' })
export class VoteTallyView {
  @Field(() => Int, { description: 'Heads that the quorum is a share of' })
  readonly base!: number;

  @Field(() => Int, { description: 'Votes needed for a quorum' })
  readonly needed!: number;

  @Field(() => Int)
  readonly cast!: number;

  @Field(() => Int)
  readonly yes!: number;

  @Field(() => Int)
  readonly no!: number;
}

@ObjectType('Decision', { description: 'What the committee decided (审批决定)' })
@Directive('@key(fields: "id")')
@Permit('approval.read-case')
export class DecisionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DecisionStateEnum)
  readonly state!: string;

  @Field(() => DecisionResultEnum)
  readonly result!: string;

  @Field(() => ApprovalTerms, { nullable: true, description: 'Approved terms; null when rejected' })
  readonly terms!: ApprovalTerms | null;

  @Field(() => [ApprovalConditionView])
  readonly conditions!: ApprovalConditionView[];

  @Field(() => [String], { description: 'Reasons of a rejection' })
  readonly reasons!: string[];

  @Field(() => ReportCitationView)
  readonly report!: ReportCitationView;

  @Field(() => Int)
  readonly policyVersion!: number;

  @Field(() => AuthorityEnum)
  readonly authority!: string;

  @Field(() => VoteTallyView)
  readonly tally!: VoteTallyView;

  @Field(() => Boolean, { description: "The chair's veto turned a yes into this no" })
  readonly vetoed!: boolean;

  @Field(() => LocalDate)
  readonly decidedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for signing a contract on it' })
  readonly validUntil!: string | null;

  @Field(() => String, { nullable: true })
  readonly lapsedReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Minutes in Chinese (决议书), generated from the record' })
  @Permit('approval.read-vote')
  readonly minutesHtml!: string | null;

  @Field(() => String, { description: 'SHA-256 of the minutes' })
  readonly minutesHash!: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the version of the policy' })
  readonly policyHash!: string | null;

  @Field(() => [CitedOpinionView], { name: 'citedOpinions', description: 'The opinions as they stood when it was decided' })
  readonly opinions!: CitedOpinionView[];

  @Field(() => Int, { nullable: true, description: "Minutes from the report's arrival to the decision" })
  readonly tookMinutes!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which a condition is owed (最近条件到期日)' })
  readonly conditionDueOn!: string | null;

  @Field(() => ConditionChangeView, { nullable: true })
  readonly conditionChange!: ConditionChangeView | null;

  @Field(() => ID, { nullable: true, description: 'The decision that this one looked at again (复议所针对的决定)' })
  readonly reconsiders!: string | null;

  readonly caseId!: string;
  readonly applicationId!: string;
  readonly decidedBy!: string;
}

export const DecisionConnection = connectionOf(DecisionType, 'Decision');
