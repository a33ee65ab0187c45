import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { consentsInForce, missingConsents, validUntilOf } from './consent.js';
import type { Consent, ConsentKind } from './consent.js';

const today = parseLocalDate('2026-11-23');
const consent = (kind: ConsentKind, from = '2026-11-01', until = '2026-12-01'): Consent => ({
  id: `cns_${kind}`,
  kind,
  purpose: '贷款申请',
  textVersion: '1',
  fileId: 'fil_1',
  evidenceHash: 'a'.repeat(64),
  givenOn: parseLocalDate(from),
  validUntil: parseLocalDate(until),
});
const both = [consent('PERSONAL_DATA'), consent('CREDIT_INQUIRY')];
const missing = (consents: readonly Consent[]) => missingConsents(consents, today).map((refusal) => refusal.data['kind']);

test('a consent of 180 days is good through its last day', () => {
  expect(validUntilOf(today, 180)).toBe('2027-05-22');
  expect(consentsInForce([consent('MARKETING', '2026-11-23', '2026-11-23')], today)).toHaveLength(1);
});

test.each([
  ['nothing', [], ['PERSONAL_DATA', 'CREDIT_INQUIRY']],
  ['only marketing', [consent('MARKETING')], ['PERSONAL_DATA', 'CREDIT_INQUIRY']],
  ['no credit inquiry', [consent('PERSONAL_DATA'), consent('CREDIT_REPORTING')], ['CREDIT_INQUIRY']],
  ['one that ran out yesterday', [consent('PERSONAL_DATA'), consent('CREDIT_INQUIRY', '2026-01-01', '2026-11-22')], ['CREDIT_INQUIRY']],
  ['one that begins tomorrow', [consent('CREDIT_INQUIRY'), consent('PERSONAL_DATA', '2026-11-24', '2027-01-01')], ['PERSONAL_DATA']],
])('[G1] %s is not enough', (_title, consents, kinds) => {
  expect(missing(consents)).toEqual(kinds);
});

test('[G1] both consents in force are enough, whatever else ran out', () => {
  expect(missing([...both, consent('CREDIT_INQUIRY', '2020-01-01', '2020-06-01')])).toEqual([]);
});
