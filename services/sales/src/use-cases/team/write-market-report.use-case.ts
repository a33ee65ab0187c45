import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId, quarterOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkReport } from '../../domain/team/market-report.js';
import type { MarketReportKind, MarketTopic } from '../../domain/team/market-report.js';
import { MarketReports } from '../../persistence/team/team.repository.js';

export interface WriteMarketReportRequest {
  readonly requestKey?: string | null;
  readonly kind: MarketReportKind;
  readonly topic: MarketTopic;
  readonly competitor?: string | null;
  readonly finding: string;
  readonly consequence: string;
  readonly source: string;
}

/** Writes down what was seen of the market or of a competitor, and what follows from it [2.7]. */
@Injectable()
export class WriteMarketReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: MarketReports,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: WriteMarketReportRequest): Promise<string> {
    return this.work.once({ operation: 'write-market-report', actor, input }, async (tx) => {
      const { kind, topic, finding, consequence, source } = input;
      const checked = checkReport({ kind, competitor: input.competitor ?? null, finding, consequence, source });
      const written = { authorId: employeeIdOf(actor), writtenAt: this.clock.now(), corrections: [], conclusion: null };
      const report = { id: newId('mrp'), version: 0, kind, topic, quarter: quarterOf(this.clock.today()), ...checked, ...written };
      return (await this.reports.insert(report, tx)).id;
    });
  }
}
