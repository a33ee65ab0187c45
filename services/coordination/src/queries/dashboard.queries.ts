import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { companyFigures, COMPLAINT_KINDS, openComplaints } from '../domain/dashboard/company-figures.js';
import type { CompanyFigures, FigureKind, KindTotal } from '../domain/dashboard/company-figures.js';
import type { DashboardFactRow } from '../persistence/dashboard.schema.js';

const DISSATISFIED = 2;

@Injectable()
export class DashboardQueries {
  constructor(private readonly database: Database) {}

  /** The company's figures of a period of business dates, both included [1.1]. */
  async figures(from: LocalDate, to: LocalDate): Promise<CompanyFigures> {
    const totals = await this.database
      .collection<DashboardFactRow>('dashboard_facts')
      .aggregate<{ _id: FigureKind } & Omit<KindTotal, 'kind'>>([
        { $match: { on: { $gte: from, $lte: to } } },
        {
          $group: {
            _id: '$kind',
            count: { $sum: 1 },
            amountFen: { $sum: '$amountFen' },
            score: { $sum: '$score' },
            asOf: { $max: '$at' },
            dissatisfied: { $sum: { $cond: [{ $and: [{ $gte: ['$score', 1] }, { $lte: ['$score', DISSATISFIED] }] }, 1, 0] } },
          },
        },
      ])
      .toArray();
    const sums = totals.map(({ _id, ...sum }) => ({ kind: _id, ...sum, amountFen: Number(sum.amountFen) }));
    return companyFigures(sums, await this.openComplaints(to));
  }

  /** Whenever they came in: what is open is no figure of a period. */
  private async openComplaints(to: LocalDate): Promise<number> {
    const ever = await this.database
      .collection<DashboardFactRow>('dashboard_facts')
      .aggregate<{ _id: FigureKind; count: number }>([
        { $match: { kind: { $in: COMPLAINT_KINDS }, on: { $lte: to } } },
        { $group: { _id: '$kind', count: { $sum: 1 } } },
      ])
      .toArray();
    return openComplaints(ever.map(({ _id: kind, count }) => ({ kind, count })));
  }
}
