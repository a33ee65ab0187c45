import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import { connectionOf } from '@weilend/graphql';
import {
  ApplicationStageEnum,
  ChecklistStatusEnum,
  CustomerTypeEnum,
  DecisionResultEnum,
  DocumentTypeEnum,
  InformingTopicEnum,
  InformingWayEnum,
  InspectionKindEnum,
  InspectionVerdictEnum,
  LoanPurposeEnum,
  RepaymentMethodEnum,
  ReturnedByEnum,
} from './enum.type.js';

@ObjectType('ApplicationAsk', { description: 'What is asked for (申请内容)' })
export class ApplicationAsk {
  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => String, { nullable: true })
  readonly purposeNote!: string | null;

  @Field(() => Money, { name: 'amount', nullable: true })
  readonly amountFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths!: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method!: string | null;

  readonly productId!: string | null;
}

@ObjectType('DocumentJudgement', { description: 'The three verdicts on a document (齐全、真实、有效)' })
export class DocumentJudgement {
  @Field(() => Boolean)
  readonly isComplete!: boolean;

  @Field(() => Boolean)
  readonly isTrue!: boolean;

  @Field(() => Boolean)
  readonly isValid!: boolean;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('ApplicationDocument', { description: 'A document of an application (申请资料)' })
export class ApplicationDocumentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DocumentTypeEnum)
  readonly type!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly contentType!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => Int, { description: 'Round in which it was handed in' })
  readonly round!: number;

  @Field(() => DateTime)
  readonly attachedAt!: Date;

  @Field(() => [DocumentJudgement], { description: 'Oldest first; the last one counts' })
  readonly judgements!: readonly DocumentJudgement[];

  @Field(() => ID, { nullable: true, description: 'The document that took its place' })
  readonly replacedBy!: string | null;
}

@ObjectType('DocumentChecklistItem', { description: 'A required document and how it stands (资料清单)' })
export class DocumentChecklistItem {
  @Field(() => DocumentTypeEnum)
  readonly type!: string;

  @Field(() => ChecklistStatusEnum)
  readonly status!: string;
}

@ObjectType('RoundReturn', { description: 'Why and until when an application was sent back (退回)' })
export class RoundReturn {
  @Field(() => ReturnedByEnum)
  readonly by!: string;

  @Field(() => [String])
  readonly reasons!: readonly string[];

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;
}

@ObjectType('ApplicationRound', { description: 'Each time the application was handed in (轮次)' })
export class ApplicationRound {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => DateTime)
  readonly submittedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly checkStartedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  readonly passedAt!: Date | null;

  @Field(() => RoundReturn, { nullable: true })
  readonly returned!: RoundReturn | null;
}

@ObjectType('StageEntry', { description: 'When a stage was reached (阶段时间)' })
export class StageEntryType {
  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('SalesConditionEvidence', { description: 'Evidence for a condition (落实证明)' })
export class SalesConditionEvidence {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('SalesCondition', { description: 'A condition of the approval, as sales settles it (审批条件落实)' })
export class SalesCondition {
  @Field(() => ID)
  readonly conditionId!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String)
  readonly evidenceKind!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => SalesConditionEvidence, { nullable: true })
  readonly evidence!: SalesConditionEvidence | null;

  @Field(() => [SalesConditionEvidence], { description: 'Evidence that was sent back' })
  readonly refused!: readonly SalesConditionEvidence[];
}

@ObjectType('SalesConditions', { description: 'The conditions of the approval (审批条件)' })
export class SalesConditions {
  @Field(() => ID)
  readonly decisionId!: string;

  @Field(() => [SalesCondition])
  readonly items!: readonly SalesCondition[];

  @Field(() => ID, { nullable: true, description: 'The handoff in which confirmation was asked' })
  readonly confirmHandoffId!: string | null;

  @Field(() => [String])
  readonly returnedBecause!: readonly string[];
}

@ObjectType('InformedNote', { description: 'Who told the customer, when and how (告知记录)' })
export class InformedNote {
  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => InformingWayEnum)
  readonly how!: string;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  readonly by!: string;
}

@ObjectType('InformingTask', { description: 'Something the customer has to be told (告知任务)' })
export class InformingTaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => InformingTopicEnum)
  readonly topic!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => InformedNote, { nullable: true })
  readonly done!: InformedNote | null;
}

@ObjectType('LoanInspectionResult', { description: 'What an inspection found (检查结果)' })
export class LoanInspectionResult {
  @Field(() => InspectionVerdictEnum)
  readonly verdict!: string;

  @Field(() => String)
  readonly finding!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('LoanInspection', { description: 'An inspection after the payout (贷后检查)' })
export class LoanInspection {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => InspectionKindEnum)
  readonly kind!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => LoanInspectionResult, { nullable: true })
  readonly done!: LoanInspectionResult | null;
}

@ObjectType('LoanCare', { description: 'The care for a loan and its inspection plan (贷后管理)' })
export class LoanCareType {
  @Field(() => LocalDate)
  readonly disbursedOn!: string;

  @Field(() => LocalDate)
  readonly maturesOn!: string;

  @Field(() => [LoanInspection])
  readonly inspections!: readonly LoanInspection[];

  readonly loanId!: string;
}

@ObjectType('ApplicationWord', { description: "The customer's word to take the application back (撤回)" })
export class ApplicationWord {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('FalsificationNote', { description: 'A false statement that was found (虚假陈述)' })
export class FalsificationNote {
  @Field(() => String)
  readonly finding!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly suspectId!: string | null;

  readonly reportedBy!: string;
}

@ObjectType('ToldDecision', { description: 'The decision as sales was told (审批结果通知)' })
export class ToldDecision {
  @Field(() => ID)
  readonly decisionId!: string;

  @Field(() => DecisionResultEnum)
  readonly result!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly validUntil!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('ToldFacts', { description: 'What other departments told about the application (其他部门反馈)' })
export class ToldFacts {
  @Field(() => [ToldDecision])
  readonly decisions!: readonly ToldDecision[];
}

@ObjectType('LoanApplication', { description: "One customer's wish for one loan, from the draft to the payout (贷款申请)" })
@Directive('@key(fields: "id")')
@Permit('sales.read-application')
export class LoanApplicationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CustomerTypeEnum)
  readonly customerType!: string;

  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => ApplicationAsk)
  readonly ask!: ApplicationAsk;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => [DocumentChecklistItem])
  readonly checklist!: readonly DocumentChecklistItem[];

  @Field(() => [ApplicationDocumentType])
  readonly documents!: readonly ApplicationDocumentType[];

  @Field(() => [ApplicationRound])
  readonly rounds!: readonly ApplicationRound[];

  @Field(() => [StageEntryType], { description: 'When each stage was reached, by the time of who made it so' })
  readonly timeline!: readonly StageEntryType[];

  @Field(() => SalesConditions, { nullable: true })
  readonly conditions!: SalesConditions | null;

  @Field(() => [InformingTaskType])
  readonly tasks!: readonly InformingTaskType[];

  @Field(() => LoanCareType, { nullable: true })
  readonly care!: LoanCareType | null;

  @Field(() => ToldFacts, { name: 'told' })
  readonly facts!: ToldFacts;

  @Field(() => DateTime, { nullable: true })
  readonly signedAt!: Date | null;

  @Field(() => ApplicationWord, { nullable: true })
  readonly withdrawal!: ApplicationWord | null;

  @Field(() => ApplicationWord, { nullable: true, description: 'Asked of finance after signing' })
  readonly cancellation!: ApplicationWord | null;

  @Field(() => [FalsificationNote])
  readonly falsifications!: readonly FalsificationNote[];

  readonly customerId!: string;

  readonly salespersonId!: string;

  readonly enquiryId!: string | null;

  readonly proposalId!: string | null;
}

export const LoanApplicationConnection = connectionOf(LoanApplicationType, 'LoanApplication');
