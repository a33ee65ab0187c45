// Every score and every decision once more from the stored rows: the facts that the checks recorded are those that were scored, the stored card gives the
// stored score, the report has the hash that the committee cites, and the votes give the result by the stored policy.
import { recheckDecision } from '@weilend/approval-service/domain/decision/recheck.js';
import { canonicalHash } from '@weilend/kernel';
import { scoringFactsOf } from '@weilend/risk-service/domain/checks/assessment.js';
import type { Investigation } from '@weilend/risk-service/domain/investigation/investigation.js';
import { recheckReport } from '@weilend/risk-service/domain/report/recheck-report.js';
import { hashOf } from '@weilend/risk-service/domain/report/risk-report.js';
import { hashOfCard, isReproduced } from '@weilend/risk-service/domain/scorecard/scorecards.js';
import type { ScorecardVersion } from '@weilend/risk-service/domain/scorecard/scorecard-version.js';
import type { StoredScore } from '@weilend/risk-service/domain/scorecard/scorecards.js';
import type { StoredDecision, StoredRows } from './stored-rows.ts';

export interface Difference {
  readonly about: string;
  readonly what: string;
}

export interface Rechecked {
  readonly scores: number;
  readonly reports: number;
  readonly decisions: number;
  readonly lines: number;
  readonly differences: readonly Difference[];
}

/** Recomputes everything; no difference when the rows are what the departments wrote. */
export function recheckRows(rows: StoredRows): Rechecked {
  const scored = rows.investigations.filter(({ score }) => score !== null);
  const ofScores = scored.flatMap((one) => scoreDifferences(one, rows));
  const reportLines = rows.reports.flatMap((report) =>
    recheckReport(report, cardOf(report.score, rows)).map((line) => ({ about: report.applicationId, ...line })),
  );
  const decisionLines = rows.decisions.flatMap((decision) => decisionLinesOf(decision, rows));
  const lines = [...reportLines, ...decisionLines];
  const failing = lines.filter(({ holds }) => !holds).map(({ about, check, detail }) => ({ about, what: `${check}: ${detail}` }));
  const apart = rows.decisions.flatMap((decision) => citationDifferences(decision, rows));
  const counted = { scores: scored.length, reports: rows.reports.length, decisions: rows.decisions.length };
  return { ...counted, lines: lines.length, differences: [...ofScores, ...failing, ...apart] };
}

function cardOf({ cardId, cardVersion }: StoredScore, { scorecards }: StoredRows): ScorecardVersion | null {
  return scorecards.find((card) => card.cardId === cardId && card.cardVersion === cardVersion) ?? null;
}

/** From the recorded checks over the scored facts to the score of the report. */
function scoreDifferences(investigation: Investigation, rows: StoredRows): Difference[] {
  const { applicationId: about, id, score } = investigation;
  if (!score) return [];
  const card = cardOf(score, rows);
  const report = rows.reports.findLast(({ investigationId }) => investigationId === id);
  const wrong: [boolean, string][] = [
    [canonicalHash(scoringFactsOf(investigation)) !== canonicalHash(score.inputs), 'the scored facts are not those that were recorded'],
    [card === null || !isReproduced(score, card.content), 'the stored card does not give the stored score'],
    [card !== null && hashOfCard(card.content) !== card.hash, 'the stored card is not as it was hashed'],
    [report !== undefined && canonicalHash(report.score) !== canonicalHash(score), 'the report has another score'],
  ];
  return wrong.filter(([is]) => is).map(([, what]) => ({ about, what }));
}

function decisionLinesOf(decision: StoredDecision, { cases, policies, terms }: StoredRows) {
  const approvalCase = cases.find(({ id }) => id === decision.caseId);
  if (!approvalCase) return [{ about: decision.applicationId, check: 'CASE', holds: false, detail: 'the case is gone' }];
  const policy = policies.find(({ policyVersion }) => policyVersion === decision.policyVersion) ?? null;
  return recheckDecision({ decision, approvalCase, policy, terms }).map((line) => ({ about: decision.applicationId, ...line }));
}

/** What the committee cites, against what risk keeps: two databases that know nothing of each other. */
function citationDifferences({ applicationId: about, caseId, report: cited }: StoredDecision, rows: StoredRows): Difference[] {
  const report = rows.reports.find(({ id }) => id === cited.reportId);
  if (!report) return [{ about, what: `risk has no report ${cited.reportId}` }];
  const card = cardOf(report.score, rows);
  const asked = rows.cases.find(({ id }) => id === caseId)?.asked;
  const { score } = report;
  const wrong: [boolean, string][] = [
    [hashOf(report) !== cited.reportHash || report.reportVersion !== cited.reportVersion, 'the cited hash is not that of the report'],
    [
      score.score !== cited.score || score.cardId !== cited.scorecardId || score.cardVersion !== cited.scorecardVersion,
      'the cited score is another',
    ],
    [card === null || hashOfCard(card.content) !== cited.scorecardHash, 'the cited scorecard is another'],
    [report.rating !== cited.rating || report.recommendation !== cited.recommendation, 'the cited rating or recommendation is another'],
    [canonicalHash(asked) !== canonicalHash(report.requested), 'the terms asked for are not those that were investigated'],
    [report.recommended.amountFen !== cited.recommendedAmountFen, 'the cited amount is another'],
  ];
  return wrong.filter(([is]) => is).map(([, what]) => ({ about, what }));
}
