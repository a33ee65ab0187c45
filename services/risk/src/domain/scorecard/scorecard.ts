import type { FactName } from './scoring-facts.js';

// A scorecard (评分卡) is data that lending people can read and change without a programmer: attributes with bands, points for each band,
// grades by the sum of points, knock-outs that reject whatever the points say, and refer rules that give the application to people.

export type Rating = 'LOW' | 'MEDIUM' | 'HIGH';
export type Recommendation = 'APPROVE' | 'APPROVE_WITH_CONDITIONS' | 'REJECT' | 'REFER';

/** Which values of a fact are meant: some named ones, or a range `from <= value < below`. */
export type Condition = { readonly values: readonly (string | number | boolean)[] } | { readonly from?: number; readonly below?: number };

export type Band = Condition & { readonly points: number };

/** A rule on one fact that decides by itself. */
export type DecisiveRule = Condition & { readonly code: string; readonly fact: FactName };

export interface Grade {
  /** Least points for this grade. */
  readonly atLeast: number;
  readonly rating: Rating;
  readonly recommendation: Exclude<Recommendation, 'REFER'>;
}

export interface Scorecard {
  readonly id: string;
  readonly version: number;
  /** Facts that must be there although no band gives points for them. */
  readonly required: readonly FactName[];
  /** Fact -> its bands; a value that no band holds refers. Points are never negative, so a missing fact can only lower the sum. */
  readonly attributes: Readonly<Partial<Record<FactName, readonly Band[]>>>;
  readonly knockOuts: readonly DecisiveRule[];
  readonly refer: readonly DecisiveRule[];
  /** Best grade first; the last one starts at 0. */
  readonly grades: readonly [Grade, ...Grade[]];
}

/** Why a score came out as it did: each attribute with its points, and each rule that decided. */
export interface ScoreReason {
  readonly kind: 'POINTS' | 'MISSING' | 'OUTSIDE' | 'KNOCK_OUT' | 'REFER';
  readonly fact: FactName;
  /** Code of the rule, or the band as text. */
  readonly detail: string;
  readonly points: number;
}

export interface Score {
  readonly score: number;
  readonly rating: Rating;
  readonly recommendation: Recommendation;
  readonly reasons: readonly ScoreReason[];
}
