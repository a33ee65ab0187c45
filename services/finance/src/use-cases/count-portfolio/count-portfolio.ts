import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { concentrationOf, portfolioFigures } from '../../domain/portfolio/portfolio-figures.js';
import { ratioOf } from '../../domain/portfolio/ratio.js';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { Portfolios } from '../../persistence/portfolio.repository.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;

/**
 * Counts the portfolio once a business day is closed, outside of its transactions. Of days that were caught up together only the last one has figures: the
 * loans have moved on from the others [5.3].
 */
@Injectable()
export class CountPortfolio {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dayEnds: DayEnds,
    private readonly portfolios: Portfolios,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** The day that was counted; null when the newest day is counted already, or is still being closed. */
  async execute(): Promise<LocalDate | null> {
    const newest = await this.dayEnds.newest();
    if (newest?.state !== 'CLOSED' || (await this.portfolios.has(newest._id))) return null;
    const { _id: on } = newest;
    const countedAt = this.clock.now();
    const book = await this.portfolios.count(on);
    if (!book) return null;
    const netAssetsFen = await this.parameters.number('concentration.net-assets', on);
    const { slices, cohorts, late, firstPayment, largest } = book;
    const row = {
      ...{ _id: on, countedAt, cohorts, late, netAssetsFen },
      figures: portfolioFigures(slices),
      firstPaymentDefault: ratioOf(firstPayment.defaulted, firstPayment.loans),
      concentration: concentrationOf(largest, netAssetsFen),
    };
    await this.work.run({ actor: ACTOR, operation: 'count-portfolio' }, (tx) => this.portfolios.keep(row, tx));
    return on;
  }
}
