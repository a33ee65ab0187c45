import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { StoredRiskReport } from '../../queries/report/risk-report.queries.js';
import { FinaliseRiskReport } from '../../use-cases/report/finalise-risk-report.use-case.js';
import { InvestigationLoader } from '../investigation/investigation.loader.js';
import { InvestigationType } from '../investigation/investigation.type.js';
import { FinaliseRiskReportPayload } from '../payloads.type.js';
import { EmployeeStub, LoanApplicationStub, refer } from '../references.type.js';
import { FinaliseRiskReportInput } from './risk-report.input.js';
import { RiskReportCheckType } from '../scorecard/score-explanation.type.js';
import { ChecksOfReport, RiskReportLoader } from './risk-report.loader.js';
import { RiskReportType } from './risk-report.type.js';

@Resolver(() => RiskReportType)
export class RiskReportResolver {
  constructor(
    private readonly loader: RiskReportLoader,
    private readonly investigations: InvestigationLoader,
    private readonly checks: ChecksOfReport,
    private readonly finaliseCase: FinaliseRiskReport,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => RiskReportType, { nullable: true })
  @Permit('risk.read-risk-report')
  riskReport(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Mutation(() => FinaliseRiskReportPayload, { description: 'Gate G3; the report goes to the committee at once' })
  @Permit('risk.finalise-risk-report')
  finaliseRiskReport(@Args('input') input: FinaliseRiskReportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      riskReport: await this.loader.byId(context, await this.finaliseCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [RiskReportCheckType], {
    nullable: true,
    description: 'Hash of the report, hash of the card, and the score once more (报告核验)',
  })
  @Permit('risk.read-verification')
  verification(@Parent() report: StoredRiskReport, @Context() context: GraphContext) {
    return this.checks.of(context, report.id);
  }

  @ResolveField(() => LoanApplicationStub)
  application(@Parent() report: StoredRiskReport) {
    return refer(report.applicationId);
  }

  @ResolveField(() => InvestigationType, { nullable: true })
  investigation(@Parent() report: StoredRiskReport, @Context() context: GraphContext) {
    return this.investigations.byId(context, report.investigationId);
  }

  @ResolveField(() => [EmployeeStub])
  investigators(@Parent() report: StoredRiskReport) {
    return report.investigatorIds.map(refer);
  }

  @ResolveField(() => EmployeeStub)
  finalisedBy(@Parent() report: StoredRiskReport) {
    return refer(report.finalisedBy);
  }
}
