import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money, Rate } from '@weilend/graphql';
import type { LocalDate as LocalDateText, Rate as RateText } from '@weilend/kernel';
import type { EvidenceKind } from '../../domain/case/approval-case.js';
import { EvidenceKindEnum, VoteChoiceEnum } from '../enum.type.js';

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
export class ConfirmConditionsInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly decisionId!: string;
}

@InputType()
export class ReturnConditionsInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly decisionId!: string;

  @Field(() => [String], { description: 'What sales must mend' })
  readonly reasons!: string[];
}
