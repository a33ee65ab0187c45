import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, Money, MutationPayload, Permit } from '@weilend/graphql';
import type { Indicator } from '../../domain/appraisal/indicator.js';
import { AppraisalFactType, IndicatorEnum } from '../appraisal/appraisal.type.js';

export const RebuildStateEnum = { RUNNING: 'RUNNING', DONE: 'DONE' };
registerEnumType(RebuildStateEnum, { name: 'FactRebuildState', description: 'State of a rebuild of the facts' });

export const AppraisalFactConnection = connectionOf(AppraisalFactType, 'AppraisalFact');

@ObjectType('AppraisedLoan', { description: 'What a loan owes at the end of a quarter, as it counts to who sold it' })
@Permit('hr.read-appraisal')
export class AppraisedLoanType {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Money)
  readonly outstandingFen!: number;

  @Field(() => Money, { description: 'All of it when it is late by a day or more' })
  readonly overdueFen!: number;

  @Field(() => Money, { description: 'All of it when it is substandard or worse' })
  readonly nplFen!: number;
}
export const AppraisedLoanConnection = connectionOf(AppraisedLoanType, 'AppraisedLoan');

@ObjectType('FactRebuild', { description: 'All facts made again from what was heard, compared with what was kept (重建投影)' })
@Permit('hr.read-appraisal-rebuild')
export class FactRebuildType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => RebuildStateEnum)
  readonly state!: string;

  @Field(() => Int, { description: 'Loans, customers, tickets, violations and sessions that something was heard about' })
  readonly subjects!: number;

  @Field(() => Int)
  readonly done!: number;

  @Field(() => Int)
  readonly facts!: number;

  @Field(() => Int, { description: 'Subjects whose facts differed and were replaced' })
  readonly differing!: number;

  @Field(() => [ID], { description: 'The first of them' })
  readonly named!: string[];

  @Field(() => String, { description: 'Fingerprint of the facts as they were kept' })
  readonly keptHash!: string;

  @Field(() => String, { description: 'Fingerprint of the facts as they were made again: the same when nothing was changed' })
  readonly rebuiltHash!: string;

  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly endedAt!: Date | null;
}
export const FactRebuildConnection = connectionOf(FactRebuildType, 'FactRebuild');

@ArgsType()
export class OfPersonArgs {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class FactsArgs extends OfPersonArgs {
  @Field(() => IndicatorEnum)
  readonly indicator!: Indicator;
}

@InputType()
export class RebuildAppraisalFactsInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;
}

@ObjectType()
export class RebuildAppraisalFactsPayload extends MutationPayload {
  @Field(() => FactRebuildType, { nullable: true })
  readonly factRebuild?: FactRebuildType | null;
}
