import { hashOfCard, isByCard, isReproduced } from '../scorecard/scorecards.js';
import type { ScorecardVersion } from '../scorecard/scorecard-version.js';
import { hashOf } from './risk-report.js';
import type { RiskReport } from './risk-report.js';

// A final report can be checked by anybody at any time: its text has the hash that the committee cited, the scorecard is the one it names, and the score
// follows from the facts that stand in it. Each line says what was looked at and whether it holds; nothing is believed because somebody wrote it down.

export const REPORT_CHECKS = ['REPORT_HASH', 'SCORECARD_HASH', 'SCORE_REPLAY', 'RATING_NOT_MILDER'] as const;
export type ReportCheckName = (typeof REPORT_CHECKS)[number];

export interface ReportCheck {
  readonly check: ReportCheckName;
  readonly holds: boolean;
  readonly detail: string;
}

const RISK = { LOW: 0, MEDIUM: 1, HIGH: 2 } as const;

/** Every line of the check; `card` is the stored card that the score names, null when there is none. */
export function recheckReport(report: RiskReport, card: Pick<ScorecardVersion, 'content' | 'hash'> | null): ReportCheck[] {
  const { score } = report;
  const named = `${score.cardId} version ${score.cardVersion}`;
  const computed = hashOf(report);
  const isCard = card !== null && hashOfCard(card.content) === card.hash && isByCard(score, card.content);
  const isScore = card !== null && isReproduced(score, card.content);
  return [
    { check: 'REPORT_HASH', holds: computed === report.hash, detail: `version ${report.reportVersion}, SHA-256 ${computed}` },
    {
      check: 'SCORECARD_HASH',
      holds: isCard,
      detail: card ? `${named}, SHA-256 ${hashOfCard(card.content)}` : `${named} is not on record`,
    },
    { check: 'SCORE_REPLAY', holds: isScore, detail: `${score.score} points, ${score.rating}, ${score.recommendation}` },
    {
      check: 'RATING_NOT_MILDER',
      holds: RISK[report.rating] >= RISK[score.rating],
      detail: `the report rates ${report.rating}, the scorecard ${score.rating}`,
    },
  ];
}
