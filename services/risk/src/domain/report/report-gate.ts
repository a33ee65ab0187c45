import { DomainError, invariant, refuseAll } from '@weilend/kernel';
import { CHECK_METHODS, stateOfCheck } from '../checks/waiver.js';
import { writtenText } from '../checks/written-text.js';
import type { Investigation } from '../investigation/investigation.js';
import type { Rating, Recommendation, Scorecard } from '../scorecard/scorecard.js';
import { isReproduced } from '../scorecard/scorecards.js';
import type { ReportDraft } from './risk-report.js';

// Gate G3: no report without two investigators, at least one site visit, and all four methods recorded or waived with a reason. The
// investigators may judge more strictly than the scorecard, with a reason; they may never make a bad or incomplete file look better.

const STRICTNESS: Readonly<Record<Recommendation, number>> = { APPROVE: 0, APPROVE_WITH_CONDITIONS: 1, REFER: 2, REJECT: 3 };
const RISK: Readonly<Record<Rating, number>> = { LOW: 0, MEDIUM: 1, HIGH: 2 };

/** Throws every missing piece at once. */
export function requireCompleteFile(investigation: Investigation): void {
  const missing: DomainError[] = [];
  if (new Set(investigation.investigatorIds).size !== 2) missing.push(new DomainError('INVESTIGATORS_MISSING'));
  for (const method of CHECK_METHODS) {
    if (stateOfCheck(investigation, method) !== 'MISSING') continue;
    missing.push(method === 'SITE_VISIT' ? new DomainError('SITE_VISIT_MISSING') : new DomainError('CHECK_MISSING', { check: method }));
  }
  refuseAll(missing);
}

/** Throws RECOMMENDATION_MILDER, RATING_MILDER or RECOMMENDATION_REASON_MISSING when the draft does not stand up to the score; `card` gave it. */
export function requireNotMilder(investigation: Investigation, draft: ReportDraft, card: Scorecard): void {
  const { score } = investigation;
  invariant(score, 'a complete file has been scored');
  invariant(isReproduced(score, card), 'a stored score can be computed again');
  const { rating, recommendation } = draft;
  if (STRICTNESS[recommendation] < STRICTNESS[score.recommendation]) {
    throw new DomainError('RECOMMENDATION_MILDER', { scored: score.recommendation, recommendation }, 'recommendation');
  }
  if (RISK[rating] < RISK[score.rating]) throw new DomainError('RATING_MILDER', { scored: score.rating, rating }, 'rating');
  if (recommendation === score.recommendation && rating === score.rating && recommendation !== 'REJECT') return;
  if ((draft.recommendationReason ?? '').trim().length < 4)
    throw new DomainError('RECOMMENDATION_REASON_MISSING', {}, 'recommendationReason');
  writtenText(draft.recommendationReason ?? '', 'recommendationReason', 4);
}
