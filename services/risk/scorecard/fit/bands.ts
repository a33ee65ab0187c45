// Cuts one attribute into bands and weighs each: equally large classes of a number, or the levels in the order of their bad rates, merged to few.
import type { Attribute, LevelAttribute, NumberAttribute, Outcome } from './attributes.ts';
import { mergeNeighbours } from './merge.ts';
import type { Run } from './merge.ts';
import { informationValueOf, totalOf, woeOf } from './weight-of-evidence.ts';
import type { Count } from './weight-of-evidence.ts';

export interface BandRules {
  /** Classes of a number before they are merged. */
  readonly classes: number;
  /** Least share of the applications in a band of a number, and in a level that stands for itself. */
  readonly leastShare: number;
  readonly leastShareOfLevel: number;
  readonly leastChiSquare: number;
  /** Average applications added to each band. */
  readonly prior: number;
}

export type BandCondition = { readonly from: number; readonly below: number } | { readonly values: readonly string[] };
export type WeighedBand = Count & BandCondition & { readonly woe: number };

export interface Banded {
  readonly attribute: Attribute;
  readonly bands: readonly WeighedBand[];
  readonly informationValue: number;
  /** Levels that the data never showed; they are in the band of the lowest weight. */
  readonly unseen: readonly string[];
}

export function bandsOf(attribute: Attribute, sample: readonly Outcome[], rules: BandRules): Banded {
  const found = attribute.kind === 'NUMBER' ? numberBands(attribute, sample, rules) : levelBands(attribute, sample, rules);
  const all = totalOf(found);
  const bands = found.map((band) => ({ ...band, woe: woeOf(band, all, rules.prior) }));
  const informationValue = informationValueOf(bands, rules.prior);
  if (attribute.kind === 'NUMBER') return { attribute, bands, informationValue, unseen: [] };
  const seen = bands.flatMap((band) => ('values' in band ? band.values : []));
  const unseen = attribute.levels.filter((level) => !seen.includes(level));
  return { attribute, bands: withUnseen(bands, unseen), informationValue, unseen };
}

/** Place of the band that a value falls into; a number outside of all falls into the nearest. */
export function placeIn(bands: readonly BandCondition[], value: string | number | null): number {
  if (typeof value === 'number') {
    const place = bands.findIndex((band) => 'below' in band && value < band.below);
    return place < 0 ? bands.length - 1 : place;
  }
  return bands.findIndex((band) => 'values' in band && value !== null && band.values.includes(value));
}

function numberBands(attribute: NumberAttribute, sample: readonly Outcome[], rules: BandRules): (Count & BandCondition)[] {
  const values = sample.map(({ facts }) => Number(facts[attribute.fact])).sort((one, other) => one - other);
  const cuts = cutsOf(values, attribute.step, rules.classes);
  const limits = [attribute.from, ...cuts, attribute.below];
  const classes = limits.slice(1).map((below, place) => ({ from: limits[place] ?? attribute.from, below }));
  const counts = countsOf(sample, classes.length, ({ facts }) => placeIn(classes, facts[attribute.fact] as number));
  const runs = mergeNeighbours(counts, {
    leastRows: rules.leastShare * sample.length,
    leastChiSquare: rules.leastChiSquare,
    shape: attribute.shape,
  });
  return runs.map((run) => ({
    ...countOf(run),
    from: limits[run.from] ?? attribute.from,
    below: limits[run.to + 1] ?? attribute.below,
  }));
}

/** Limits between equally large classes, on round values, without empty classes. */
function cutsOf(sorted: readonly number[], step: number, classes: number): number[] {
  const quantiles = Array.from({ length: classes - 1 }, (_, place) => sorted[Math.floor(((place + 1) * sorted.length) / classes)] ?? 0);
  const round = quantiles.map((value) => Math.round(value / step) * step);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  return [...new Set(round)].filter((cut) => cut > least && cut <= most);
}

function levelBands(attribute: LevelAttribute, sample: readonly Outcome[], rules: BandRules): (Count & BandCondition)[] {
  const place = new Map(attribute.levels.map((level, at) => [level, at]));
  const counts = countsOf(sample, attribute.levels.length, ({ facts }) => place.get(String(facts[attribute.fact])) ?? -1);
  const all = totalOf(counts);
  const seen = counts
    .map((count, at) => ({ ...count, level: attribute.levels[at] ?? '', order: woeOf(count, all, rules.prior) }))
    .filter(({ goods, bads }) => goods + bads > 0)
    .sort((one, other) => one.order - other.order);
  const runs = mergeNeighbours(seen, {
    leastRows: rules.leastShareOfLevel * sample.length,
    leastChiSquare: rules.leastChiSquare,
    shape: 'FREE',
  });
  return runs.map((run) => ({ ...countOf(run), values: seen.slice(run.from, run.to + 1).map(({ level }) => level) }));
}

function countsOf(sample: readonly Outcome[], classes: number, place: (one: Outcome) => number): Count[] {
  const counts = Array.from({ length: classes }, () => ({ goods: 0, bads: 0 }));
  for (const one of sample) {
    const count = counts[place(one)];
    if (count) count[one.isBad ? 'bads' : 'goods'] += 1;
  }
  return counts;
}

const countOf = ({ goods, bads }: Run): Count => ({ goods, bads });

/** Nobody may gain by a level of which nothing is known. */
function withUnseen(bands: readonly WeighedBand[], unseen: readonly string[]): readonly WeighedBand[] {
  const lowest = Math.min(...bands.map(({ woe }) => woe));
  const place = bands.findIndex(({ woe }) => woe === lowest);
  return bands.map((band, at) => (at === place && 'values' in band ? { ...band, values: [...band.values, ...unseen] } : band));
}
