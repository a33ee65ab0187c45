// What the whole procedure is worth on applications it has not seen: everything, from the first band to the last point, is fitted anew in each part.
import { score } from '@weilend/risk-service/domain/scorecard/score.js';
import type { Scorecard } from '@weilend/risk-service/domain/scorecard/scorecard.js';
import { aucOf, ksOf } from '../measures/separation.ts';
import type { Scored } from '../measures/separation.ts';
import { countsIn, limitsOf, psiOf } from '../measures/stability.ts';
import type { Attribute, Outcome } from './attributes.ts';
import { fitCard } from './fit-card.ts';
import type { FittedCard, Recipe } from './fit-card.ts';
import { foldsOf } from './folds.ts';

export interface FoldFigures {
  readonly auc: number;
  readonly ks: number;
  /** Between the scores that the card was fitted on and those held back. */
  readonly psi: number;
  readonly fitted: FittedCard;
  readonly held: readonly Scored[];
}

export interface SeedFigures {
  readonly seed: number;
  readonly folds: readonly FoldFigures[];
  readonly auc: number;
  readonly ks: number;
}

/** Bands of the stability index: half of the ten that are usual, because a part holds seventy applications. */
const BANDS = 5;

export function crossValidate(
  sample: readonly Outcome[],
  attributes: readonly Attribute[],
  { recipe, seed, folds }: { recipe: Recipe; seed: number; folds: number },
): SeedFigures {
  const figures = foldsOf(sample, folds, seed).map(({ training, held }) => {
    const fitted = fitCard(training, attributes, { recipe, seed, id: 'cross-validation', version: seed });
    const scored = scoresBy(fitted.card, held);
    const own = scoresBy(fitted.card, training).map((one) => one.score);
    const limits = limitsOf(own, BANDS);
    const psi = psiOf(
      countsIn(own, limits),
      countsIn(
        scored.map((one) => one.score),
        limits,
      ),
    );
    return { auc: aucOf(scored), ks: ksOf(scored).ks, psi, fitted, held: scored };
  });
  return { seed, folds: figures, auc: mean(figures.map(({ auc }) => auc)), ks: mean(figures.map(({ ks }) => ks)) };
}

export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Points by the service's own scoring. The bureau's word gives none, so a clean one stands for it. */
export function scoresBy(card: Scorecard, sample: readonly Outcome[]): Scored[] {
  return sample.map(({ facts, isBad }) => ({
    score: score({ ...facts, bureauScore: 700, bureauSeriousDelinquency: false }, card).score,
    isBad,
  }));
}
