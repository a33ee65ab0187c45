// A card fitted on all applications, and what its procedure is worth on applications that it has not seen.
import type { CardProvenance } from '@weilend/risk-service/domain/scorecard/card-provenance.js';
import type { ApplicationFile } from './applications.ts';
import type { Attribute } from './fit/attributes.ts';
import { crossValidate, mean, scoresBy } from './fit/cross-validate.ts';
import type { SeedFigures } from './fit/cross-validate.ts';
import { fitCard } from './fit/fit-card.ts';
import type { FittedCard, Recipe } from './fit/fit-card.ts';
import { aucOf } from './measures/separation.ts';
import type { Scored } from './measures/separation.ts';

export interface Plan {
  readonly id: string;
  readonly version: number;
  readonly attributes: readonly Attribute[];
  readonly recipe: Recipe;
  readonly fittedOn: string;
}

export interface Evaluation {
  readonly plan: Plan;
  readonly fitted: FittedCard;
  readonly seeds: readonly SeedFigures[];
  /** Every application once, scored by the card that was fitted without it (first repetition). */
  readonly unseen: readonly Scored[];
  /** The shipped card on the rows that it was fitted on, in the order of the file. */
  readonly own: readonly Scored[];
  readonly provenance: CardProvenance;
  readonly whatIf: readonly WhatIf[];
}

export interface WhatIf {
  readonly change: string;
  readonly auc: number;
}

export const SEED = 1;
export const VALIDATION_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
export const FOLDS = 10;
const WHAT_IF_SEEDS = 5;

export function evaluate({ applications, sha256 }: ApplicationFile, plan: Plan, say: (line: string) => void): Evaluation {
  const fitted = fitOn(applications, plan);
  say(`Fitted on ${applications.length} applications; now ${VALIDATION_SEEDS.length} times ${FOLDS} cards on nine tenths of them each`);
  const seeds = VALIDATION_SEEDS.map((seed) => {
    const figures = crossValidate(applications, plan.attributes, { recipe: plan.recipe, seed, folds: FOLDS });
    say(`  seed ${seed}: AUC ${figures.auc.toFixed(4)}, KS ${figures.ks.toFixed(4)}`);
    return figures;
  });
  const own = scoresBy(fitted.card, applications);
  const bad = applications.filter(({ isBad }) => isBad).length;
  const provenance: CardProvenance = {
    card: { id: plan.id, version: plan.version },
    fittedOn: plan.fittedOn,
    dataSha256: sha256,
    applications: { good: applications.length - bad, bad },
    seed: SEED,
    validationSeeds: VALIDATION_SEEDS,
    folds: FOLDS,
    aucCrossValidated: rounded(mean(seeds.map(({ auc }) => auc))),
    aucOnOwnRows: rounded(aucOf(own)),
    ksCrossValidated: rounded(mean(seeds.map(({ ks }) => ks))),
    scale: plan.recipe.scale,
    ridge: fitted.rules.ridge,
    leastChiSquare: fitted.rules.leastChiSquare,
    withoutEvidence: fitted.model.terms.flatMap(({ attribute, unseen }) => unseen.map((level) => `${attribute.fact}: ${level}`)),
  };
  const unseen = seeds[0]?.folds.flatMap(({ held }) => held) ?? [];
  return { plan, fitted, seeds, unseen, own, provenance, whatIf: tryOthers(applications, plan) };
}

export function fitOn(applications: ApplicationFile['applications'], { attributes, recipe, id, version }: Plan): FittedCard {
  return fitCard(applications, attributes, { recipe, seed: SEED, id, version });
}

export const rounded = (figure: number): number => Math.round(figure * 10_000) / 10_000;

/** The same cross-validation with one choice of the recipe made otherwise: how much of the figure is the choice. */
function tryOthers(applications: ApplicationFile['applications'], { attributes, recipe }: Plan): WhatIf[] {
  // Some of these cards spread further: a higher base leaves room for points without a sign and changes no order.
  const fixed: Recipe = { ...recipe, grid: null, scale: { ...recipe.scale, baseScore: 2 * recipe.scale.baseScore } };
  const monotone = attributes.map((one) => (one.kind === 'NUMBER' ? { ...one, shape: 'MONOTONE' as const } : one));
  const changed = (rules: Partial<Recipe['rules']>): Recipe => ({ ...fixed, rules: { ...fixed.rules, ...rules } });
  const { classes, leastChiSquare, ridge } = fixed.rules;
  const variants: readonly (readonly [string, Recipe, readonly Attribute[]])[] = [
    [`nothing chosen by the data: ridge ${ridge}, chi-square ${leastChiSquare}, ${classes} classes`, fixed, attributes],
    ...[6, 10, 12, 16].map((other) => [`${other} classes of a number`, changed({ classes: other }), attributes] as const),
    ...[0, 2, 4].map(
      (other) => [`neighbours merged below a chi-square of ${other}`, changed({ leastChiSquare: other }), attributes] as const,
    ),
    ...[1, 100].map((other) => [`ridge ${other}`, changed({ ridge: other }), attributes] as const),
    ...[1, 30].map((other) => [`${other} average applications added to each band`, changed({ prior: other }), attributes] as const),
    ...[0, 0.05].map((other) => [`information value at least ${other}`, changed({ leastInformation: other }), attributes] as const),
    ['the amount may not turn', fixed, monotone],
  ];
  return variants.map(([change, other, candidates]) => {
    const figures = VALIDATION_SEEDS.slice(0, WHAT_IF_SEEDS).map(
      (seed) => crossValidate(applications, candidates, { recipe: other, seed, folds: FOLDS }).auc,
    );
    return { change, auc: mean(figures) };
  });
}
