import { DomainError } from '@weilend/kernel';
import type { TrainingTopic } from './training-plan.js';

/**
 * Why a year's training is what it is [6.1]. Other departments find things: hr closes quarters with weak scores, finance changes products,
 * compliance confirms violations. They are counted, without anybody's name. The manager answers them by needs, each of which says where it
 * comes from and which topic answers it; a need that rests on a finding which nobody made is no need.
 */
export const FINDING_KINDS = ['WEAK_APPRAISAL', 'PRODUCT_CHANGE', 'VIOLATION'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const NEED_SOURCES = [...FINDING_KINDS, 'BUSINESS', 'STAFF'] as const;
export type NeedSource = (typeof NEED_SOURCES)[number];

export interface TrainingNeed {
  readonly source: NeedSource;
  readonly topic: TrainingTopic;
  readonly text: string;
}

/** What was found in a year, of one kind, about one thing: a quarter, a product, a kind of violation. */
export interface CountedFinding {
  readonly year: number;
  readonly kind: FindingKind;
  /** `2026-Q1`, a product's id, or the kind and severity of violations (`LEAK SEVERE`). */
  readonly about: string;
  readonly count: number;
  /** Closed sheets of the quarter for WEAK_APPRAISAL, so that a share can be read; otherwise the same as `count`. */
  readonly outOf: number;
}

/** A fact of another department as it is counted: nothing when the quarter was good. */
export interface FindingFact {
  readonly year: number;
  readonly kind: FindingKind;
  readonly about: string;
  readonly isFound: boolean;
}

const LEAST_TEXT = 5;

/** Any closed quarter is one of how many; a weak one is below the least score of the company. */
export function appraisalFact(closed: { readonly quarter: string; readonly score: number }, leastScore: number): FindingFact {
  return { year: Number(closed.quarter.slice(0, 4)), kind: 'WEAK_APPRAISAL', about: closed.quarter, isFound: closed.score < leastScore };
}

export function productFact(product: { readonly productId: string; readonly effectiveFrom: string }): FindingFact {
  return { year: Number(product.effectiveFrom.slice(0, 4)), kind: 'PRODUCT_CHANGE', about: product.productId, isFound: true };
}

export function violationFact(confirmed: { readonly kind: string; readonly severity: string; readonly confirmedOn: string }): FindingFact {
  const about = `${confirmed.kind} ${confirmed.severity}`;
  return { year: Number(confirmed.confirmedOn.slice(0, 4)), kind: 'VIOLATION', about, isFound: true };
}

/** A plan is made from what was found in the year before it and, once it runs, in its own year. */
export function yearsBehind(planYear: number): readonly [number, number] {
  return [planYear - 1, planYear];
}

/** Throws for a need that says nothing, or that rests on a finding that nobody made. */
export function checkNeeds(planYear: number, needs: readonly TrainingNeed[], findings: readonly CountedFinding[]): void {
  for (const { source, text } of needs) {
    if ([...text.trim()].length < LEAST_TEXT) throw new DomainError('PLAN_NEED_INVALID', {}, 'needs');
    const isFinding = (FINDING_KINDS as readonly string[]).includes(source);
    if (isFinding && !findings.some((finding) => finding.kind === source && finding.count > 0))
      throw new DomainError('PLAN_NEED_WITHOUT_FINDING', { source, years: yearsBehind(planYear).join('-') }, 'needs');
  }
}

/** Kinds of findings that no need of the plan answers: what the manager still has to think about. */
export function unansweredKinds(needs: readonly TrainingNeed[], findings: readonly CountedFinding[]): FindingKind[] {
  return FINDING_KINDS.filter(
    (kind) => findings.some((finding) => finding.kind === kind && finding.count > 0) && !needs.some(({ source }) => source === kind),
  );
}
