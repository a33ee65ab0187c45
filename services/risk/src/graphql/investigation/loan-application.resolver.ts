import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { InvestigationsOfApplication, RoundsOfApplication } from './investigation.loader.js';
import { InvestigationType } from './investigation.type.js';
import { LoanApplicationStub } from '../references.type.js';
import { AlertsOfApplication } from '../alert/risk-alert.loader.js';
import { RiskAlertType } from '../alert/risk-alert.type.js';
import { ReportsOfApplication } from '../report/risk-report.loader.js';
import { RiskReportType } from '../report/risk-report.type.js';

/** What risk adds to an application. */
@Resolver(() => LoanApplicationStub)
export class LoanApplicationResolver {
  constructor(
    private readonly latest: InvestigationsOfApplication,
    private readonly reports: ReportsOfApplication,
    private readonly alerts: AlertsOfApplication,
    private readonly rounds: RoundsOfApplication,
  ) {}

  @ResolveField(() => InvestigationType, { nullable: true, description: 'Latest round (最近一轮调查)' })
  @Permit('risk.read-investigation')
  investigation(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.latest.firstOf(context, application.id);
  }

  @ResolveField(() => [InvestigationType], { nullable: true, description: 'All rounds, first round first (各轮调查)' })
  @Permit('risk.read-investigation')
  investigations(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.rounds.of(context, application.id);
  }

  @ResolveField(() => [RiskReportType], { nullable: true, description: 'All versions of the report, newest first (各版风险评估报告)' })
  @Permit('risk.read-risk-report')
  riskReports(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.reports.of(context, application.id);
  }

  @ResolveField(() => RiskReportType, { nullable: true, description: 'Latest version of the final report (风险评估报告)' })
  @Permit('risk.read-risk-report')
  riskReport(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.reports.firstOf(context, application.id);
  }

  @ResolveField(() => [RiskAlertType], { nullable: true, description: 'Alerts about the application or its loan (风险预警)' })
  @Permit('risk.read-risk-alert')
  riskAlerts(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.alerts.of(context, application.id);
  }
}
