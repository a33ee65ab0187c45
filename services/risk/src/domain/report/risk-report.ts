import { canonicalHash, compareRates, DomainError, parseRate, refuseAll } from '@weilend/kernel';
import type { Contradiction } from '../checks/contradictions.js';
import type { CheckWaiver, WaiverRequest } from '../checks/waiver.js';
import { writtenText } from '../checks/written-text.js';
import type { RequestedTerms } from '../investigation/investigation.js';
import type { Rating, Recommendation } from '../scorecard/scorecard.js';
import type { StoredScore } from '../scorecard/scorecards.js';
import type { ReportJudgement } from './report-judgement.js';

// The risk assessment report (风险评估报告) is what the committee decides on. It has three mandatory sections [4.9], the five Cs, the
// terms that risk recommends, a rating and a recommendation. Once final it never changes: more work gives a new version beside it.

export const REPORT_SECTIONS = ['truthOfInformation', 'repaymentAbility', 'creditStanding'] as const;
export const FIVE_C = ['character', 'capacity', 'capital', 'collateral', 'conditions'] as const;

export interface RecommendedTerms {
  readonly amountFen: number;
  readonly termMonths: number;
  /** Null leaves the published rate of the product. */
  readonly annualRate: string | null;
}

/** What the investigators write. */
export interface ReportDraft {
  readonly sections: Readonly<Record<(typeof REPORT_SECTIONS)[number], string>>;
  readonly fiveC: Readonly<Record<(typeof FIVE_C)[number], string>>;
  readonly recommended: RecommendedTerms;
  readonly rating: Rating;
  readonly recommendation: Recommendation;
  /** Why a rejection, or why stricter than the scorecard. */
  readonly recommendationReason: string | null;
  /** Conditions proposed to the committee. */
  readonly proposedConditions: readonly string[];
  /** Why other terms than asked for. */
  readonly termsReason?: string | null;
  /** What was looked at again, one text for each point of the committee's return. */
  readonly rework?: readonly string[];
}

/** Loans the customer has had from the company, as finance told. */
export interface Exposure {
  readonly loanCount: number;
  readonly disbursedFen: number;
}

/** Everything a final report states; its hash covers all of it. */
export interface ReportContent extends Omit<ReportDraft, 'termsReason' | 'rework'> {
  readonly investigationId: string;
  readonly applicationId: string;
  readonly reportVersion: number;
  readonly requested: RequestedTerms;
  readonly score: StoredScore;
  readonly contradictions: readonly Contradiction[];
  /** The methods left out; those of reports from before waivers were decided on carry no decision. */
  readonly waivers: readonly (WaiverRequest & Partial<CheckWaiver>)[];
  readonly exposure: Exposure;
  /** Stress, concentration, rating matrix and the rest of the judgement; not there in reports from before there was one. */
  readonly judgement?: ReportJudgement | null;
  readonly investigatorIds: readonly string[];
  readonly finalisedBy: string;
  readonly finalisedAt: Date;
}

export interface RiskReport extends ReportContent {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

const SECTION_LENGTH = 10;

/** What the recommended terms are held against: the loan as asked, the cap on rates in force, the product's limits when known. */
export interface TermBounds {
  readonly requested: RequestedTerms;
  readonly rateCap: string;
  readonly limits: { readonly minAmountFen: number; readonly minTermMonths: number } | null;
}

/** Checks texts, conditions and terms; throws every refusal at once [4.9, 4.11, 4.13]. */
export function checkDraft(draft: ReportDraft, bounds: TermBounds): void {
  refuseAll([...missingTexts(draft), ...missingConditions(draft), ...wrongTerms(draft, bounds)]);
  for (const part of REPORT_SECTIONS) writtenText(draft.sections[part], part, SECTION_LENGTH);
  for (const part of FIVE_C) writtenText(draft.fiveC[part], part);
}

/** The final report with its hash. */
export function finalReport(id: string, content: ReportContent): RiskReport {
  return { ...content, id, version: 0, hash: hashOf(content) };
}

/** Hash over the whole content, in canonical JSON; anybody with the content can check it. A report without a judgement is hashed without. */
export function hashOf(content: ReportContent): string {
  const { investigationId, applicationId, reportVersion, requested, score } = content;
  const { contradictions, waivers, exposure, investigatorIds, finalisedBy, finalisedAt, judgement } = content;
  const { sections, fiveC, recommended, rating, recommendation, recommendationReason, proposedConditions } = content;
  return canonicalHash({
    ...{ investigationId, applicationId, reportVersion, requested, score, contradictions, waivers, exposure, investigatorIds },
    ...{ finalisedBy, finalisedAt },
    written: { sections, fiveC, recommended, rating, recommendation, recommendationReason, proposedConditions },
    ...(judgement ? { judgement } : {}),
  });
}

function missingTexts(draft: ReportDraft): DomainError[] {
  const sections = REPORT_SECTIONS.filter((section) => draft.sections[section].trim().length < SECTION_LENGTH);
  const parts = FIVE_C.filter((part) => draft.fiveC[part].trim().length < 2);
  return [
    ...sections.map((section) => new DomainError('SECTION_MISSING', { section }, `sections.${section}`)),
    ...parts.map((part) => new DomainError('FIVE_C_MISSING', { part }, `fiveC.${part}`)),
  ];
}

function missingConditions(draft: ReportDraft): DomainError[] {
  if (draft.recommendation !== 'APPROVE_WITH_CONDITIONS') return [];
  const named = draft.proposedConditions.filter((condition) => condition.trim().length > 3);
  return named.length > 0 && named.length === draft.proposedConditions.length
    ? []
    : [new DomainError('CONDITIONS_MISSING', {}, 'proposedConditions')];
}

/** Terms may be lower than asked for, never higher; a rejection may recommend nothing at all. */
function wrongTerms({ recommended, recommendation }: ReportDraft, { requested, rateCap, limits }: TermBounds): DomainError[] {
  const { amountFen, termMonths, annualRate } = recommended;
  const [amount, term] = ['recommended.amount', 'recommended.termMonths'];
  const found: DomainError[] = [];
  if (amountFen > requested.amountFen) found.push(new DomainError('TERMS_ABOVE_REQUEST', { what: 'amount' }, amount));
  if (termMonths > requested.termMonths) found.push(new DomainError('TERMS_ABOVE_REQUEST', { what: 'term' }, term));
  if (annualRate !== null && compareRates(parseRate(annualRate), parseRate(rateCap)) > 0) {
    found.push(new DomainError('RATE_ABOVE_CAP', { cap: rateCap }, 'recommended.annualRate'));
  }
  if (recommendation === 'REJECT') return found;
  if (amountFen < (limits?.minAmountFen ?? 1)) found.push(new DomainError('TERMS_OUTSIDE_PRODUCT', { what: 'amount' }, amount));
  if (termMonths < (limits?.minTermMonths ?? 1)) found.push(new DomainError('TERMS_OUTSIDE_PRODUCT', { what: 'term' }, term));
  return found;
}
