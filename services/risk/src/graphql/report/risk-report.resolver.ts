import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { leastRating } from '../../domain/report/rating-matrix.js';
import { hashOf } from '../../domain/report/risk-report.js';
import type { InvestigationView } from '../../queries/investigation/investigation.queries.js';
import { riskReportPaper } from '../../queries/report/risk-report-paper.js';
import type { StoredRiskReport } from '../../queries/report/risk-report.queries.js';
import { FinaliseRiskReport } from '../../use-cases/report/finalise-risk-report.use-case.js';
import { ReportJudgements } from '../../use-cases/report/report-judgements.js';
import { RiskRatingEnum } from '../enums.type.js';
import { InvestigationLoader } from '../investigation/investigation.loader.js';
import { InvestigationType } from '../investigation/investigation.type.js';
import { FinaliseRiskReportPayload, RiskReportTicketType } from '../payloads.type.js';
import { CustomerStub, EmployeeStub, LoanApplicationStub, refer } from '../references.type.js';
import { RelatedExposureType, RepaymentStressType } from './report-judgement.type.js';
import { FinaliseRiskReportInput } from './risk-report.input.js';
import { RiskReportCheckType } from '../scorecard/score-explanation.type.js';
import { ChecksOfReport, ReportsOfApplication, RiskReportLoader } from './risk-report.loader.js';
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

/** The report as a paper, and whether it is still what was signed off. */
@Resolver(() => RiskReportType)
export class RiskReportPaperResolver {
  constructor(
    private readonly versions: ReportsOfApplication,
    private readonly files: Files,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'The whole report in Chinese, as HTML (报告文本)' })
  @Permit('risk.read-check')
  async html(@Parent() report: StoredRiskReport, @Context() context: GraphContext) {
    return htmlOf(riskReportPaper(report, await this.superseded(report, context)));
  }

  @ResolveField(() => RiskReportTicketType, { nullable: true, description: 'The same as a PDF, to GET from a signed address (报告下载)' })
  @Permit('risk.read-check')
  pdf(@Parent() report: StoredRiskReport) {
    return this.files.madeTicket(report.id);
  }

  @ResolveField(() => Boolean, { description: 'A newer version has taken its place (已被新版取代)' })
  async superseded(@Parent() report: StoredRiskReport, @Context() context: GraphContext): Promise<boolean> {
    const latest = await this.versions.firstOf(context, report.applicationId);
    return latest !== null && latest !== undefined && latest.id !== report.id;
  }

  @ResolveField(() => Boolean, { description: 'The stored content still gives the hash (内容校验)' })
  intact(@Parent() report: StoredRiskReport) {
    return hashOf(report) === report.hash;
  }
}

/** What the figures say before the report is written, on the terms as asked for. */
@Resolver(() => InvestigationType)
export class StressPreviewResolver {
  constructor(private readonly judgements: ReportJudgements) {}

  @ResolveField(() => RepaymentStressType, {
    nullable: true,
    description: 'Stress of the repayment ability on the terms as asked for (压力测试预览)',
  })
  @Permit('risk.read-check')
  stress(@Parent() investigation: InvestigationView) {
    return this.judgements.stressOf(investigation, null);
  }

  @ResolveField(() => RiskRatingEnum, {
    nullable: true,
    description: 'The mildest rating that a report may give by the matrix; null before it is scored',
  })
  @Permit('risk.read-check')
  async leastRating(@Parent() investigation: InvestigationView) {
    const { score } = investigation;
    return score && leastRating(score.rating, (await this.judgements.stressOf(investigation, null)).ability);
  }
}

@Resolver(() => RelatedExposureType)
export class RelatedExposureResolver {
  @ResolveField(() => CustomerStub)
  customer(@Parent() party: RelatedExposureType) {
    return refer(party.customerId);
  }
}
