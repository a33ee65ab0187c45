import { describe, expect, it, test } from '@jest/globals';
import type { DomainErrors } from '@weilend/kernel';
import type { StoredScore } from '../scorecard/scorecards.js';
import { completeFile, goodDraft } from './report.builder.js';
import { checkDraft, finalReport, hashOf } from './risk-report.js';
import type { ReportContent, ReportDraft, TermBounds } from './risk-report.js';

const requested = { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const bounds: TermBounds = { requested, rateCap: '0.24', limits: { minAmountFen: 100_000, minTermMonths: 3 } };
const draft = (change: Partial<ReportDraft>): ReportDraft => ({ ...goodDraft, ...change });
const terms = (change: Partial<ReportDraft['recommended']>) => ({ recommended: { ...goodDraft.recommended, ...change } });

describe('[4.9] three mandatory sections and the five Cs', () => {
  it.each<[string, Partial<ReportDraft>]>([
    ['as asked for', {}],
    ['less than asked for', terms({ amountFen: 200_000, termMonths: 6, annualRate: '0.24' })],
    ['nothing, with a rejection', { recommendation: 'REJECT', ...terms({ amountFen: 0, termMonths: 0 }) }],
    ['conditions', { recommendation: 'APPROVE_WITH_CONDITIONS', proposedConditions: ['a guarantor'] }],
  ])('takes %s', (_name, change) => {
    expect(() => checkDraft(draft(change), bounds)).not.toThrow();
  });

  it.each<[string, Partial<ReportDraft>, string, string]>([
    [
      'no truth of information',
      { sections: { ...goodDraft.sections, truthOfInformation: '' } },
      'SECTION_MISSING',
      'sections.truthOfInformation',
    ],
    [
      'no repayment ability',
      { sections: { ...goodDraft.sections, repaymentAbility: 'fine' } },
      'SECTION_MISSING',
      'sections.repaymentAbility',
    ],
    [
      'blank credit standing',
      { sections: { ...goodDraft.sections, creditStanding: ' '.repeat(20) } },
      'SECTION_MISSING',
      'sections.creditStanding',
    ],
    [
      '[3.7] a number in a section',
      { sections: { ...goodDraft.sections, creditStanding: 'id 11010519491231002X' } },
      'PERSONAL_NUMBER_IN_TEXT',
      'creditStanding',
    ],
    ['no character', { fiveC: { ...goodDraft.fiveC, character: '' } }, 'FIVE_C_MISSING', 'fiveC.character'],
    ['no collateral', { fiveC: { ...goodDraft.fiveC, collateral: ' ' } }, 'FIVE_C_MISSING', 'fiveC.collateral'],
    ['[4.13] conditions without any', { recommendation: 'APPROVE_WITH_CONDITIONS' }, 'CONDITIONS_MISSING', 'proposedConditions'],
    [
      '[4.13] an empty condition',
      { recommendation: 'APPROVE_WITH_CONDITIONS', proposedConditions: ['a guarantor', ''] },
      'CONDITIONS_MISSING',
      'proposedConditions',
    ],
    ['more than asked for', terms({ amountFen: 300_001 }), 'TERMS_ABOVE_REQUEST', 'recommended.amount'],
    ['longer than asked for', terms({ termMonths: 13 }), 'TERMS_ABOVE_REQUEST', 'recommended.termMonths'],
    ['a rate above the cap', terms({ annualRate: '0.240000000001' }), 'RATE_ABOVE_CAP', 'recommended.annualRate'],
    ['less than the product lends', terms({ amountFen: 99_999 }), 'TERMS_OUTSIDE_PRODUCT', 'recommended.amount'],
    ['shorter than the product lends', terms({ termMonths: 2 }), 'TERMS_OUTSIDE_PRODUCT', 'recommended.termMonths'],
  ])('refuses %s', (_name, change, code, field) => {
    expect(() => checkDraft(draft(change), bounds)).toThrow(expect.objectContaining({ code, field }));
  });

  test('an unknown product refuses nothing but nothing at all', () => {
    const unknown = { ...bounds, limits: null };
    expect(() => checkDraft(draft(terms({ amountFen: 1, termMonths: 1 })), unknown)).not.toThrow();
    expect(() => checkDraft(draft(terms({ amountFen: 0 })), unknown)).toThrow(expect.objectContaining({ code: 'TERMS_OUTSIDE_PRODUCT' }));
  });

  test('every mistake in one answer', () => {
    try {
      checkDraft(
        draft({ sections: { truthOfInformation: '', repaymentAbility: '', creditStanding: '' }, ...terms({ amountFen: 999_999 }) }),
        bounds,
      );
      throw new Error('the draft was taken');
    } catch (error) {
      expect((error as DomainErrors).all.map((one) => one.code)).toEqual([
        'SECTION_MISSING',
        'SECTION_MISSING',
        'SECTION_MISSING',
        'TERMS_ABOVE_REQUEST',
      ]);
    }
  });
});

describe('[4.11] the hash covers the whole report', () => {
  const content: ReportContent = {
    ...goodDraft,
    ...{ investigationId: 'inv_1', applicationId: 'app_1', reportVersion: 1, requested, score: completeFile().score as StoredScore },
    ...{ contradictions: [], waivers: [], exposure: { loanCount: 0, disbursedFen: 0 }, investigatorIds: ['emp_1', 'emp_2'] },
    ...{ finalisedBy: 'emp_1', finalisedAt: new Date('2026-11-23T08:00:00Z') },
  };
  const report = finalReport('rep_1', content);

  test('the same content gives the same hash, whatever the order of its members', () => {
    expect(report.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(Object.fromEntries(Object.entries(content).reverse()) as unknown as ReportContent)).toBe(report.hash);
  });

  const changes: Record<keyof ReportContent, unknown> = {
    sections: { ...content.sections, creditStanding: 'Changed afterwards.' },
    fiveC: { ...content.fiveC, character: 'doubtful' },
    recommended: { ...content.recommended, amountFen: 299_999 },
    rating: 'MEDIUM',
    recommendation: 'REJECT',
    recommendationReason: 'changed',
    proposedConditions: ['changed'],
    investigationId: 'inv_2',
    applicationId: 'app_2',
    reportVersion: 2,
    requested: { ...requested, termMonths: 11 },
    score: { ...content.score, score: 1 },
    contradictions: [{ code: 'AGE_DIFFERS', stated: '1', found: '2' }],
    waivers: [{ method: 'DATA_ANALYSIS', reason: 'x', waivedBy: 'emp_1', waivedAt: new Date(0) }],
    exposure: { loanCount: 1, disbursedFen: 1 },
    judgement: { leastRating: 'HIGH' },
    investigatorIds: ['emp_1', 'emp_3'],
    finalisedBy: 'emp_2',
    finalisedAt: new Date('2026-11-23T08:00:01Z'),
  };
  it.each(Object.keys(changes) as (keyof ReportContent)[])('another %s gives another hash', (member) => {
    expect(hashOf({ ...content, [member]: changes[member] })).not.toBe(report.hash);
  });
});
