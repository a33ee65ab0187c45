import type { CustomerKind } from '../customer.js';
import type { Profile } from '../profile.js';

// A criterion of the customer scorecard looks at the facts of the file and gives up to a hundred points with the reason in words; what is
// not known gives no points. It says how valuable a customer is to look after, never whether he gets a loan: that is risk's scorecard.

/** A loan of ours that was late at some time; the days are the worst and the present ones. */
export interface LateLoan {
  readonly loanId: string;
  readonly worstDaysPastDue: number;
  readonly daysPastDue: number;
}

export interface GradeFacts {
  readonly type: CustomerKind;
  readonly profile: Profile;
  readonly lateLoans: readonly LateLoan[];
}

export interface CriterionScore {
  /** 0 to 100. */
  readonly points: number;
  readonly reason: string;
}

export interface Criterion {
  readonly id: string;
  readonly version: number;
  score(facts: GradeFacts): CriterionScore;
}

/** Points of the first band whose upper limit is not passed. */
export function banded(value: number, bands: readonly (readonly [upTo: number, points: number])[]): number {
  return bands.find(([upTo]) => value <= upTo)?.[1] ?? 0;
}
