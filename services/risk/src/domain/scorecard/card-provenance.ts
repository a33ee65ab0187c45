import type { Scorecard } from './scorecard.js';

// Where a fitted card comes from: which applications, which lots were drawn, and what it was worth on applications that it had not seen.
// With it the card can be fitted again and nobody has to believe a figure.
export interface CardProvenance {
  readonly card: Pick<Scorecard, 'id' | 'version'>;
  /** Business day of the fit. */
  readonly fittedOn: string;
  /** SHA-256 of the file of applications. */
  readonly dataSha256: string;
  readonly applications: { readonly good: number; readonly bad: number };
  /** Seed of the card, and of each repetition of the cross-validation. */
  readonly seed: number;
  readonly validationSeeds: readonly number[];
  readonly folds: number;
  /** Area under the ROC curve of the whole points: average over folds and repetitions, and on the very rows of the fit. */
  readonly aucCrossValidated: number;
  readonly aucOnOwnRows: number;
  /** Greatest distance between goods and bads (Kolmogorov-Smirnov), average over folds and repetitions. */
  readonly ksCrossValidated: number;
  /** At the base score the odds are the base odds, goods to one bad; so many points more double them. */
  readonly scale: { readonly baseScore: number; readonly baseOdds: number; readonly pointsToDouble: number };
  /** Strength of the ridge and least chi-square between neighbouring bands, as the data chose them. */
  readonly ridge: number;
  readonly leastChiSquare: number;
  /** Values that the data never showed; they get the least points of their attribute. */
  readonly withoutEvidence: readonly string[];
}
