import { describe, expect, it, test } from '@jest/globals';
import type { DomainErrors } from '@weilend/kernel';
import { currentCard, scoreAndKeep } from '../scorecard/scorecards.js';
import type { Investigation } from '../investigation/investigation.js';
import type { StoredScore } from '../scorecard/scorecards.js';
import { completeFile, goodDraft } from './report.builder.js';
import { requireCompleteFile, requireNotMilder } from './report-gate.js';
import type { ReportDraft } from './risk-report.js';

const file = (change: object = {}): Investigation => ({ ...completeFile(), ...change }) as Investigation;

describe('[G3] a complete file', () => {
  it.each([
    ['all four methods', {}],
    ['the telephone waived', { phoneVerifications: [], waivers: [{ method: 'PHONE_VERIFICATION', state: 'APPROVED' }] }],
    ['several visits', { siteVisits: [{}, {}] }],
  ])('passes: %s', (_name, change) => {
    expect(() => requireCompleteFile(file(change))).not.toThrow();
  });

  it.each<[string, object, string, string | undefined]>([
    ['no investigators', { investigatorIds: [] }, 'INVESTIGATORS_MISSING', undefined],
    ['one investigator', { investigatorIds: ['emp_1'] }, 'INVESTIGATORS_MISSING', undefined],
    ['the same twice', { investigatorIds: ['emp_1', 'emp_1'] }, 'INVESTIGATORS_MISSING', undefined],
    ['no site visit', { siteVisits: [] }, 'SITE_VISIT_MISSING', undefined],
    ['a site visit waived behind the gate', { siteVisits: [], waivers: [] }, 'SITE_VISIT_MISSING', undefined],
    [
      'a waiver that nobody agreed to',
      { phoneVerifications: [], waivers: [{ method: 'PHONE_VERIFICATION', state: 'REQUESTED' }] },
      'CHECK_MISSING',
      'PHONE_VERIFICATION',
    ],
    [
      'a waiver that was refused',
      { dataAnalyses: [], waivers: [{ method: 'DATA_ANALYSIS', state: 'REFUSED' }] },
      'CHECK_MISSING',
      'DATA_ANALYSIS',
    ],
    ['no telephone', { phoneVerifications: [] }, 'CHECK_MISSING', 'PHONE_VERIFICATION'],
    ['no analysis', { dataAnalyses: [] }, 'CHECK_MISSING', 'DATA_ANALYSIS'],
    ['no bureau', { bureau: null }, 'CHECK_MISSING', 'BUREAU_INQUIRY'],
    ['a bureau that is still asked', { bureau: { state: 'REQUESTED' } }, 'CHECK_MISSING', 'BUREAU_INQUIRY'],
    ['a bureau that failed', { bureau: { state: 'FAILED' } }, 'CHECK_MISSING', 'BUREAU_INQUIRY'],
  ])('refuses: %s', (_name, change, code, check) => {
    expect(() => requireCompleteFile(file(change))).toThrow(expect.objectContaining({ code, data: check ? { check } : {} }));
  });

  test('names everything that is missing at once', () => {
    try {
      requireCompleteFile(file({ investigatorIds: [], siteVisits: [], bureau: null }));
      throw new Error('the gate stood open');
    } catch (error) {
      expect((error as DomainErrors).all.map((one) => one.code)).toEqual(['INVESTIGATORS_MISSING', 'SITE_VISIT_MISSING', 'CHECK_MISSING']);
    }
  });
});

describe('[G3] never milder than the scorecard', () => {
  const draft = (change: Partial<ReportDraft>): ReportDraft => ({ ...goodDraft, ...change });
  const conditional = completeFile('APPROVE_WITH_CONDITIONS');
  const rejected = completeFile('REJECT');
  const referred = file({
    score: scoreAndKeep({ ...(completeFile().score as StoredScore).inputs, savings: null }, currentCard, new Date(0)),
  });

  it.each<[string, Investigation, Partial<ReportDraft>]>([
    ['as scored', file(), {}],
    ['stricter with a reason', file(), { recommendation: 'REJECT', rating: 'HIGH', recommendationReason: 'the shop is closing' }],
    [
      'conditions instead of approval, with a reason',
      file(),
      { recommendation: 'APPROVE_WITH_CONDITIONS', recommendationReason: 'a new trade' },
    ],
    ['a rejection as scored, with its reason', rejected, { recommendation: 'REJECT', rating: 'HIGH', recommendationReason: 'the score' }],
    ['referred as scored', referred, { recommendation: 'REFER', rating: 'MEDIUM' }],
  ])('passes: %s', (_name, investigation, change) => {
    expect(() => requireNotMilder(investigation, draft(change), currentCard)).not.toThrow();
  });

  it.each<[string, Investigation, Partial<ReportDraft>, string]>([
    ['approval of a conditional score', conditional, {}, 'RECOMMENDATION_MILDER'],
    ['approval of a rejection', rejected, { rating: 'HIGH' }, 'RECOMMENDATION_MILDER'],
    ['conditions for a rejection', rejected, { rating: 'HIGH', recommendation: 'APPROVE_WITH_CONDITIONS' }, 'RECOMMENDATION_MILDER'],
    ['approval where a fact is missing', referred, { rating: 'MEDIUM' }, 'RECOMMENDATION_MILDER'],
    ['a better rating', conditional, { recommendation: 'APPROVE_WITH_CONDITIONS', rating: 'LOW' }, 'RATING_MILDER'],
    ['a rejection without a reason', rejected, { recommendation: 'REJECT', rating: 'HIGH' }, 'RECOMMENDATION_REASON_MISSING'],
    ['a departure without a reason', file(), { recommendation: 'REFER' }, 'RECOMMENDATION_REASON_MISSING'],
    ['a worse rating without a reason', file(), { rating: 'HIGH' }, 'RECOMMENDATION_REASON_MISSING'],
    ['[3.7] a number in the reason', file(), { rating: 'HIGH', recommendationReason: 'owner of 13800001111' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses: %s', (_name, investigation, change, code) => {
    expect(() => requireNotMilder(investigation, draft(change), currentCard)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['never scored', file({ score: null })],
    ['a score that was tampered with', file({ score: { ...completeFile('REJECT').score, recommendation: 'APPROVE', rating: 'LOW' } })],
  ])('[4.11] %s is a bug, not a report', (_name, investigation) => {
    expect(() => requireNotMilder(investigation, goodDraft, currentCard)).toThrow(expect.objectContaining({ name: 'InvariantViolation' }));
  });
});
