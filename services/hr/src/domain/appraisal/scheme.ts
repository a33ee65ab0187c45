import { DomainError, refuseAll } from '@weilend/kernel';
import { DIMENSION_OF, DIMENSIONS } from './indicator.js';
import type { Dimension, Figures, Indicator } from './indicator.js';

/**
 * The published rule of a quarter's appraisal: weights in whole percent that sum to 100, performance heaviest [1.7],
 * and a target per indicator. A published scheme never changes; a new version counts from a later quarter.
 */
export interface SchemeLine {
  readonly indicator: Indicator;
  /** Percent. */
  readonly weight: number;
  /** Fen, count or score that earns 100 points. */
  readonly target: number;
}

export interface AppraisalScheme {
  readonly id: string;
  readonly version: number;
  readonly fromQuarter: string;
  readonly lines: readonly SchemeLine[];
}

export interface LineScore {
  readonly indicator: Indicator;
  readonly weight: number;
  /** Null when the component is absent: it is left out and the others carry its weight. */
  readonly actual: number | null;
  /** 0 to 120; null when absent. */
  readonly points: number | null;
}

const MOST_POINTS = 120;
const QUARTER = /^\d{4}-Q[1-4]$/;

export function checkScheme(scheme: Pick<AppraisalScheme, 'fromQuarter' | 'lines'>): void {
  const found: DomainError[] = [];
  if (!QUARTER.test(scheme.fromQuarter))
    found.push(new DomainError('QUARTER_INVALID', { value: scheme.fromQuarter.slice(0, 20) }, 'fromQuarter'));
  const total = scheme.lines.reduce((sum, line) => sum + line.weight, 0);
  if (total !== 100) found.push(new DomainError('SCHEME_WEIGHTS', { total }, 'lines'));
  const wrong = scheme.lines.filter((line) => !(line.target > 0) || !Number.isInteger(line.weight) || line.weight < 1);
  if (wrong.length > 0) found.push(new DomainError('SCHEME_LINE_INVALID', { indicators: wrong.map((line) => line.indicator) }, 'lines'));
  if (new Set(scheme.lines.map((line) => line.indicator)).size !== scheme.lines.length)
    found.push(new DomainError('SCHEME_LINE_TWICE', {}, 'lines'));
  const weights = DIMENSIONS.map((dimension) => weightOf(scheme.lines, dimension));
  if (weights.slice(1).some((weight) => weight >= (weights[0] ?? 0)))
    found.push(new DomainError('SCHEME_PERFORMANCE_NOT_HEAVIEST', {}, 'lines'));
  refuseAll(found);
}

/** Points per line and the weighted score, rounded half up to a whole number; 0 when every component is absent. */
export function score(scheme: Pick<AppraisalScheme, 'lines'>, figures: Figures): { total: number; lines: readonly LineScore[] } {
  const lines = scheme.lines.map((line): LineScore => {
    const actual = actualOf(line.indicator, figures);
    const points = actual === null ? null : Math.max(0, Math.min(MOST_POINTS, (actual / line.target) * 100));
    return { indicator: line.indicator, weight: line.weight, actual, points };
  });
  const present = lines.filter((line): line is LineScore & { points: number } => line.points !== null);
  const weight = present.reduce((sum, line) => sum + line.weight, 0);
  const weighted = present.reduce((sum, line) => sum + line.points * line.weight, 0);
  return { total: weight === 0 ? 0 : Math.round(weighted / weight), lines };
}

function actualOf(indicator: Indicator, figures: Figures): number | null {
  switch (indicator) {
    case 'DISBURSED_AMOUNT':
      return figures.disbursedFen;
    case 'LOANS':
      return figures.loans;
    case 'NEW_CUSTOMERS':
      return figures.newCustomers;
    case 'SATISFACTION_SCORE':
      return figures.satisfactionAverage;
    case 'VIOLATION_FREE':
      return figures.violations === 0 ? 1 : 0;
  }
}

function weightOf(lines: readonly SchemeLine[], dimension: Dimension): number {
  return lines.filter((line) => DIMENSION_OF[line.indicator] === dimension).reduce((sum, line) => sum + line.weight, 0);
}
