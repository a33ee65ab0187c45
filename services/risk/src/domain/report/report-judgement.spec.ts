import { describe, expect, it, test } from '@jest/globals';
import type { Investigation } from '../investigation/investigation.js';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import { goodDraft } from './report.builder.js';
import { pointsToRework, requireAnswered, requireMatrixRating, reworkOf, termsReasonOf } from './report-judgement.js';
import type { ReportDraft } from './risk-report.js';

const terms = { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const at = new Date('2026-11-23T08:00:00Z');
const figures = { declaredIncomeFen: 900, verifiedIncomeFen: 100, livingCostFen: null, debtServiceFen: null };
const contradicted = { bureau: null, dataAnalyses: [{ facts: NO_FACTS, figures }], contradictionAnswers: [] } as unknown as Investigation;
const agreed = { ...contradicted, dataAnalyses: [] } as Investigation;
const returned = (...reasons: string[]) => ({ committeeReturns: [{ at, reasons }] });

describe('[4.9] nobody approves over a grave contradiction', () => {
  test('APPROVE is refused, with its name', () => {
    expect(() => requireAnswered(contradicted, 'APPROVE')).toThrow(
      expect.objectContaining({ code: 'CONTRADICTION_UNANSWERED', data: { code: 'INCOME_OVERSTATED' } }),
    );
  });

  it.each(['APPROVE_WITH_CONDITIONS', 'REJECT', 'REFER'] as const)('it may stay with %s', (recommendation) => {
    expect(() => requireAnswered(contradicted, recommendation)).not.toThrow();
  });

  test('without one nothing is refused', () => {
    expect(() => requireAnswered(agreed, 'APPROVE')).not.toThrow();
  });
});

describe('[4.11] the rating matrix', () => {
  it.each([
    ['LOW', 'MEDIUM'],
    ['LOW', 'HIGH'],
    ['MEDIUM', 'HIGH'],
  ] as const)('%s is refused where it says %s', (rating, least) => {
    expect(() => requireMatrixRating(rating, least)).toThrow(
      expect.objectContaining({ code: 'RATING_BELOW_MATRIX', data: { least, rating } }),
    );
  });

  it.each([
    ['LOW', 'LOW'],
    ['HIGH', 'LOW'],
    ['MEDIUM', 'MEDIUM'],
  ] as const)('%s is taken where it says %s', (rating, least) => {
    expect(() => requireMatrixRating(rating, least)).not.toThrow();
  });
});

describe('[4.11] other terms have their reason', () => {
  const draft = (change: Partial<ReportDraft>): ReportDraft => ({ ...goodDraft, ...change });
  const less = { recommended: { amountFen: 200_000, termMonths: 12, annualRate: null } };
  const cheaper = { recommended: { amountFen: 300_000, termMonths: 12, annualRate: '0.1' } };
  const shorter = { recommended: { amountFen: 300_000, termMonths: 6, annualRate: null } };
  const why = 'the income carries no more';

  it.each<[string, Partial<ReportDraft>, string | null]>([
    ['as asked for', {}, null],
    ['as asked for, with a word on it', { termsReason: why }, why],
    ['the rate asked for, spelled out', { recommended: { amountFen: 300_000, termMonths: 12, annualRate: '0.12' } }, null],
    ['less', { ...less, termsReason: why }, why],
    ['less, by the reason of the recommendation', { ...less, recommendationReason: why }, why],
    ['nothing, with a rejection', { ...less, recommendation: 'REJECT' }, null],
  ])('takes %s', (_name, change, expected) => {
    expect(termsReasonOf(draft(change), terms)).toBe(expected);
  });

  it.each<[string, Partial<ReportDraft>, string]>([
    ['less', less, 'TERMS_REASON_MISSING'],
    ['shorter', shorter, 'TERMS_REASON_MISSING'],
    ['another rate', cheaper, 'TERMS_REASON_MISSING'],
    ['less, in a letter', { ...less, termsReason: 'x' }, 'TERMS_REASON_MISSING'],
    ['less, with blanks', { ...less, termsReason: '      ' }, 'TERMS_REASON_MISSING'],
    ['[3.7] less, with a number', { ...less, termsReason: 'says 13800001111' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s without a reason', (_name, change, code) => {
    expect(() => termsReasonOf(draft(change), terms)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.11] what the committee wants looked at again', () => {
  it.each<[string, Pick<Investigation, 'committeeReturns'>, string[]]>([
    ['nothing was returned', { committeeReturns: [] }, []],
    ['the reasons', returned('MORE_WORK', 'a second visit', 'the lease'), ['a second visit', 'the lease']],
    ['the code when there are no reasons', returned('REPORT_INCOMPLETE'), ['REPORT_INCOMPLETE']],
    [
      'the last return only',
      { committeeReturns: [...returned('A', 'old').committeeReturns, ...returned('B', 'new').committeeReturns] },
      ['new'],
    ],
  ])('%s', (_name, of, points) => {
    expect(pointsToRework(of.committeeReturns)).toEqual(points);
  });

  test('each point has its finding', () => {
    expect(reworkOf(returned('MORE_WORK', 'the lease'), ['it runs until 2028'])).toEqual([
      { asked: 'the lease', found: 'it runs until 2028' },
    ]);
  });

  it.each<[string, string[], string]>([
    ['nothing', [], 'REWORK_MISSING'],
    ['one of two', ['it runs until 2028'], 'REWORK_MISSING'],
    ['an empty one', ['it runs until 2028', ' '], 'REWORK_MISSING'],
    ['[3.7] a number', ['it runs until 2028', 'ask 13800001111'], 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s', (_name, found, code) => {
    expect(() => reworkOf(returned('MORE_WORK', 'the lease', 'a second visit'), found)).toThrow(expect.objectContaining({ code }));
  });
});
