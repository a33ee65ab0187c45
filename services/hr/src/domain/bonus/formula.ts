import { divideRounded, invariant } from '@weilend/kernel';

/**
 * The bonus formula of the company (奖金公式) as data: bonus = base x performance x score x risk, within caps, a part of it deferred while the loans
 * stay sound, and taken back for loans that turn bad [5.6]. Coefficients are whole basis points (10000 = 1.0) and points whole numbers, so that
 * anybody can compute his bonus again by hand from what stands on his statement.
 */
export const BASE_KINDS = ['SHARE_OF_LOANS', 'FIXED_BY_LEVEL'] as const;
export const CURVE_KINDS = ['STEPS', 'LINEAR'] as const;
/** How late a loan is: 1 to 29 days, 30 to 89, 90 and more. */
export const LATE_BUCKETS = ['M1', 'M2_M3', 'M4_PLUS'] as const;
export type LateBucket = (typeof LATE_BUCKETS)[number];
/** 关注, 次级, 可疑, 损失. */
export const WORSE_CLASSES = ['SPECIAL_MENTION', 'SUBSTANDARD', 'DOUBTFUL', 'LOSS'] as const;
export type WorseClass = (typeof WORSE_CLASSES)[number];

export interface LevelBase {
  /** A level of the career ladder or a role; the first of the list that the person holds counts. */
  readonly level: string;
  readonly amountFen: number;
}

export interface BonusBase {
  readonly kind: (typeof BASE_KINDS)[number];
  /** Of the disbursed fen, for SHARE_OF_LOANS. */
  readonly shareBps: number | null;
  /** For FIXED_BY_LEVEL, the highest first. */
  readonly levels: readonly LevelBase[];
}

export interface CurvePoint {
  /** Whole points, 0 to 120. */
  readonly at: number;
  readonly coefficientBps: number;
}

/** A coefficient over points: the last step reached, or a straight line between the points. */
export interface Curve {
  readonly kind: (typeof CURVE_KINDS)[number];
  readonly points: readonly CurvePoint[];
}

export interface RiskBand {
  /** From this share of the outstanding principal on. */
  readonly fromBps: number;
  readonly coefficientBps: number;
}

export interface BonusFormula {
  readonly base: BonusBase;
  readonly performance: Curve;
  readonly score: Curve;
  /** An empty list does not look at the figure. */
  readonly risk: { readonly overdue: readonly RiskBand[]; readonly npl: readonly RiskBand[] };
  readonly caps: { readonly personFen: number; readonly shareOfBaseBps: number | null };
  /** Below this score there is no bonus. */
  readonly minScore: number;
  /** The deferred share, and for how many quarters after its own it is held. */
  readonly deferral: { readonly shareBps: number; readonly quarters: number };
  /** Of a loan's part of the bonus, when it turns bad within so many quarters after the one in which it was sold. */
  readonly clawback: { readonly shareBps: number; readonly quarters: number };
  /** A loan is bad from this lateness or from this class on. */
  readonly bad: { readonly bucket: LateBucket; readonly loanClass: WorseClass };
}

/** Basis points of the whole, and ten-thousandths of a point: both count in steps of 1/10000. */
export const SCALE = 10_000;
export const NEUTRAL = SCALE;

/** Points with at most four decimals as whole ten-thousandths. */
export const scaledPoints = (points: number): number => Math.round(points * SCALE);

/** Coefficient in basis points at so many ten-thousandths of a point; between two points of a line rounded half up. */
export function coefficientAt(curve: Curve, scaled: number): number {
  const place = curve.points.findLastIndex(({ at }) => at * SCALE <= scaled);
  const [from, to] = [curve.points[place], curve.points[place + 1]];
  invariant(from, 'a curve begins at 0 points');
  if (curve.kind === 'STEPS' || !to) return from.coefficientBps;
  const rise = BigInt(to.coefficientBps - from.coefficientBps) * BigInt(scaled - from.at * SCALE);
  return from.coefficientBps + Number(divideRounded(rise, BigInt((to.at - from.at) * SCALE), 'HALF_UP'));
}

/** Coefficient of the band that the share falls into, compared exactly; neutral where the figure is absent or nothing is outstanding. */
export function riskCoefficient(bands: readonly RiskBand[], partFen: number | null, outstandingFen: number | null): number {
  if (bands.length === 0 || partFen === null || outstandingFen === null || outstandingFen <= 0) return NEUTRAL;
  const band = bands.findLast(({ fromBps }) => BigInt(partFen) * BigInt(SCALE) >= BigInt(fromBps) * BigInt(outstandingFen));
  return band?.coefficientBps ?? NEUTRAL;
}
