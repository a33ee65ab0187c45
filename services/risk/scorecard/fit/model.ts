// The model behind a card: the log-odds of a good application are an intercept and, for each selected attribute, a coefficient on the weight of
// evidence of the band. An attribute is left out when its bands say nothing, or when it speaks against what it says by itself.
import type { Attribute, Outcome } from './attributes.ts';
import { bandsOf, placeIn } from './bands.ts';
import type { Banded, BandRules } from './bands.ts';
import { chanceOf, fitLogistic, predict } from './logistic.ts';

export interface ModelRules extends BandRules {
  /** Least information value of an attribute. */
  readonly leastInformation: number;
  readonly ridge: number;
}

export interface Term extends Banded {
  readonly coefficient: number;
}

export interface LeftOut extends Banded {
  readonly why: string;
}

export interface Model {
  readonly intercept: number;
  readonly terms: readonly Term[];
  readonly leftOut: readonly LeftOut[];
}

export function fitModel(sample: readonly Outcome[], attributes: readonly Attribute[], rules: ModelRules): Model {
  return fitTerms(
    sample,
    attributes.map((attribute) => bandsOf(attribute, sample, rules)),
    rules,
  );
}

/** The same from bands that are cut already. @throws RangeError when no attribute says anything. */
export function fitTerms(
  sample: readonly Outcome[],
  banded: readonly Banded[],
  { leastInformation, ridge }: Pick<ModelRules, 'leastInformation' | 'ridge'>,
): Model {
  const leftOut: LeftOut[] = banded.flatMap((one) => {
    const why = one.bands.length < 2 ? 'one band' : one.informationValue < leastInformation ? 'too little information' : null;
    return why === null ? [] : [{ ...one, why }];
  });
  let kept = banded.filter((one) => !leftOut.some(({ attribute }) => attribute === one.attribute));
  const outcomes = sample.map(({ isBad }) => (isBad ? 0 : 1));
  while (kept.length > 0) {
    const { intercept, coefficients } = fitLogistic({ rows: sample.map((one) => weightsOf(kept, one)), outcomes, ridge, towards: 1 });
    const least = Math.min(...coefficients);
    const worst = kept[coefficients.indexOf(least)];
    if (least > 0 || !worst) return { intercept, leftOut, terms: kept.map((one, at) => ({ ...one, coefficient: coefficients[at] ?? 0 })) };
    leftOut.push({ ...worst, why: 'speaks against its own evidence beside the others' });
    kept = kept.filter((one) => one !== worst);
  }
  throw new RangeError('no attribute tells good applications from bad ones: the file is too small or its outcome is chance');
}

const weightsOf = (banded: readonly Banded[], { facts }: Outcome): number[] =>
  banded.map(({ attribute, bands }) => bands[placeIn(bands, facts[attribute.fact])]?.woe ?? 0);

/** Logarithm of the odds that an application is good. */
export function logOddsOf({ intercept, terms }: Model, one: Outcome): number {
  return predict({ intercept, coefficients: terms.map(({ coefficient }) => coefficient) }, weightsOf(terms, one));
}

export const badChanceOf = (model: Model, one: Outcome): number => chanceOf(-logOddsOf(model, one));

/** True log-odds = intercept + slope x those of the model. */
export interface Correction {
  readonly intercept: number;
  readonly slope: number;
}

/** The order of applications stays; only how far apart they are changes. */
export function corrected(model: Model, { intercept, slope }: Correction): Model {
  return {
    ...model,
    intercept: intercept + slope * model.intercept,
    terms: model.terms.map((term) => ({ ...term, coefficient: slope * term.coefficient })),
  };
}

/** Average logarithmic loss of the chances over applications that the model has not seen; less is better. */
export function logLossOf(model: Model, sample: readonly Outcome[]): number {
  const losses = sample.map((one) => {
    const chance = badChanceOf(model, one);
    return -Math.log(one.isBad ? chance : 1 - chance);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
