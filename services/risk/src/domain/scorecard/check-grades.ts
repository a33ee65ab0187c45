import { DomainError } from '@weilend/kernel';
import type { Band, Rating, Recommendation, Scorecard } from './scorecard.js';

// The grades of a card stand best first: fewer points never mean a lower risk or a milder recommendation, the last grade takes everybody who is left,
// and the best one can be reached by somebody.

const RISK: Readonly<Record<Rating, number>> = { LOW: 0, MEDIUM: 1, HIGH: 2 };
const STRICTNESS: Readonly<Record<Exclude<Recommendation, 'REFER'>, number>> = { APPROVE: 0, APPROVE_WITH_CONDITIONS: 1, REJECT: 2 };

/** Everything that is wrong with the grades. */
export function gradeProblems({ grades, attributes }: Pick<Scorecard, 'grades' | 'attributes'>): DomainError[] {
  const wrong = (problem: string): DomainError[] => [new DomainError('SCORECARD_GRADES_INVALID', { problem }, 'grades')];
  if (grades.length < 2) return wrong('TOO_FEW');
  if (grades.some(({ atLeast }) => !Number.isSafeInteger(atLeast) || atLeast < 0)) return wrong('NOT_WHOLE');
  if (grades.at(-1)?.atLeast !== 0) return wrong('LAST_NOT_ZERO');
  const better = grades.slice(0, -1);
  const pairs = better.map((grade, place) => ({ grade, next: grades[place + 1] ?? grade }));
  if (pairs.some(({ grade, next }) => next.atLeast >= grade.atLeast)) return wrong('NOT_DESCENDING');
  const known = grades.every(({ rating, recommendation }) => rating in RISK && recommendation in STRICTNESS);
  if (!known) return wrong('UNKNOWN');
  const milder = pairs.some(
    ({ grade, next }) => RISK[next.rating] < RISK[grade.rating] || STRICTNESS[next.recommendation] < STRICTNESS[grade.recommendation],
  );
  if (milder) return wrong('MILDER_BELOW');
  return grades[0].atLeast > bestSum(Object.values(attributes)) ? wrong('OUT_OF_REACH') : [];
}

function bestSum(attributes: readonly (readonly Band[])[]): number {
  return attributes.reduce((sum, bands) => sum + Math.max(0, ...bands.map(({ points }) => points)), 0);
}
