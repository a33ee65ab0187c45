import { DomainError } from '@weilend/kernel';
import type { ContractClause } from './clauses.js';

// Compliance sees a contract before it is signed when it is large, or when its text is not the template's (合同审查). What was reviewed is exactly this
// text: another draft is reviewed anew. Until it is reviewed nobody signs.

/** As the handoff to compliance names them. */
export type ReviewReason = 'LARGE' | 'NON_STANDARD';

export const REVIEW_STATES = ['asked', 'reviewed', 'returned'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface ContractReview {
  readonly handoffId: string;
  readonly reasons: readonly ReviewReason[];
  /** Keys of the clauses that differ from the template. */
  readonly changedClauses: readonly string[];
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly state: ReviewState;
  /** What has to be changed; empty unless it was returned. */
  readonly returnReasons: readonly string[];
  readonly reviewedBy: string | null;
  readonly answeredAt: Date | null;
}

/** Keys of the clauses that do not say what the template says, those that it does not know included; the order is no difference. */
export function changedClauses(clauses: readonly ContractClause[], template: readonly ContractClause[]): readonly string[] {
  return clauses
    .filter(({ key, text }) => !template.some((standard) => standard.key === key && standard.text.trim() === text.trim()))
    .map(({ key }) => key);
}

/** Why compliance has to see it; empty for an ordinary contract. */
export function reviewReasons(amountFen: number, changed: readonly string[], fromFen: number): readonly ReviewReason[] {
  return [...(amountFen >= fromFen ? (['LARGE'] as const) : []), ...(changed.length > 0 ? (['NON_STANDARD'] as const) : [])];
}

export function askedReview(asked: Pick<ContractReview, 'handoffId' | 'reasons' | 'changedClauses' | 'askedAt' | 'dueAt'>): ContractReview {
  return { ...asked, state: 'asked', returnReasons: [], reviewedBy: null, answeredAt: null };
}

/** Compliance's word, once: a second one, and one on another handoff, changes nothing. */
export function answeredReview(
  review: ContractReview | null,
  handoffId: string,
  answer: { readonly returnReasons: readonly string[]; readonly reviewedBy: string | null; readonly at: Date },
): ContractReview | null {
  if (review?.handoffId !== handoffId || review.state !== 'asked') return review;
  const { returnReasons, reviewedBy, at } = answer;
  return { ...review, state: returnReasons.length > 0 ? 'returned' : 'reviewed', returnReasons, reviewedBy, answeredAt: at };
}

/** Throws CONTRACT_NOT_REVIEWED or CONTRACT_REVIEW_RETURNED; an ordinary contract needs no review. */
export function requireReviewed(review: ContractReview | null): void {
  if (review === null || review.state === 'reviewed') return;
  if (review.state === 'returned') throw new DomainError('CONTRACT_REVIEW_RETURNED', { reasons: review.returnReasons.join('; ') });
  throw new DomainError('CONTRACT_NOT_REVIEWED', { reasons: review.reasons.join(', ') });
}
