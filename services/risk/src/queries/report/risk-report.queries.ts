import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { StoredRiskReport } from '../../persistence/report/risk-report.repository.js';
import { riskReportCollection } from '../../persistence/report/risk-report.schema.js';
import type { ScorecardVersion } from '../../domain/scorecard/scorecard-version.js';
import { investigationScope } from '../risk-scope.js';
import { keyOf, ScorecardQueries } from '../scorecard/scorecard.queries.js';

export type { StoredRiskReport };

/** The read side of final reports, always in the actor's scope. */
@Injectable()
export class RiskReportQueries {
  constructor(
    private readonly database: Database,
    private readonly scorecards: ScorecardQueries,
  ) {}

  byIds(ids: readonly string[], actor: Actor): Promise<StoredRiskReport[]> {
    return this.find({ _id: { $in: [...ids] } }, actor);
  }

  /** All versions of the reports of applications, newest version first. */
  ofApplications(applicationIds: readonly string[], actor: Actor): Promise<StoredRiskReport[]> {
    return this.find({ applicationId: { $in: [...applicationIds] } }, actor);
  }

  ofInvestigations(investigationIds: readonly string[], actor: Actor): Promise<StoredRiskReport[]> {
    return this.find({ investigationId: { $in: [...investigationIds] } }, actor);
  }

  /** Reports with the stored card that each score names, for the check of their hashes and scores. */
  async withCards(ids: readonly string[], actor: Actor): Promise<(readonly [StoredRiskReport, ScorecardVersion | null])[]> {
    const reports = await this.byIds(ids, actor);
    const cards = await this.scorecards.named(reports.map(({ score }) => score));
    return reports.map((report) => [report, cards.get(keyOf(report.score)) ?? null] as const);
  }

  private async find(filter: Record<string, unknown>, actor: Actor): Promise<StoredRiskReport[]> {
    const rows = await this.database
      .model(riskReportCollection)
      .find({ $and: [filter, investigationScope(actor)] } as never)
      .sort({ reportVersion: -1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as StoredRiskReport);
  }
}
