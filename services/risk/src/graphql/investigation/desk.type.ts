import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import { InvestigationStateEnum } from '../enums.type.js';
import { InvestigationType } from './investigation.type.js';

@ObjectType('InvestigationStageCount', { description: 'Open investigations at a stage, by age (在办调查)' })
export class InvestigationStageCountType {
  @Field(() => InvestigationStateEnum)
  readonly state!: string;

  @Field(() => Int, { description: 'Whole days since it was opened; 3 holds all that are older' })
  readonly ageDays!: number;

  @Field(() => Int)
  readonly investigations!: number;
}

@ObjectType('InvestigatorLoad', { description: 'How much an investigator has to do (人员负荷)' })
export class InvestigatorLoadType {
  @Field(() => Int)
  readonly open!: number;

  @Field(() => Int, { description: 'Of these, waiting for sales' })
  readonly waiting!: number;

  @Field(() => Int, { description: 'Weighted by what is to do' })
  readonly load!: number;

  @Field(() => Int, { description: 'Investigations with a check that is overdue' })
  readonly overdue!: number;

  readonly employeeId!: string;
}

@ObjectType('RiskDesk', { description: 'What a risk manager sees in the morning, in one request (风险部工作台)' })
@Permit('risk.read-desk')
export class RiskDeskType {
  @Field(() => [InvestigationStageCountType])
  readonly stages!: InvestigationStageCountType[];

  @Field(() => [InvestigatorLoadType], { description: 'The most behind first' })
  readonly people!: InvestigatorLoadType[];

  @Field(() => Int)
  readonly unassigned!: number;

  @Field(() => Int, { description: 'Investigations with a check that is overdue' })
  readonly overdue!: number;

  @Field(() => Int)
  readonly waitingForSales!: number;

  @Field(() => Int, { description: 'Of these, sales is late' })
  readonly repliesLate!: number;

  @Field(() => Int)
  readonly waiversToDecide!: number;
}

@ObjectType('InvestigatorDay', { description: 'What an investigator has to do today, in one request (今日调查)' })
@Permit('risk.read-investigation')
export class InvestigatorDayType {
  @Field(() => LocalDate)
  readonly date!: string;

  @Field(() => [InvestigationType], { description: 'A check is overdue, the longest first' })
  readonly overdue!: InvestigationType[];

  @Field(() => [InvestigationType], { description: 'A check is due today and not late yet' })
  readonly dueToday!: InvestigationType[];

  @Field(() => [InvestigationType])
  readonly waitingForSales!: InvestigationType[];

  @Field(() => [InvestigationType], { description: 'The committee wants something looked at again' })
  readonly sentBack!: InvestigationType[];

  @Field(() => [InvestigationType], { description: 'Nothing is missing but the report' })
  readonly toReport!: InvestigationType[];
}
