import { Args, Query, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { AlertDashboardQueries } from '../../queries/alert/alert-dashboard.queries.js';
import { RiskAlertDashboardType } from './alert-dashboard.type.js';

@Resolver(() => RiskAlertDashboardType)
export class AlertDashboardResolver {
  constructor(private readonly dashboard: AlertDashboardQueries) {}

  @Query(() => RiskAlertDashboardType, { description: 'In one request; the last 180 days when no period is named (风险预警看板)' })
  @Permit('risk.read-risk-dashboard')
  riskAlertDashboard(
    @Args('from', { type: () => LocalDate, nullable: true }) from: LocalDateText | null,
    @Args('to', { type: () => LocalDate, nullable: true }) to: LocalDateText | null,
  ) {
    return this.dashboard.of({ from, to });
  }
}
