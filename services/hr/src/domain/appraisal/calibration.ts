import { fraction, over, toFourPlaces } from './fraction.js';

/**
 * Before a quarter is closed, all its scores are laid side by side (考核校准): how they spread, who stands far from the
 * rest, and where managers moved a score and by how much. It changes nothing by itself; it shows whether one hand was
 * milder than another.
 */
export interface CalibratedScore {
  readonly appraisalId: string;
  readonly employeeId: string;
  /** From the figures alone, before the managers' adjustments. */
  readonly plain: number;
  readonly total: number;
  readonly reviewedBy: string | null;
}

export interface ScoreBand {
  /** At least so many points; the next band begins ten higher. */
  readonly from: number;
  readonly count: number;
}

export interface ReviewerView {
  readonly employeeId: string;
  readonly sheets: number;
  readonly moved: number;
  /** Mean of what was added or taken off, over all sheets of this reviewer. */
  readonly meanAdjustment: number;
}

export interface Calibration {
  readonly sheets: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly bands: readonly ScoreBand[];
  /** Further from the middle half than one and a half times its width. */
  readonly outliers: readonly CalibratedScore[];
  readonly adjusted: readonly CalibratedScore[];
  readonly reviewers: readonly ReviewerView[];
}

const BAND = 10;
const BANDS = 13;
const SCALE = 10_000;
/** Scores have four decimals: as whole numbers they are exact. */
const scaled = (score: number): bigint => BigInt(Math.round(score * SCALE));

export function calibrate(scores: readonly CalibratedScore[]): Calibration {
  const sorted = [...scores].sort((a, b) => a.total - b.total || (a.employeeId < b.employeeId ? -1 : 1));
  const totals = sorted.map(({ total }) => scaled(total));
  const [lower, middle, upper] = [quantile(totals, 1), quantile(totals, 2), quantile(totals, 3)];
  return {
    sheets: scores.length,
    mean: meanOf(totals),
    ...{ median: middle, lowerQuartile: lower, upperQuartile: upper },
    bands: bandsOf(sorted),
    outliers: lower === null || upper === null ? [] : sorted.filter(({ total }) => isFar(total, lower, upper)),
    adjusted: sorted.filter(({ plain, total }) => plain !== total),
    reviewers: reviewersOf(sorted),
  };
}

function bandsOf(sorted: readonly CalibratedScore[]): ScoreBand[] {
  const counts = Array.from({ length: BANDS }, (_, place) => ({ from: place * BAND, count: 0 }));
  for (const { total } of sorted) {
    const band = counts[Math.min(BANDS - 1, Math.floor(total / BAND))];
    if (band) band.count += 1;
  }
  return counts;
}

/** The quarter point of sorted scores, by straight lines between neighbours. */
function quantile(sorted: readonly bigint[], quarters: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * quarters;
  const [low, high] = [sorted[Math.floor(at / 4)] ?? 0n, sorted[Math.ceil(at / 4)] ?? 0n];
  return toFourPlaces(fraction(low * 4n + (high - low) * BigInt(at % 4), 4 * SCALE));
}

function isFar(total: number, lower: number, upper: number): boolean {
  const [value, from, to] = [scaled(total), scaled(lower), scaled(upper)];
  const reach = (to - from) * 3n;
  return value * 2n < from * 2n - reach || value * 2n > to * 2n + reach;
}

function meanOf(values: readonly bigint[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((all, value) => all + value, 0n);
  return toFourPlaces(over(fraction(sum, SCALE), fraction(values.length)));
}

function reviewersOf(scores: readonly CalibratedScore[]): ReviewerView[] {
  const by = new Map<string, CalibratedScore[]>();
  for (const one of scores) if (one.reviewedBy !== null) by.set(one.reviewedBy, [...(by.get(one.reviewedBy) ?? []), one]);
  return [...by.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([employeeId, theirs]) => ({
      employeeId,
      sheets: theirs.length,
      moved: theirs.filter(({ plain, total }) => plain !== total).length,
      meanAdjustment: meanOf(theirs.map(({ plain, total }) => scaled(total) - scaled(plain))) ?? 0,
    }));
}
