import { Injectable } from '@nestjs/common';
import { invariant } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { RiskReport } from '../../domain/report/risk-report.js';
import { riskReportCollection } from './risk-report.schema.js';

/** A report with the salesperson of its application, whose scope it falls into. */
export type StoredRiskReport = RiskReport & { readonly salespersonId: string };

/** Final reports: inserted, never changed [4.11]. */
@Injectable()
export class RiskReports extends Repository<StoredRiskReport> {
  constructor(database: Database) {
    super(database, riskReportCollection, 'risk report');
  }

  /** Version of the next report of an application: 1 for the first. */
  async nextVersion(applicationId: string, tx: Tx): Promise<number> {
    return (await this.findMany({ applicationId }, tx)).length + 1;
  }

  /** The latest report of an application, or null. */
  async latestOf(applicationId: string, tx: Tx): Promise<StoredRiskReport | null> {
    const reports = await this.findMany({ applicationId }, tx);
    return reports.reduce<StoredRiskReport | null>((last, one) => (last && last.reportVersion > one.reportVersion ? last : one), null);
  }

  override save(report: StoredRiskReport): Promise<StoredRiskReport> {
    invariant(false, `the final report ${report.id} never changes`);
  }
}
