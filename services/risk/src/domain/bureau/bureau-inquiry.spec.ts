import { describe, expect, it, test } from '@jest/globals';
import { abandoned, answered, attemptFailed, findingOf, newInquiry, requestedFinding } from './bureau-inquiry.js';
import type { BureauInquiry, BureauReport } from './bureau-inquiry.js';

const start = new Date('2026-11-23T08:00:00Z');
const inquiry = newInquiry({
  ...{
    id: 'biq_1',
    requestId: 'brq_1',
    investigationId: 'inv_1',
    applicationId: 'app_1',
    customerId: 'cus_1',
    consentId: 'cns_1',
    purpose: 'loan',
  },
  ...{
    identityNumber: '11010519491231002X',
    maskedIdentity: '110105********002X',
    requestedBy: 'emp_1',
    requestedAt: start,
    firstAttemptAt: start,
  },
});
const report: BureauReport = {
  score: 700,
  currentSeriousDelinquency: false,
  delinquenciesIn24Months: 0,
  openCredits: 1,
  inquiriesIn6Months: 0,
  reportedOn: '2026-11-23',
};
const retryAt = (waitMs: number): Date => new Date(start.getTime() + waitMs);
const silence = { text: 'no answer', final: false };
const afterFailures = (count: number): BureauInquiry =>
  Array.from({ length: count }).reduce<BureauInquiry>((one) => attemptFailed(one, silence, retryAt), inquiry);

describe('[4.10] an inquiry', () => {
  test('is due at once and answered once', () => {
    expect(inquiry).toMatchObject({ state: 'REQUESTED', attempts: 0, nextAttemptAt: start });
    const done = answered(inquiry, report, start);
    expect(done).toMatchObject({ state: 'ANSWERED', attempts: 1, report, nextAttemptAt: null });
    expect(() => answered(done, report, start)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    expect(() => attemptFailed(done, { text: 'late', final: true }, retryAt)).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });

  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [7, 128_000],
  ])('after %d failures waits %d ms and keeps the request id', (failures, waitMs) => {
    expect(afterFailures(failures)).toMatchObject({
      state: 'REQUESTED',
      attempts: failures,
      nextAttemptAt: retryAt(waitMs),
      requestId: 'brq_1',
    });
  });

  it.each<[string, BureauInquiry]>([
    ['too many failures', afterFailures(8)],
    ['a refusal for good', attemptFailed(inquiry, { text: 'refused', final: true }, retryAt)],
    ['called off', abandoned(inquiry, 'the customer withdrew')],
  ])('[3.7] %s ends it and the number is forgotten', (_name, ended) => {
    expect(ended).toMatchObject({ state: 'FAILED', identityNumber: null, nextAttemptAt: null, report: null });
  });

  test('[3.7] an answer makes the number superfluous', () => {
    expect(answered(inquiry, report, start).identityNumber).toBeNull();
  });
});

describe('[4.10] what the investigation keeps', () => {
  const finding = requestedFinding(inquiry, 76);

  test('before the answer nothing is known', () => {
    expect(finding).toMatchObject({ state: 'REQUESTED', ageInYears: 76, score: null, currentSeriousDelinquency: null, openCredits: null });
  });

  it.each<[string, BureauInquiry, object]>([
    ['an answer', answered(inquiry, report, start), { state: 'ANSWERED', score: 700, currentSeriousDelinquency: false, openCredits: 1 }],
    ['a failure', afterFailures(8), { state: 'FAILED', score: null, currentSeriousDelinquency: null, openCredits: null }],
  ])('%s', (_name, ended, expected) => {
    expect(findingOf(finding, ended)).toMatchObject(expected);
  });
});
