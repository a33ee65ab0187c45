import { DomainError, refuseAll } from '@weilend/kernel';
import { isCurve, MOST_POINTS, pointsAt, usualCurve } from './curve.js';
import type { CurvePoint } from './curve.js';
import { mayCountFrom } from './first-quarter.js';
import type { RuleTime } from './first-quarter.js';
import { compare, exact, fraction, least, most, over, plus, times, toFourPlaces } from './fraction.js';
import type { Fraction } from './fraction.js';
import { DIMENSION_OF, DIMENSIONS } from './indicator.js';
import type { Dimension, Figures, Indicator } from './indicator.js';
import { requireRead } from '../signature/second-signature.js';
import type { SecondSignature } from '../signature/second-signature.js';

/**
 * The published rule of a quarter's appraisal: weights in whole percent that sum to 100, performance heaviest [1.7],
 * a target and a curve of points per indicator, and gates that nothing makes up for: a severe violation, too much overdue.
 * A published scheme never changes; a new version counts from a later quarter.
 */
export interface SchemeLine {
  readonly indicator: Indicator;
  /** Percent. */
  readonly weight: number;
  /** Fen, count, score or fraction that earns 100 points. */
  readonly target: number;
  /** Points of its own; in proportion to the target when left out. */
  readonly curve?: readonly CurvePoint[] | null;
}

export const GATE_KINDS = ['SEVERE_VIOLATION', 'OVERDUE_RATE', 'NPL_RATE'] as const;
export type GateKind = (typeof GATE_KINDS)[number];

/** Whoever is above the limit scores no more than the cap, whatever else he did. */
export interface SchemeGate {
  readonly kind: GateKind;
  /** Number of severe violations, or the rate as a fraction. */
  readonly above: number;
  /** 0 to 120. */
  readonly cap: number;
}

export interface AppraisalScheme {
  readonly id: string;
  readonly version: number;
  readonly fromQuarter: string;
  readonly lines: readonly SchemeLine[];
  readonly gates?: readonly SchemeGate[] | null;
  /** Points that a manager may add or take off in all; none when left out. */
  readonly adjustmentLimit?: number | null;
  /** A proposed one counts nowhere; left out on schemes of before two people signed. */
  readonly state?: 'PROPOSED' | 'PUBLISHED';
  readonly proposedBy?: string | null;
  readonly approvedBy?: string | null;
}

type ProposedScheme = Omit<AppraisalScheme, 'state' | 'proposedBy' | 'approvedBy'>;

/** `earlier` counts there today. */
function checkInTime({ fromQuarter: quarter }: Pick<AppraisalScheme, 'fromQuarter'>, of: SchemeTime): void {
  if (!mayCountFrom(quarter, of)) throw new DomainError('SCHEME_TOO_LATE', { quarter }, 'fromQuarter');
  if (of.earlier?.fromQuarter === quarter) throw new DomainError('SCHEME_EXISTS', { quarter }, 'fromQuarter');
}

export interface SchemeTime extends RuleTime {
  /** The published one that counts in the quarter. */
  readonly earlier: Pick<AppraisalScheme, 'fromQuarter'> | null;
}

/** One person proposes; a proposal that nobody has approved gives way to another one. Throws what is wrong with it, SCHEME_TOO_LATE or SCHEME_EXISTS. */
export function proposeScheme(scheme: ProposedScheme, before: AppraisalScheme | null, of: SchemeTime & { by: string }): AppraisalScheme {
  checkScheme(scheme);
  checkInTime(scheme, of);
  const kept = before && { id: before.id, version: before.version };
  return { ...scheme, ...kept, state: 'PROPOSED', proposedBy: of.by, approvedBy: null };
}

/** Another person publishes it: from then on it never changes. Throws SCHEME_PUBLISHED, PROPOSAL_CHANGED, SCHEME_SAME_PERSON, SCHEME_TOO_LATE or SCHEME_EXISTS. */
export function approveScheme(scheme: AppraisalScheme, of: SchemeTime & SecondSignature): AppraisalScheme {
  if (scheme.state !== 'PROPOSED') throw new DomainError('SCHEME_PUBLISHED', { quarter: scheme.fromQuarter }, 'schemeId');
  requireRead(of, scheme);
  if (of.by === scheme.proposedBy) throw new DomainError('SCHEME_SAME_PERSON', {}, 'schemeId');
  checkInTime(scheme, of);
  return { ...scheme, state: 'PUBLISHED', approvedBy: of.by };
}

export interface LineScore {
  readonly indicator: Indicator;
  readonly weight: number;
  /** Null when the component is absent: it is left out and the others carry its weight. */
  readonly actual: number | null;
  /** 0 to 120; null when absent. */
  readonly points: number | null;
  /** Share of the score in hundredths of a percent after re-weighting; all sum to 10 000. */
  readonly shareBp?: number;
}

export interface Score {
  /** 0 to 120, four decimals. */
  readonly total: number;
  readonly lines: readonly LineScore[];
  /** Gates that hold the score down. */
  readonly gates: readonly SchemeGate[];
}

export type ScoringRule = Pick<AppraisalScheme, 'lines' | 'gates'>;

const QUARTER = /^\d{4}-Q[1-4]$/;
const ALL_BP = 10_000;

export function checkScheme(scheme: Pick<AppraisalScheme, 'fromQuarter' | 'lines' | 'gates' | 'adjustmentLimit'>): void {
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
  refuseAll([...found, ...faultsOfMarking(scheme)]);
}

function faultsOfMarking({ lines, gates, adjustmentLimit }: Pick<AppraisalScheme, 'lines' | 'gates' | 'adjustmentLimit'>): DomainError[] {
  const found: DomainError[] = [];
  const bent = lines.filter((line) => line.curve && !isCurve(line.indicator, line.curve)).map((line) => line.indicator);
  if (bent.length > 0) found.push(new DomainError('SCHEME_CURVE_INVALID', { indicators: bent }, 'lines'));
  if ((gates ?? []).some(({ above, cap }) => !(above >= 0 && cap >= 0 && cap <= MOST_POINTS)))
    found.push(new DomainError('SCHEME_GATE_INVALID', {}, 'gates'));
  const limit = adjustmentLimit ?? 0;
  if (!(limit >= 0 && limit <= MOST_POINTS)) found.push(new DomainError('SCHEME_ADJUSTMENT_INVALID', {}, 'adjustmentLimit'));
  return found;
}

/** Points per line and the weighted score, held down by the gates; 0 when every component is absent. */
export function score(scheme: ScoringRule, figures: Figures): Score {
  const marked = scheme.lines.map((line) => {
    const actual = actualOf(line.indicator, figures);
    return { line, actual, points: actual && pointsAt(line.curve ?? usualCurve(line.indicator, line.target), actual) };
  });
  const present = marked.filter((one): one is typeof one & { points: Fraction } => one.points !== null);
  const weight = present.reduce((sum, { line }) => sum + line.weight, 0);
  const weighted = present.reduce((sum, { line, points }) => plus(sum, times(points, fraction(line.weight))), fraction(0));
  const shares = sharesOf(marked.map(({ line, points }) => (points ? line.weight : 0)));
  const lines = marked.map(({ line: { indicator, weight: share }, actual, points }, place): LineScore => {
    const marks = { actual: actual && toFourPlaces(actual), points: points && toFourPlaces(points) };
    return { indicator, weight: share, ...marks, shareBp: shares[place] ?? 0 };
  });
  const gates = gatesOf(scheme, figures);
  const free = weight === 0 ? fraction(0) : over(weighted, fraction(weight));
  return { total: toFourPlaces(heldDown(free, gates)), lines, gates };
}

/** The gates of a scheme that these figures do not pass. */
export function gatesOf({ gates }: ScoringRule, figures: Figures): readonly SchemeGate[] {
  return (gates ?? []).filter(({ kind, above }) => {
    const value = kind === 'SEVERE_VIOLATION' ? fraction(figures.severeViolations) : actualOf(kind, figures);
    return value !== null && compare(value, exact(above)) > 0;
  });
}

/** A score after a manager's adjustments: within 0 and 120, and under the caps of the gates. */
export function adjusted(total: number, by: readonly number[], gates: readonly SchemeGate[]): number {
  const sum = by.reduce((all, points) => plus(all, exact(points)), exact(total));
  return toFourPlaces(heldDown(most(fraction(0), least(fraction(MOST_POINTS), sum)), gates));
}

const heldDown = (points: Fraction, gates: readonly SchemeGate[]): Fraction =>
  gates.reduce((held, { cap }) => least(held, exact(cap)), points);

/** Weights as hundredths of a percent that sum to exactly 10 000: what rounding leaves goes to the largest remainders. */
function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((weight * ALL_BP) / sum));
  const left = ALL_BP - shares.reduce((all, share) => all + share, 0);
  const order = weights
    .map((weight, place) => ({ place, rest: (weight * ALL_BP) % sum }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of order.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}

/** The figure of an indicator; null when there is nothing to measure it by. */
function actualOf(indicator: Indicator, figures: Figures): Fraction | null {
  const { satisfactionSample: sample, satisfactionTotal, satisfactionAverage: average } = figures;
  switch (indicator) {
    case 'DISBURSED_AMOUNT':
      return fraction(figures.disbursedFen);
    case 'LOANS':
      return fraction(figures.loans);
    case 'NEW_CUSTOMERS':
      return fraction(figures.newCustomers);
    case 'SATISFACTION_SCORE':
      if (average === null) return null;
      return satisfactionTotal !== undefined && sample > 0 ? fraction(satisfactionTotal, sample) : exact(average);
    case 'DEADLINES_KEPT':
      return rate(figures.deadlinesKept, figures.deadlinesDue);
    case 'OVERDUE_RATE':
      return rate(figures.overdueFen, figures.outstandingFen);
    case 'NPL_RATE':
      return rate(figures.nplFen, figures.outstandingFen);
    case 'FIRST_PAYMENT_DEFAULTS':
      return figures.firstPaymentDefaults === undefined ? null : fraction(figures.firstPaymentDefaults);
    case 'VIOLATION_FREE':
      return fraction(figures.violations === 0 ? 1 : 0);
  }
}

const rate = (part = 0, whole = 0): Fraction | null => (whole > 0 ? fraction(part, whole) : null);

function weightOf(lines: readonly SchemeLine[], dimension: Dimension): number {
  return lines.filter((line) => DIMENSION_OF[line.indicator] === dimension).reduce((sum, line) => sum + line.weight, 0);
}
