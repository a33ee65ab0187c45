// How strongly the ridge pulls and how alike neighbours must be to become one is chosen on the very applications the card is fitted on, by a
// cross-validation within them: the rules with the least logarithmic loss. Applications that are held back for judging have no part in it. The same
// cross-validation shows by how much the model promises too much, because it was fitted on the rows whose weights of evidence it uses.
import type { Attribute, Outcome } from './attributes.ts';
import { bandsOf } from './bands.ts';
import type { Banded } from './bands.ts';
import { foldsOf } from './folds.ts';
import type { Split } from './folds.ts';
import { fitLogistic } from './logistic.ts';
import { fitTerms, logLossOf, logOddsOf } from './model.ts';
import type { Correction, Model, ModelRules } from './model.ts';

export interface Grid {
  readonly ridges: readonly number[];
  readonly leastChiSquares: readonly number[];
  readonly folds: number;
}

export interface Tried {
  readonly rules: ModelRules;
  readonly loss: number;
  /** What makes the log-odds of applications that a model has not seen true to their outcomes. */
  readonly correction: Correction;
}

/** However little a model keeps of its promises, its points never turn round. */
const LEAST_SLOPE = 0.05;

/** All rules of the grid with their losses, the best first. */
export function tryRules(
  sample: readonly Outcome[],
  attributes: readonly Attribute[],
  { base, grid, seed }: { base: ModelRules; grid: Grid; seed: number },
): Tried[] {
  const splits = foldsOf(sample, grid.folds, seed);
  const tried = grid.leastChiSquares.flatMap((leastChiSquare) => {
    const rules = { ...base, leastChiSquare };
    const banded = splits.map(({ training }) => attributes.map((attribute) => bandsOf(attribute, training, rules)));
    return grid.ridges.map((ridge) => judgeRules(splits, banded, { ...rules, ridge }));
  });
  return tried.sort((one, other) => one.loss - other.loss);
}

function judgeRules(splits: readonly Split<Outcome>[], banded: readonly (readonly Banded[])[], rules: ModelRules): Tried {
  const models = splits.map(({ training }, at) => fitTerms(training, banded[at] ?? [], rules));
  const unseen = splits.flatMap(({ held }, at) => held.map((one) => ({ one, model: models[at] as Model })));
  const { intercept, coefficients } = fitLogistic({
    rows: unseen.map(({ one, model }) => [logOddsOf(model, one)]),
    outcomes: unseen.map(({ one }) => (one.isBad ? 0 : 1)),
    ridge: 0,
    towards: 1,
  });
  const losses = splits.map(({ held }, at) => logLossOf(models[at] as Model, held) * held.length);
  const loss = losses.reduce((sum, one) => sum + one, 0) / unseen.length;
  return { rules, loss, correction: { intercept, slope: Math.max(coefficients[0] ?? 1, LEAST_SLOPE) } };
}
