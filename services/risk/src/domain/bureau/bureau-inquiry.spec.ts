import { describe, expect, it, test } from '@jest/globals';
import {
  answered,
  attemptBegun,
  attemptFailed,
  calledOff,
  findingOf,
  newInquiry,
  requestedFinding,
  requestIdFor,
  retried,
  reusing,
  waitsForPerson,
} from './bureau-inquiry.js';
import type { BureauInquiry } from './bureau-inquiry.js';
import { aReport } from './bureau-report.builder.js';
import { BUREAU_TROUBLES } from './bureau-trouble.js';
import type { BureauTrouble } from './bureau-trouble.js';

const start = new Date('2026-11-23T08:00:00Z');
const own = {
  ...{ id: 'biq_1', investigationId: 'inv_1', applicationId: 'app_1', customerId: 'cus_1', consentId: 'cns_1', purpose: 'loan' },
  ...{ identityIndex: 'bi1.person', maskedIdentity: '110105********002X', requestedBy: 'emp_1', requestedAt: start },
  dueAt: new Date('2026-11-23T12:00:00Z'),
};
const inquiry = newInquiry({ ...own, requestId: 'brq_1', identityNumber: '11010519491231002X', firstAttemptAt: start });
const report = aReport();
const retryAt = (waitMs: number): Date => new Date(start.getTime() + waitMs);
const plan = { firstPauseMs: 2_000, longestPauseMs: 300_000, mostAttempts: 8 };
const pace = { plan, spread: 1, retryAt };
const attempt = (one: BureauInquiry, code: BureauTrouble, atLeastMs = 0) =>
  attemptFailed(attemptBegun(one, retryAt(120_000)), { code, atLeastMs }, pace);
const afterFailures = (count: number): BureauInquiry =>
  Array.from({ length: count }).reduce<BureauInquiry>((one) => attempt(one, 'TIMED_OUT'), inquiry);
const illegal = expect.objectContaining({ code: 'ILLEGAL_TRANSITION' });

describe('[4.10] an inquiry', () => {
  test('is due at once, holds its person, and is answered once', () => {
    expect(inquiry).toMatchObject({ state: 'REQUESTED', attempts: 0, nextAttemptAt: start, pendingFor: 'bi1.person', reusedFrom: null });
    const begun = attemptBegun(inquiry, retryAt(120_000));
    expect(begun).toMatchObject({ attempts: 1, nextAttemptAt: retryAt(120_000) });
    const done = answered(begun, report, start);
    expect(done).toMatchObject({ state: 'ANSWERED', attempts: 1, report, nextAttemptAt: null, pendingFor: null });
    expect(() => answered(done, report, start)).toThrow(illegal);
    expect(() => retried(done, start)).toThrow(illegal);
    expect(() => calledOff(done, 'late')).toThrow(illegal);
    expect(() => attempt(done, 'REFUSED')).toThrow(illegal);
  });

  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [7, 128_000],
  ])('after %d failures waits %d ms and keeps request id and number', (failures, waitMs) => {
    expect(afterFailures(failures)).toMatchObject({
      ...{ state: 'REQUESTED', attempts: failures, nextAttemptAt: retryAt(waitMs), requestId: 'brq_1' },
      ...{ trouble: 'TIMED_OUT', identityNumber: '11010519491231002X' },
    });
  });

  test('after too many it waits for a person and nothing is lost; asked again by hand it goes on', () => {
    const stuck = afterFailures(8);
    expect(stuck).toMatchObject({
      state: 'REQUESTED',
      attempts: 8,
      nextAttemptAt: null,
      requestId: 'brq_1',
      identityNumber: expect.any(String),
    });
    expect(waitsForPerson(stuck)).toBe(true);
    expect(retried(stuck, start)).toMatchObject({ state: 'REQUESTED', nextAttemptAt: start, requestId: 'brq_1' });
    expect(answered(attemptBegun(retried(stuck, start), start), report, start)).toMatchObject({
      state: 'ANSWERED',
      trouble: null,
      attempts: 9,
    });
  });

  it.each<[BureauTrouble, Partial<BureauInquiry>]>([
    ['BUSY', { state: 'REQUESTED', attempts: 1, nextAttemptAt: retryAt(2_000), answersRefused: 0 }],
    ['OTHER_PERSON', { state: 'REQUESTED', attempts: 1, nextAttemptAt: null, answersRefused: 1 }],
    ['NOT_AUTHORISED', { state: 'REQUESTED', attempts: 1, nextAttemptAt: null, answersRefused: 0 }],
    ['BREAKER_OPEN', { state: 'REQUESTED', attempts: 0, nextAttemptAt: retryAt(2_000), answersRefused: 0 }],
    ['REFUSED', { state: 'FAILED', attempts: 1, nextAttemptAt: null, identityNumber: null, pendingFor: null }],
  ])('%s', (code, expected) => {
    expect(attempt(inquiry, code)).toMatchObject({ ...expected, trouble: code, report: null });
  });

  test('waits as long as the bureau asks', () => {
    expect(attempt(inquiry, 'BUSY', 100_000).nextAttemptAt).toEqual(retryAt(110_000));
  });

  it.each(BUREAU_TROUBLES)('[3.7] %s: what is written down is a sentence of ours', (code) => {
    const { failure } = attempt(inquiry, code);
    expect(failure).toMatch(/^[a-z]/);
    expect(failure).not.toMatch(/\d/);
  });

  it.each<[string, BureauInquiry]>([
    ['a refusal for good', attempt(inquiry, 'REFUSED')],
    ['called off', calledOff(inquiry, 'the customer withdrew')],
    ['an answer', answered(inquiry, report, start)],
  ])('[3.7] %s ends it and the number is forgotten', (_name, ended) => {
    expect(ended).toMatchObject({ identityNumber: null, nextAttemptAt: null, pendingFor: null });
    expect(waitsForPerson(ended)).toBe(false);
  });
});

describe('[4.10] asked anew after it was called off', () => {
  const sent = calledOff(attempt(inquiry, 'TIMED_OUT'), 'silence');
  it.each<[string, BureauInquiry, Partial<typeof own>, string | null]>([
    ['the same question keeps its request id', sent, {}, 'brq_1'],
    ['one that never left the house', calledOff(inquiry, 'a mistake'), {}, null],
    ['one that the bureau refused', attempt(inquiry, 'REFUSED'), {}, null],
    ['under another consent', sent, { consentId: 'cns_2' }, null],
    ['for another purpose', sent, { purpose: 'guarantee' }, null],
    ['about another person', sent, { identityIndex: 'bi1.other' }, null],
  ])('%s', (_name, before, change, expected) => {
    expect(requestIdFor(before, { ...own, ...change })).toBe(expected);
  });
});

describe('[4.10] using the report of an earlier inquiry', () => {
  const source = answered(attemptBegun(inquiry, start), report, start);
  const reuse = reusing(source, { ...own, id: 'biq_2', investigationId: 'inv_2', consentId: 'cns_2' });

  test('nothing is asked, nothing copied, and it says whose it is', () => {
    expect(reuse).toMatchObject({
      ...{ state: 'ANSWERED', reusedFrom: 'biq_1', requestId: 'brq_1', answeredAt: start, report: null, consentId: 'cns_2' },
      ...{ attempts: 0, nextAttemptAt: null, identityNumber: null, pendingFor: null },
    });
    expect(() => retried(reuse, start)).toThrow(illegal);
  });

  test('the investigation has the figures of the stored report', () => {
    const finding = findingOf(requestedFinding(reuse, 76), reuse, report);
    expect(finding).toMatchObject({
      inquiryId: 'biq_2',
      reused: true,
      state: 'ANSWERED',
      score: 700,
      figures: { debts: { openCredits: 1 } },
    });
  });
});

describe('[4.10] what the investigation keeps', () => {
  const finding = requestedFinding(inquiry, 76);

  test('before the answer nothing is known', () => {
    expect(finding).toMatchObject({
      ...{ state: 'REQUESTED', ageInYears: 76, score: null, currentSeriousDelinquency: null, openCredits: null },
      ...{ figures: null, reused: false },
    });
  });

  it.each<[string, BureauInquiry, object]>([
    [
      'an answer',
      answered(inquiry, report, start),
      { state: 'ANSWERED', score: 700, currentSeriousDelinquency: false, openCredits: 1, figures: { reportedOn: '2026-11-23' } },
    ],
    [
      'a refusal',
      attempt(inquiry, 'REFUSED'),
      { state: 'FAILED', score: null, currentSeriousDelinquency: null, openCredits: null, figures: null },
    ],
  ])('%s', (_name, ended, expected) => {
    expect(findingOf(finding, ended)).toMatchObject(expected);
  });
});
