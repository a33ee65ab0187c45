import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { concludeReport } from '../../domain/team/market-report.js';
import { MarketReports } from '../../persistence/team/team.repository.js';

export interface ConcludeMarketReportRequest {
  readonly requestKey?: string | null;
  readonly reportId: string;
  readonly conclusion: string;
}

/** The manager says what follows for the department, once [2.7]. */
@Injectable()
export class ConcludeMarketReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: MarketReports,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ConcludeMarketReportRequest): Promise<string> {
    return this.work.once({ operation: 'conclude-market-report', actor, input }, async (tx) => {
      const report = await this.reports.get(input.reportId, tx);
      const conclusion = { text: input.conclusion, by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.reports.save(concludeReport(report, conclusion), tx)).id;
    });
  }
}
