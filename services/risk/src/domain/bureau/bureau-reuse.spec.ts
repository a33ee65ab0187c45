import { describe, expect, it } from '@jest/globals';
import { aReport } from './bureau-report.builder.js';
import { consentToReuse } from './bureau-reuse.js';
import type { ReuseWanted } from './bureau-reuse.js';

const consent = {
  consentId: 'cns_2',
  kind: 'CREDIT_INQUIRY',
  purpose: 'Loan Application',
  validUntil: '2999-12-31',
  evidenceHash: 'a'.repeat(64),
};
const stored = { report: aReport(), answeredAt: new Date('2026-11-01T08:00:00Z'), purpose: 'loan application' };
const wanted: ReuseWanted = { inForce: [consent], purpose: null, today: '2026-11-23' as ReuseWanted['today'], validDays: 30 };
const on = (today: string) => ({ today: today as ReuseWanted['today'] });

describe('[4.10] a stored report may be used', () => {
  it.each<[string, Partial<typeof stored>, Partial<ReuseWanted>]>([
    ['while it is fresh', {}, {}],
    ['on the day of the answer', {}, on('2026-11-01')],
    ['on its last day', {}, on('2026-12-01')],
    ['by the business date of the answer, not that of Greenwich', { answeredAt: new Date('2026-11-01T17:00:00Z') }, on('2026-12-02')],
    ['for no day more than today', { answeredAt: new Date('2026-11-23T00:00:00Z') }, { validDays: 0 }],
    ['for the purpose that is named', {}, { purpose: ' LOAN application' }],
    ['under the one of two consents that covers it', {}, { inForce: [{ ...consent, consentId: 'cns_1', purpose: 'guarantee' }, consent] }],
  ])('%s', (_name, source, change) => {
    expect(consentToReuse({ ...stored, ...source }, { ...wanted, ...change })?.consentId).toBe('cns_2');
  });
});

describe('[G2] it may not be used, and the bureau is asked', () => {
  it.each<[string, Partial<{ [K in keyof typeof stored]: (typeof stored)[K] | null }>, Partial<ReuseWanted>]>([
    ['the day after its last', {}, on('2026-12-02')],
    ['yesterday, when none is kept', { answeredAt: new Date('2026-11-22T00:00:00Z') }, { validDays: 0 }],
    ['without a consent in force', {}, { inForce: [] }],
    ['when the consent is for another purpose', {}, { inForce: [{ ...consent, purpose: 'guarantee' }] }],
    ['when another purpose is named', {}, { purpose: 'guarantee', inForce: [consent, { ...consent, purpose: 'guarantee' }] }],
    ['when it was asked for another purpose', { purpose: 'guarantee' }, {}],
    ['without a report', { report: null }, {}],
    ['unanswered', { answeredAt: null }, {}],
  ])('%s', (_name, source, change) => {
    expect(consentToReuse({ ...stored, ...source } as typeof stored, { ...wanted, ...change })).toBeNull();
  });
});
