import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { correctReport } from '../../domain/team/market-report.js';
import { MarketReports } from '../../persistence/team/team.repository.js';

export interface CorrectMarketReportRequest {
  readonly requestKey?: string | null;
  readonly reportId: string;
  readonly reason: string;
  readonly finding: string;
  readonly consequence: string;
  readonly source: string;
}

/** The author corrects a report from which nobody has drawn a conclusion; the first text stays beside it [2.7]. */
@Injectable()
export class CorrectMarketReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: MarketReports,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CorrectMarketReportRequest): Promise<string> {
    return this.work.once({ operation: 'correct-market-report', actor, input }, async (tx) => {
      const report = await this.reports.get(input.reportId, tx);
      const by = employeeIdOf(actor);
      if (report.authorId !== by) throw new DomainError('NOT_THE_AUTHOR');
      const { reason, finding, consequence, source } = input;
      const corrected = correctReport(report, { finding, consequence, source }, { reason, by, at: this.clock.now() });
      return (await this.reports.save(corrected, tx)).id;
    });
  }
}
