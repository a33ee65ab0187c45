// Turns the model into whole points. The scale means the same on every card: at the base score the odds are the base odds (good to bad), and every so
// many points more double them. The worst band of an attribute gives its share of what the scale needs, so no points are negative.
import type { Band, Scorecard } from '@weilend/risk-service/domain/scorecard/scorecard.js';
import type { Model, Term } from './model.ts';

export interface Scale {
  readonly baseScore: number;
  /** Goods to one bad at the base score. */
  readonly baseOdds: number;
  /** Points that double the odds. */
  readonly pointsToDouble: number;
}

/** Bands with points for each attribute. @throws RangeError when the base score is too low for points without a sign. */
export function pointsOf({ intercept, terms }: Model, scale: Scale): Scorecard['attributes'] {
  const factor = scale.pointsToDouble / Math.LN2;
  const worst = terms.map((term) => term.coefficient * lowestOf(term));
  const logOddsOfWorst = worst.reduce((sum, one) => sum + one, intercept);
  const least = Math.round(scale.baseScore + factor * (logOddsOfWorst - Math.log(scale.baseOdds)));
  if (least < 0) throw new RangeError(`the base score must be at least ${scale.baseScore - least} for points that are never negative`);
  const share = Math.floor(least / terms.length);
  const attributes = terms.map((term, at) => {
    const floor = share + (at < least - share * terms.length ? 1 : 0);
    return [term.attribute.fact, term.bands.map((band) => bandOf(band, floor + pointsAbove(term, band.woe, factor)))] as const;
  });
  return Object.fromEntries(attributes);
}

/** The score at which the odds are so many goods to one bad. */
export function scoreAtOdds(odds: number, { baseScore, baseOdds, pointsToDouble }: Scale): number {
  return Math.round(baseScore + pointsToDouble * Math.log2(odds / baseOdds));
}

/** The chance of a bad outcome that a score stands for. */
export function badChanceAt(score: number, { baseScore, baseOdds, pointsToDouble }: Scale): number {
  return 1 / (1 + baseOdds * 2 ** ((score - baseScore) / pointsToDouble));
}

const lowestOf = ({ bands }: Term): number => Math.min(...bands.map(({ woe }) => woe));

function pointsAbove(term: Term, woe: number, factor: number): number {
  return Math.round(factor * term.coefficient * (woe - lowestOf(term)));
}

function bandOf(band: Term['bands'][number], points: number): Band {
  return 'values' in band ? { values: band.values, points } : { from: band.from, below: band.below, points };
}
