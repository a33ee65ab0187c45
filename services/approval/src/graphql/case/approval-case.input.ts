import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Rate } from '@weilend/graphql';
import type { LocalDate as LocalDateText, Rate as RateText } from '@weilend/kernel';
import type { EvidenceKind } from '../../domain/case/approval-case.js';
import { ConditionChangeKindEnum, EvidenceKindEnum, VoteChoiceEnum } from '../enum.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType({ isAbstract: true })
export abstract class CaseAct {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly caseId!: string;
}

@InputType()
export class DeclareRecusalInput extends CaseAct {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecuseMemberInput extends CaseAct {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class CastVoteInput extends CaseAct {
  @Field(() => VoteChoiceEnum)
  readonly choice!: 'YES' | 'NO';

  @Field(() => String, { description: 'Every vote is named and reasoned' })
  readonly reason!: string;
}

@InputType()
export class VetoCaseInput extends CaseAct {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ApprovalConditionInput {
  @Field(() => String)
  readonly text!: string;

  @Field(() => ID, { nullable: true, description: 'Who sees to it; the salesperson of the loan when left out' })
  readonly ownerId?: string | null;

  @Field(() => LocalDate)
  readonly dueOn!: LocalDateText;

  @Field(() => EvidenceKindEnum)
  readonly evidenceKind!: EvidenceKind;
}

@InputType({ description: 'What is left out stays as asked' })
export class ProposeTermsInput extends CaseAct {
  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => Rate, { nullable: true })
  readonly annualRate?: RateText | null;

  @Field(() => [ApprovalConditionInput], { nullable: true })
  readonly conditions?: ApprovalConditionInput[] | null;
}

@InputType()
export class DecideCaseInput extends CaseAct {
  @Field(() => [String], { nullable: true, description: 'Added to the reasons of a rejection' })
  readonly reasons?: string[] | null;
}

@InputType()
export class CirculateCaseInput extends CaseAct {
  @Field(() => DateTime, { nullable: true, description: 'The parameter committee.circulation-within when left out' })
  readonly dueAt?: Date | null;
}

@InputType()
export class ReturnReportInput extends CaseAct {
  @Field(() => [String], { description: 'What risk must find out, in words and without numbers of persons' })
  readonly questions!: string[];
}

@InputType({ isAbstract: true })
abstract class DecisionAct {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly decisionId!: string;
}

@InputType()
export class ConfirmConditionsInput extends DecisionAct {
  @Field(() => [ID], { nullable: true, description: 'All that are owed when left out' })
  readonly conditionIds?: string[] | null;
}

@InputType()
export class ReturnConditionsInput extends DecisionAct {
  @Field(() => [String], { description: 'What sales must mend' })
  readonly reasons!: string[];

  @Field(() => [ID], { nullable: true, description: 'All that are owed when left out; what is confirmed stays so' })
  readonly conditionIds?: string[] | null;
}

@InputType()
export class RequestConditionChangeInput extends DecisionAct {
  @Field(() => ID)
  readonly conditionId!: string;

  @Field(() => ConditionChangeKindEnum)
  readonly kind!: 'WAIVE' | 'EXTEND';

  @Field(() => LocalDate, { nullable: true, description: 'Of an extension' })
  readonly newDueOn?: LocalDateText | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class VoteConditionChangeInput extends DecisionAct {
  @Field(() => VoteChoiceEnum)
  readonly choice!: 'YES' | 'NO';

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class DecideConditionChangeInput extends DecisionAct {}

@InputType()
export class SettleConditionChangeInput extends DecisionAct {
  @Field(() => Boolean)
  readonly granted!: boolean;
}

@InputType({ description: 'A paper as it lies in the file of the application: `documents` of it name file and hash' })
export class NewFactDocumentInput {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@InputType()
export class RequestReconsiderationInput extends DecisionAct {
  @Field(() => String, { description: 'What is new since the decision' })
  readonly facts!: string;

  @Field(() => [NewFactDocumentInput])
  readonly documents!: NewFactDocumentInput[];
}
