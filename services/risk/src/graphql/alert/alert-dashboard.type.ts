import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import { MeasureEffectEnum, MeasureKindEnum, MeasureStateEnum, RiskRatingEnum } from '../enums.type.js';

@ObjectType('OpenAlertsByAge', { description: 'Open alerts of one severity, by the day they were raised (未关闭预警账龄)' })
export class OpenAlertsByAgeType {
  @Field(() => RiskRatingEnum)
  readonly level!: string;

  @Field(() => Int, { description: 'Raised today' })
  readonly withinDay!: number;

  @Field(() => Int, { description: 'In the six days before' })
  readonly withinWeek!: number;

  @Field(() => Int, { description: 'In the days before that, up to thirty' })
  readonly withinMonth!: number;

  @Field(() => Int)
  readonly older!: number;
}

@ObjectType('MeasuresByEffect', { description: 'Measures by kind, state and effect (措施统计)' })
export class MeasuresByEffectType {
  @Field(() => MeasureKindEnum)
  readonly kind!: string;

  @Field(() => MeasureStateEnum)
  readonly state!: string;

  @Field(() => MeasureEffectEnum, { nullable: true, description: 'Null while nobody has checked' })
  readonly effect!: string | null;

  @Field(() => Int)
  readonly measures!: number;
}

@ObjectType('WarningRuleHits', { description: 'Alerts that a rule raised (规则命中)' })
export class WarningRuleHitsType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Int)
  readonly hits!: number;

  @Field(() => Int)
  readonly open!: number;
}

@ObjectType('AlertMonth', { description: 'Alerts raised in a month (月度趋势)' })
export class AlertMonthType {
  @Field(() => String, { description: 'For instance 2026-11' })
  readonly month!: string;

  @Field(() => Int)
  readonly raised!: number;

  @Field(() => Int)
  readonly high!: number;

  @Field(() => Int, { description: 'Of those raised in the month' })
  readonly closed!: number;
}

@ObjectType('RiskExceptionCounts', { description: 'What must not lie, as of now (例外)' })
export class RiskExceptionCountsType {
  @Field(() => Int)
  readonly unacknowledged!: number;

  @Field(() => Int)
  readonly overdue!: number;

  @Field(() => Int)
  readonly highWithoutTracker!: number;

  @Field(() => Int, { description: 'HIGH customers without dedicated person or plan' })
  readonly watchExceptions!: number;

  @Field(() => Int)
  readonly reviewsOverdue!: number;
}

@ObjectType('RiskAlertDashboard', { description: 'Alerts, measures, exceptions and early warnings side by side (风险预警看板)' })
@Permit('risk.read-risk-dashboard')
export class RiskAlertDashboardType {
  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate)
  readonly to!: string;

  @Field(() => [OpenAlertsByAgeType])
  readonly open!: OpenAlertsByAgeType[];

  @Field(() => [MeasuresByEffectType], { description: 'Of alerts raised in the period' })
  readonly measures!: MeasuresByEffectType[];

  @Field(() => [WarningRuleHitsType], { description: 'Of alerts raised in the period, most first' })
  readonly ruleHits!: WarningRuleHitsType[];

  @Field(() => [AlertMonthType], { description: 'Of alerts raised in the period' })
  readonly months!: AlertMonthType[];

  @Field(() => RiskExceptionCountsType)
  readonly exceptions!: RiskExceptionCountsType;
}
