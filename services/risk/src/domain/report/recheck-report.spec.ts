import { describe, expect, it, test } from '@jest/globals';
import { currentCard, hashOfCard } from '../scorecard/scorecards.js';
import type { StoredScore } from '../scorecard/scorecards.js';
import { recheckReport } from './recheck-report.js';
import { completeFile, goodDraft } from './report.builder.js';
import { finalReport } from './risk-report.js';
import type { RiskReport } from './risk-report.js';

const score = completeFile('APPROVE').score as StoredScore;
const report = finalReport('rep_1', {
  ...goodDraft,
  ...{ investigationId: 'inv_1', applicationId: 'app_1', reportVersion: 1, score, contradictions: [], waivers: [] },
  requested: { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' },
  exposure: { loanCount: 0, disbursedFen: 0 },
  investigatorIds: ['emp_1', 'emp_2'],
  finalisedBy: 'emp_1',
  finalisedAt: new Date('2026-11-23T08:00:00Z'),
});
const card = { content: currentCard, hash: hashOfCard(currentCard) };
const failing = (changed: RiskReport, by: typeof card | null = card) =>
  recheckReport(changed, by)
    .filter(({ holds }) => !holds)
    .map(({ check }) => check);

describe('[4.11] a final report checked once more', () => {
  test('everything holds of a report as it was written, and each line says what it saw', () => {
    const lines = recheckReport(report, card);
    expect(lines.map(({ holds }) => holds)).toEqual([true, true, true, true]);
    expect(lines.map(({ detail }) => detail)).toEqual([
      expect.stringContaining(report.hash),
      expect.stringContaining(card.hash),
      expect.stringContaining(`${score.score} points`),
      expect.stringContaining('LOW'),
    ]);
  });

  it.each<[string, Partial<RiskReport>, readonly string[]]>([
    ['a word of a section', { sections: { ...report.sections, creditStanding: 'No overdue debts.' } }, ['REPORT_HASH']],
    ['another recommendation', { recommendation: 'APPROVE_WITH_CONDITIONS' }, ['REPORT_HASH']],
    ['another amount', { recommended: { ...report.recommended, amountFen: 300_001 } }, ['REPORT_HASH']],
    ['another person', { investigatorIds: ['emp_1', 'emp_3'] }, ['REPORT_HASH']],
    ['another hash', { hash: 'f'.repeat(64) }, ['REPORT_HASH']],
    ['another score', { score: { ...score, score: score.score + 1 } }, ['REPORT_HASH', 'SCORE_REPLAY']],
    ['a fact of the score', { score: { ...score, inputs: { ...score.inputs, savings: null } } }, ['REPORT_HASH', 'SCORE_REPLAY']],
    ['a score by another card', { score: { ...score, cardVersion: 1 } }, ['REPORT_HASH', 'SCORECARD_HASH', 'SCORE_REPLAY']],
    ['a rating milder than the card', { score: { ...score, rating: 'HIGH' } }, ['REPORT_HASH', 'SCORE_REPLAY', 'RATING_NOT_MILDER']],
  ])('%s is noticed', (_name, change, checks) => {
    expect(failing({ ...report, ...change })).toEqual(checks);
  });

  it.each<[string, typeof card | null, readonly string[]]>([
    ['a card that is not on record', null, ['SCORECARD_HASH', 'SCORE_REPLAY']],
    ['a card that was changed', { ...card, content: { ...currentCard, knockOuts: [] } }, ['SCORECARD_HASH', 'SCORE_REPLAY']],
    ['a card whose hash was changed', { ...card, hash: 'f'.repeat(64) }, ['SCORECARD_HASH']],
  ])('%s is noticed', (_name, by, checks) => {
    expect(failing(report, by)).toEqual(checks);
  });
});
