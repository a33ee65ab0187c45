import type { Fen, LocalDate } from '@weilend/kernel';
import { platformCollection } from '@weilend/mongo';
import type { Concentration, PortfolioFigures } from '../domain/portfolio/portfolio-figures.js';
import type { Ratio } from '../domain/portfolio/ratio.js';
import type { Cohort, LateArrival } from '../domain/portfolio/vintage.js';

/** The figures of a business day, counted once after it was closed and never changed. */
export interface PortfolioDayRow {
  /** The business date. */
  readonly _id: LocalDate;
  /** When the loans were counted: acts between the end of the day and this moment are in it. */
  readonly countedAt: Date;
  readonly figures: PortfolioFigures;
  readonly firstPaymentDefault: Ratio;
  readonly netAssetsFen: Fen;
  readonly concentration: Concentration;
  readonly cohorts: readonly Cohort[];
  readonly late: readonly LateArrival[];
}

export const portfolioDayCollection = platformCollection('portfolio_days');

/** A loan that was ever thirty days late, under its id; a day that it has not come to is absent. */
export interface LateLoanRow {
  readonly _id: string;
  readonly disbursedOn: LocalDate;
  readonly principalFen: Fen;
  readonly late30On: LocalDate;
  readonly late90On?: LocalDate;
  readonly firstDefaultOn?: LocalDate;
}

export const lateLoanCollection = platformCollection('late_loans', [
  { name: 'firstDefault', keys: { firstDefaultOn: 1 }, why: 'first-payment defaults through a day, counted from the index' },
]);
