// Few, robust bands out of many narrow ones. A band must hold enough applications, the bad rate may not zigzag, and neighbours whose bad rates differ by
// no more than chance makes them differ become one.
import { totalOf } from './weight-of-evidence.ts';
import type { Count } from './weight-of-evidence.ts';

/** A band of neighbouring classes: `from` and `to` are places in the list of the narrow ones, both included. */
export interface Run extends Count {
  readonly from: number;
  readonly to: number;
}

export interface MergeRules {
  /** Least applications in a band. */
  readonly leastRows: number;
  /** Neighbours whose chi-square is below this are one band; 1 is what chance alone gives on average. */
  readonly leastChiSquare: number;
  /** FREE: the order has no meaning of its own. MONOTONE: the bad rate only rises or only falls. ONE_TURN: it may turn once, for a good reason. */
  readonly shape: 'FREE' | 'MONOTONE' | 'ONE_TURN';
}

/** A turn must explain more than the best band without one by this chi-square: five of a hundred times chance does. */
export const TURN_CHI_SQUARE = 3.84;

export function mergeNeighbours(classes: readonly Count[], rules: MergeRules): Run[] {
  const runs = classes.map((count, place) => ({ ...count, from: place, to: place }));
  return mergeAlike(shaped(mergeSmall(runs, rules.leastRows), rules.shape), rules.leastChiSquare);
}

/** Chi-square of the hypothesis that all bands have the same bad rate. */
export function chiSquareOf(bands: readonly Count[]): number {
  const { goods, bads } = totalOf(bands);
  const badRate = bads / (goods + bads);
  if (goods === 0 || bads === 0) return 0;
  return bands.reduce((sum, band) => {
    const rows = rowsOf(band);
    return rows === 0 ? sum : sum + (band.bads - badRate * rows) ** 2 / (rows * badRate * (1 - badRate));
  }, 0);
}

const rowsOf = ({ goods, bads }: Count): number => goods + bads;
const badRateOf = (band: Count): number => (rowsOf(band) === 0 ? 0 : band.bads / rowsOf(band));
const joined = (one: Run, other: Run): Run => ({ ...totalOf([one, other]), from: one.from, to: other.to });

/** Joins the neighbours at `place` and `place + 1`. */
function joinAt(runs: readonly Run[], place: number): Run[] {
  return runs.flatMap((run, at) => {
    const next = runs[place + 1];
    if (at === place && next) return [joined(run, next)];
    return at === place + 1 ? [] : [run];
  });
}

/** Each band that is too small joins the neighbour that is more like it. */
function mergeSmall(runs: readonly Run[], leastRows: number): Run[] {
  let left = [...runs];
  for (let small = 0; left.length > 1;) {
    small = left.findIndex((run) => rowsOf(run) < leastRows);
    if (small < 0) break;
    const before = small > 0 ? chiSquareOf(left.slice(small - 1, small + 1)) : Infinity;
    const after = small < left.length - 1 ? chiSquareOf(left.slice(small, small + 2)) : Infinity;
    left = joinAt(left, before <= after ? small - 1 : small);
  }
  return left;
}

function mergeAlike(runs: readonly Run[], leastChiSquare: number): Run[] {
  let left = [...runs];
  while (left.length > 1) {
    const distances = left.slice(1).map((_, place) => chiSquareOf(left.slice(place, place + 2)));
    const least = Math.min(...distances);
    if (least >= leastChiSquare) break;
    left = joinAt(left, distances.indexOf(least));
  }
  return left;
}

function shaped(runs: readonly Run[], shape: MergeRules['shape']): Run[] {
  if (shape === 'FREE') return [...runs];
  const straight = best([monotone(runs, 1), monotone(runs, -1)]);
  if (shape === 'MONOTONE') return straight;
  const turned = runs
    .slice(1)
    .flatMap((_, place) => [1, -1].map((sign) => [...monotone(runs.slice(0, place + 1), sign), ...monotone(runs.slice(place + 1), -sign)]));
  const bend = best([straight, ...turned]);
  return chiSquareOf(bend) - chiSquareOf(straight) > TURN_CHI_SQUARE ? bend : straight;
}

const best = (candidates: readonly Run[][]): Run[] =>
  candidates.reduce((winner, one) => (chiSquareOf(one) > chiSquareOf(winner) ? one : winner), candidates[0] ?? []);

/** Pools neighbours that break the order (`sign` 1: the bad rate rises) until none does. */
function monotone(runs: readonly Run[], sign: number): Run[] {
  const pooled: Run[] = [];
  for (const run of runs) {
    let last = run;
    for (let before = pooled.at(-1); before && sign * (badRateOf(last) - badRateOf(before)) <= 0; before = pooled.at(-1)) {
      last = joined(before, last);
      pooled.pop();
    }
    pooled.push(last);
  }
  return pooled;
}
