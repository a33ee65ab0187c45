import type { Investigation } from '../investigation/investigation.js';
import { currentCard, scoreAndKeep } from '../scorecard/scorecards.js';
import { realApplications } from '../scorecard/__cases__/real-applications.cases.js';
import type { Recommendation } from '../scorecard/scorecard.js';
import type { ReportDraft } from './risk-report.js';

/** What two investigators write about a good customer. */
export const goodDraft: ReportDraft = {
  sections: {
    truthOfInformation: 'Statements and documents agree.',
    repaymentAbility: 'The income covers it.',
    creditStanding: 'No overdue debt.',
  },
  fiveC: { character: 'reliable', capacity: 'good', capital: 'own shop', collateral: 'none', conditions: 'stable' },
  recommended: { amountFen: 300_000, termMonths: 12, annualRate: null },
  rating: 'LOW',
  recommendation: 'APPROVE',
  recommendationReason: null,
  proposedConditions: [],
};

/** A complete file whose score recommends this. */
export function completeFile(recommendation: Exclude<Recommendation, 'REFER'> = 'APPROVE'): Investigation {
  const facts = realApplications.find((one) => one[4] === recommendation)?.[1];
  return {
    investigatorIds: ['emp_1', 'emp_2'],
    siteVisits: [{}],
    phoneVerifications: [{}],
    bureau: { state: 'ANSWERED' },
    dataAnalyses: [{}],
    waivers: [],
    score: facts ? scoreAndKeep(facts, currentCard, new Date('2026-11-23T08:00:00Z')) : null,
  } as unknown as Investigation;
}
