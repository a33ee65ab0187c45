import { Injectable } from '@nestjs/common';
import { daysBetween, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { vintageTable } from '../domain/portfolio/vintage.js';
import type { Vintage } from '../domain/portfolio/vintage.js';
import type { PortfolioDayRow } from '../persistence/portfolio.schema.js';

export type PortfolioDay = Omit<PortfolioDayRow, 'cohorts' | 'late'>;
export type Portfolio = PortfolioDay & { readonly vintages: readonly Vintage[] };

const MOST_DAYS = 370;

/** The figures of the portfolio as the days were counted. */
@Injectable()
export class PortfolioQueries {
  constructor(private readonly database: Database) {}

  /** Of a day, or of the newest that was counted; null when there is none. */
  async of(on: LocalDate | null): Promise<Portfolio | null> {
    const row = await this.days().findOne(on === null ? {} : { _id: on }, { sort: { _id: -1 } });
    if (!row) return null;
    const { cohorts, late, ...day } = row;
    return { ...day, vintages: vintageTable(cohorts, late, row._id) };
  }

  /** Oldest first; days that were not counted are missing. Throws DomainError INPUT_INVALID for more than a year. */
  async series(from: LocalDate, to: LocalDate): Promise<PortfolioDay[]> {
    if (from > to || daysBetween(from, to) >= MOST_DAYS)
      throw new DomainError('INPUT_INVALID', { problem: `a series is of 1 to ${MOST_DAYS} days` }, 'to');
    return this.days()
      .find({ _id: { $gte: from, $lte: to } }, { projection: { cohorts: 0, late: 0 } })
      .sort({ _id: 1 })
      .toArray();
  }

  private days() {
    return this.database.collection<PortfolioDayRow>('portfolio_days');
  }
}
