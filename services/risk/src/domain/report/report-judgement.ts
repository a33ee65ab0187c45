import { DomainError, refuseAll } from '@weilend/kernel';
import { answerTo, contradictionsOf, unanswered } from '../checks/contradictions.js';
import type { ContradictionAnswer } from '../checks/contradictions.js';
import { writtenText } from '../checks/written-text.js';
import type { Investigation } from '../investigation/investigation.js';
import type { Rating, Recommendation } from '../scorecard/scorecard.js';
import type { Concentration } from './concentration.js';
import type { RepaymentStress } from './repayment-stress.js';
import type { ReportDraft } from './risk-report.js';

// What makes a report more than a form: the stress of the repayment ability, the concentration, the rating that both allow at least, the
// explanations of contradictions, why other terms are recommended than were asked for, and, when the committee sent the report back, what
// was looked at again. All of it is part of the final report and of its hash.

/** One point of the committee, and what the second look found. */
export interface ReworkedPoint {
  readonly asked: string;
  readonly found: string;
}

export interface ReportJudgement {
  readonly stress: RepaymentStress;
  /** By the rating matrix; the report may be stricter. */
  readonly leastRating: Rating;
  readonly concentration: Concentration;
  readonly contradictionAnswers: readonly ContradictionAnswer[];
  readonly termsReason: string | null;
  readonly rework: readonly ReworkedPoint[];
}

const RISK: Readonly<Record<Rating, number>> = { LOW: 0, MEDIUM: 1, HIGH: 2 };

/** Throws CONTRADICTION_UNANSWERED for each grave contradiction that nobody explained when the draft recommends to approve [4.9]. */
export function requireAnswered(investigation: Investigation, recommendation: Recommendation): void {
  if (recommendation !== 'APPROVE') return;
  refuseAll(unanswered(investigation).map(({ code }) => new DomainError('CONTRADICTION_UNANSWERED', { code }, 'recommendation')));
}

/** Throws RATING_BELOW_MATRIX [4.11]. */
export function requireMatrixRating(rating: Rating, least: Rating): void {
  if (RISK[rating] < RISK[least]) throw new DomainError('RATING_BELOW_MATRIX', { least, rating }, 'rating');
}

/** Why other terms than asked for; null when they are those. Throws TERMS_REASON_MISSING or a text refusal [4.11]. */
export function termsReasonOf(draft: ReportDraft, requested: Investigation['terms']): string | null {
  const { recommended, recommendation, termsReason, recommendationReason } = draft;
  const asAsked =
    recommended.amountFen === requested.amountFen &&
    recommended.termMonths === requested.termMonths &&
    (recommended.annualRate === null || recommended.annualRate === requested.annualRate);
  const given = termsReason ?? (asAsked || recommendation === 'REJECT' ? null : recommendationReason);
  if (given === null && (asAsked || recommendation === 'REJECT')) return null;
  if ((given ?? '').trim().length < 4) throw new DomainError('TERMS_REASON_MISSING', {}, 'termsReason');
  return writtenText(given ?? '', 'termsReason', 4);
}

/** What was looked at again, point by point, when the committee sent the last report back. Throws REWORK_MISSING or a text refusal [4.11]. */
export function reworkOf({ committeeReturns }: Pick<Investigation, 'committeeReturns'>, found: readonly string[]): ReworkedPoint[] {
  const asked = pointsToRework(committeeReturns);
  if (found.length < asked.length || found.some((one) => one.trim().length < 4))
    throw new DomainError('REWORK_MISSING', { count: asked.length }, 'rework');
  return asked.map((point, place) => ({ asked: point, found: writtenText(found[place] ?? '', 'rework', 4) }));
}

/** What the committee wants to know before it decides, by its last return: its reasons, or the code when it gave none. */
export function pointsToRework(committeeReturns: Investigation['committeeReturns']): string[] {
  const last = committeeReturns.at(-1);
  if (!last) return [];
  const [code, ...reasons] = last.reasons;
  return reasons.length > 0 ? reasons : code === undefined ? [] : [code];
}

/** The explanations that hold for what does not fit now. */
export function answersInForce(investigation: Investigation): ContradictionAnswer[] {
  return contradictionsOf(investigation).flatMap((one) => answerTo(investigation.contradictionAnswers, one) ?? []);
}
