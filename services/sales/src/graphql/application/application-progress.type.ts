import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import {
  DecisionResultEnum,
  FalsificationKindEnum,
  InformingTopicEnum,
  InformingWayEnum,
  InspectionKindEnum,
  InspectionVerdictEnum,
} from '../enum.type.js';

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

  @Field(() => DateTime, { nullable: true, description: 'When the committee waived it (豁免)' })
  readonly waivedAt?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day before the committee put it off (延期前期限)' })
  readonly formerDueOn?: string | null;
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

@ObjectType('SalesEvidenceFile', { description: 'A file that shows something (证明文件)' })
export class EvidenceFile {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType('InformedNote', { description: 'Who told the customer, when and how (告知记录)' })
export class InformedNote {
  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => InformingWayEnum)
  readonly how!: string;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => EvidenceFile, { nullable: true, description: 'A file that shows it' })
  readonly evidence!: EvidenceFile | null;

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
  @Field(() => FalsificationKindEnum, { nullable: true })
  readonly kind!: string;

  @Field(() => [EvidenceFile], { nullable: true })
  readonly evidence!: readonly EvidenceFile[];

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
