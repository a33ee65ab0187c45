import { Args, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { DashboardQueries } from '../queries/dashboard.queries.js';

@ObjectType({ description: 'What was sold (销售)' })
export class SalesFigures {
  @Field(() => DateTime, { nullable: true, description: 'When the newest fact in it was announced; null while it has none' })
  readonly asOf!: string | null;

  @Field(() => Money, { name: 'disbursedAmount', description: 'Paid out (放款金额)' })
  readonly disbursedFen!: number;

  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Int)
  readonly newCustomers!: number;

  @Field(() => Int)
  readonly applications!: number;
}

@ObjectType({ description: 'How content the customers are (客户满意度)' })
export class SatisfactionFigures {
  @Field(() => DateTime, { nullable: true, description: 'When the newest fact in it was announced; null while it has none' })
  readonly asOf!: string | null;

  @Field(() => Float, { nullable: true, description: '1 to 5; null without a score' })
  readonly average!: number | null;

  @Field(() => Int, { description: 'Scores' })
  readonly count!: number;

  @Field(() => Int, { description: 'Scores of 1 or 2' })
  readonly dissatisfied!: number;

  @Field(() => Int, { description: 'Complaints that came in (新增投诉)' })
  readonly complaints!: number;

  @Field(() => Int, { description: 'Complaints that are open at the end of the period, whenever they came in (未结投诉)' })
  readonly openComplaints!: number;
}

@ObjectType({ description: 'What went wrong (风险与合规)' })
export class RiskComplianceFigures {
  @Field(() => DateTime, { nullable: true, description: 'When the newest fact in it was announced; null while it has none' })
  readonly asOf!: string | null;

  @Field(() => Int)
  readonly highAlerts!: number;

  @Field(() => Int)
  readonly alerts!: number;

  @Field(() => Int)
  readonly misuseOfFunds!: number;

  @Field(() => Int)
  readonly falsifications!: number;

  @Field(() => Int, { description: 'Confirmed violations' })
  readonly violations!: number;

  @Field(() => Int)
  readonly severeViolations!: number;

  @Field(() => Int, { description: 'Levels of late work from the deadline on' })
  readonly escalations!: number;
}

@ObjectType('Dashboard', { description: 'The company at a glance (经营看板): sales, satisfaction, risk and compliance side by side' })
export class DashboardType {
  @Field(() => SalesFigures)
  readonly sales!: SalesFigures;

  @Field(() => SatisfactionFigures)
  readonly satisfaction!: SatisfactionFigures;

  @Field(() => RiskComplianceFigures)
  readonly compliance!: RiskComplianceFigures;
}

@Resolver(() => DashboardType)
export class DashboardResolver {
  constructor(private readonly dashboardQueries: DashboardQueries) {}

  @Query(() => DashboardType, { description: 'Figures of a period of business dates, both included' })
  @Permit('coordination.read-dashboard')
  dashboard(@Args('from', { type: () => LocalDate }) from: LocalDateText, @Args('to', { type: () => LocalDate }) to: LocalDateText) {
    return this.dashboardQueries.figures(from, to);
  }
}
