import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { recheckReport } from '../../domain/report/recheck-report.js';
import type { ReportCheck } from '../../domain/report/recheck-report.js';
import { RiskReportQueries } from '../../queries/report/risk-report.queries.js';
import type { StoredRiskReport } from '../../queries/report/risk-report.queries.js';

@Injectable()
export class RiskReportLoader extends EntityLoader<StoredRiskReport> {
  readonly typeName = 'RiskReport';

  constructor(private readonly reports: RiskReportQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly StoredRiskReport[]> {
    return this.reports.byIds(ids, actor);
  }
}

/** Newest version first. */
@Injectable()
export class ReportsOfApplication extends ListLoader<StoredRiskReport> {
  constructor(private readonly reports: RiskReportQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, StoredRiskReport])[]> {
    return (await this.reports.ofApplications(ids, actor)).map((report) => [report.applicationId, report]);
  }
}

/** Every line of the check of a report, computed when it is asked for. */
@Injectable()
export class ChecksOfReport extends ListLoader<ReportCheck> {
  constructor(private readonly reports: RiskReportQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ReportCheck])[]> {
    const found = await this.reports.withCards(ids, actor);
    return found.flatMap(([report, card]) => recheckReport(report, card).map((line) => [report.id, line] as const));
  }
}

/** Newest version first. */
@Injectable()
export class ReportsOfInvestigation extends ListLoader<StoredRiskReport> {
  constructor(private readonly reports: RiskReportQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, StoredRiskReport])[]> {
    return (await this.reports.ofInvestigations(ids, actor)).map((report) => [report.investigationId, report]);
  }
}
