import { invariant } from '@weilend/kernel';
import { creditStandingRule } from './credit-standing.rule.js';
import type { Criterion, GradeFacts } from './criterion.js';
import { needRule } from './need.rule.js';
import { potentialRule } from './potential.rule.js';
import { repaymentAbilityRule } from './repayment-ability.rule.js';

// The grade of a customer (客户分级): A high, B medium, C low value, by a versioned scorecard over need, credit standing, repayment ability
// and potential. The score and every reason are kept with the grade, so that any old grade can be explained and computed again.

export const GRADES = ['A', 'B', 'C'] as const;
export type CustomerGrade = (typeof GRADES)[number];

export interface GradeScorecard {
  readonly version: number;
  /** Weights in percent; they add up to 100. */
  readonly criteria: readonly { readonly criterion: Criterion; readonly weightPercent: number }[];
  readonly atLeast: { readonly A: number; readonly B: number };
}

export interface GradeReason {
  readonly criterion: string;
  readonly version: number;
  readonly weightPercent: number;
  readonly points: number;
  readonly reason: string;
}

export interface GradeResult {
  readonly grade: CustomerGrade;
  /** 0 to 100. */
  readonly score: number;
  readonly scorecardVersion: number;
  readonly reasons: readonly GradeReason[];
}

export const gradeScorecardV1: GradeScorecard = {
  version: 1,
  criteria: [
    { criterion: needRule, weightPercent: 20 },
    { criterion: creditStandingRule, weightPercent: 30 },
    { criterion: repaymentAbilityRule, weightPercent: 30 },
    { criterion: potentialRule, weightPercent: 20 },
  ],
  atLeast: { A: 75, B: 50 },
};

/** Grades by a scorecard; the score is rounded half up to a whole number. */
export function gradeCustomer(facts: GradeFacts, scorecard: GradeScorecard = gradeScorecardV1): GradeResult {
  const weights = scorecard.criteria.reduce((total, { weightPercent }) => total + weightPercent, 0);
  invariant(weights === 100, `the weights of scorecard ${scorecard.version} add up to ${weights}`);
  const reasons = scorecard.criteria.map(({ criterion, weightPercent }): GradeReason => {
    const { points, reason } = criterion.score(facts);
    invariant(points >= 0 && points <= 100, `${criterion.id} gave ${points} points`);
    return { criterion: criterion.id, version: criterion.version, weightPercent, points, reason };
  });
  const score = Math.round(reasons.reduce((total, { points, weightPercent }) => total + points * weightPercent, 0) / 100);
  const grade = score >= scorecard.atLeast.A ? 'A' : score >= scorecard.atLeast.B ? 'B' : 'C';
  return { grade, score, scorecardVersion: scorecard.version, reasons };
}
