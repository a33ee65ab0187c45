import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { ApprovalCaseType } from '../case/approval-case.type.js';
import { AuthorityEnum, DecisionResultEnum, DecisionStateEnum } from '../enum.type.js';

@ArgsType()
export class RegisterArgs {
  @Field(() => DecisionResultEnum, { nullable: true })
  readonly result?: string | null;

  @Field(() => DecisionStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => AuthorityEnum, { nullable: true })
  readonly authority?: string | null;

  @Field(() => Int, { nullable: true })
  readonly policyVersion?: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of decision' })
  readonly from?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of decision' })
  readonly to?: LocalDateText | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ObjectType({ description: 'A case that could not be decided with who is there today (法定人数风险)' })
export class QuorumRisk {
  @Field(() => ApprovalCaseType)
  readonly approvalCase!: ApprovalCaseType;

  @Field(() => Int, { description: 'Seats that have voted or can' })
  readonly present!: number;

  @Field(() => Int, { description: 'Seats that must' })
  readonly needed!: number;
}

@ObjectType({ description: 'Open cases of an age: TODAY, UP_TO_3_DAYS, OLDER (待审时长)' })
export class OpenCasesOfAge {
  @Field(() => String)
  readonly age!: string;

  @Field(() => Int)
  readonly cases!: number;
}

@ObjectType({ description: 'Decisions with one result (审批结果统计)' })
export class DecisionsOfResult {
  @Field(() => DecisionResultEnum)
  readonly result!: string;

  @Field(() => Int)
  readonly decisions!: number;

  @Field(() => Float, { nullable: true, description: "Mean minutes from the report's arrival to the decision" })
  readonly averageMinutes!: number | null;
}

@ObjectType({ description: 'How the committee stands (审批看板)' })
export class CommitteeDashboardType {
  @Field(() => LocalDate)
  readonly date!: string;

  @Field(() => [OpenCasesOfAge])
  readonly openByAge!: OpenCasesOfAge[];

  @Field(() => Int, { description: 'Open cases past their deadline' })
  readonly late!: number;

  @Field(() => Int, { description: 'Open cases that wait for a department' })
  readonly waitingForOpinions!: number;

  @Field(() => Int)
  readonly circulating!: number;

  @Field(() => [QuorumRisk])
  readonly quorumRisks!: QuorumRisk[];

  @Field(() => LocalDate, { description: 'First day of the decisions counted' })
  readonly since!: string;

  @Field(() => [DecisionsOfResult])
  readonly decisions!: DecisionsOfResult[];
}
