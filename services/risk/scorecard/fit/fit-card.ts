// From applications with their outcomes to a card that the service can score with: rules chosen, bands cut, model fitted and drawn in, points rounded.
import { scorecardV0 } from '@weilend/risk-service/domain/scorecard/scorecard-v0.js';
import type { Scorecard } from '@weilend/risk-service/domain/scorecard/scorecard.js';
import type { FactName } from '@weilend/risk-service/domain/scorecard/scoring-facts.js';
import type { Attribute, Outcome } from './attributes.ts';
import { tryRules } from './choose-rules.ts';
import type { Grid, Tried } from './choose-rules.ts';
import { corrected, fitModel } from './model.ts';
import type { Model, ModelRules } from './model.ts';
import { pointsOf, scoreAtOdds } from './points.ts';
import type { Scale } from './points.ts';

export interface Recipe {
  readonly rules: ModelRules;
  /** What is chosen by the data; null keeps the rules as they are. */
  readonly grid: Grid | null;
  readonly scale: Scale;
  /** Goods to one bad: from these odds on the card approves, and below those it rejects. */
  readonly approveFromOdds: number;
  readonly rejectBelowOdds: number;
}

export interface FittedCard {
  readonly card: Scorecard;
  readonly model: Model;
  readonly rules: ModelRules;
  readonly tried: readonly Tried[];
}

// Eight classes of 700 applications hold some 26 bads each, so that a bad rate means something. Ten average applications in each band, a twentieth of all
// in a band of a number and a fiftieth in a level are what scorecard builders commonly ask for.
export const RECIPE: Recipe = {
  rules: { classes: 8, leastShare: 0.05, leastShareOfLevel: 0.02, leastChiSquare: 1, prior: 10, leastInformation: 0.01, ridge: 5 },
  grid: { ridges: [5, 20, 80], leastChiSquares: [1, 2], folds: 5 },
  scale: { baseScore: 240, baseOdds: 4, pointsToDouble: 20 },
  approveFromOdds: 2,
  rejectBelowOdds: 1,
};

const NO_CORRECTION = { intercept: 0, slope: 1 };

export function fitCard(
  sample: readonly Outcome[],
  attributes: readonly Attribute[],
  { recipe, seed, id, version }: { recipe: Recipe; seed: number; id: string; version: number },
): FittedCard {
  const tried = recipe.grid ? tryRules(sample, attributes, { base: recipe.rules, grid: recipe.grid, seed }) : [];
  const { rules, correction } = tried[0] ?? { rules: recipe.rules, correction: NO_CORRECTION };
  const model = corrected(fitModel(sample, attributes, rules), correction);
  return { card: cardOf(model, recipe, { id, version }), model, rules, tried };
}

/** The card with the knock-outs and refer rules of the expert card: they are the company's policy, which no data change. */
export function cardOf(model: Model, recipe: Recipe, { id, version }: { id: string; version: number }): Scorecard {
  const attributes = pointsOf(model, recipe.scale);
  const { knockOuts, refer } = scorecardV0;
  const needed: FactName[] = [...scorecardV0.required, ...[...knockOuts, ...refer].map(({ fact }) => fact)];
  return {
    id,
    version,
    required: [...new Set(needed)].filter((fact) => !(fact in attributes)),
    attributes,
    knockOuts,
    refer,
    grades: [
      { atLeast: scoreAtOdds(recipe.approveFromOdds, recipe.scale), rating: 'LOW', recommendation: 'APPROVE' },
      { atLeast: scoreAtOdds(recipe.rejectBelowOdds, recipe.scale), rating: 'MEDIUM', recommendation: 'APPROVE_WITH_CONDITIONS' },
      { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
    ],
  };
}
