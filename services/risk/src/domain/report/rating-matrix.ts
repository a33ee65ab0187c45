import type { Rating } from '../scorecard/scorecard.js';
import type { RepaymentAbility } from './repayment-stress.js';

// The rating matrix (评级矩阵): what the scorecard says of the person, crossed with what the stress says of his means. A good score does not
// carry an instalment that the income can not, and a comfortable income does not make a bad score better. What nobody verified neither helps
// nor harms here: the scorecard has referred it already.

export const RATING_MATRIX: Readonly<Record<Rating, Readonly<Record<RepaymentAbility, Rating>>>> = {
  LOW: { COMFORTABLE: 'LOW', TIGHT: 'MEDIUM', OVERSTRETCHED: 'HIGH', UNKNOWN: 'LOW' },
  MEDIUM: { COMFORTABLE: 'MEDIUM', TIGHT: 'MEDIUM', OVERSTRETCHED: 'HIGH', UNKNOWN: 'MEDIUM' },
  HIGH: { COMFORTABLE: 'HIGH', TIGHT: 'HIGH', OVERSTRETCHED: 'HIGH', UNKNOWN: 'HIGH' },
};

/** The mildest rating that a report may give. */
export function leastRating(scored: Rating, ability: RepaymentAbility): Rating {
  return RATING_MATRIX[scored][ability];
}
