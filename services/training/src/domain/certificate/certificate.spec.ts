import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { recordCertificate, reminderDue, renewCertificate } from './certificate.js';
import type { CertificateFacts } from './certificate.js';

const today = parseLocalDate('2026-03-02');
const facts: CertificateFacts = {
  ...{ id: 'ctf_1', employeeId: 'emp_a', sessionId: null, title: '信贷从业资格', institution: ' 银行业协会 ', number: 'ab-2026 / 001' },
  ...{ issuedOn: parseLocalDate('2026-02-01'), expiresOn: parseLocalDate('2028-02-01'), fileId: null, recordedBy: 'emp_m' },
  recordedAt: new Date('2026-03-02T02:00:00Z'),
};
const certificate = recordCertificate(facts, today);

describe('[6.4] what an institution has certified', () => {
  test('a number is the same however it is typed', () => {
    expect(certificate).toMatchObject({ number: 'AB-2026/001', institution: '银行业协会', state: 'VALID', remindedDays: null });
  });

  test.each<[string, Partial<CertificateFacts>, string]>([
    ['a number too short', { number: 'A1' }, 'CERTIFICATE_NUMBER_INVALID'],
    ['a number of other signs', { number: 'A1$%^' }, 'CERTIFICATE_NUMBER_INVALID'],
    ['no number', { number: '   ' }, 'CERTIFICATE_NUMBER_INVALID'],
    ['a number without end', { number: 'A'.repeat(61) }, 'CERTIFICATE_NUMBER_INVALID'],
    ['no institution', { institution: ' ' }, 'CERTIFICATE_INSTITUTION_MISSING'],
    ['no title', { title: '' }, 'CERTIFICATE_TITLE_MISSING'],
    ['issued tomorrow', { issuedOn: parseLocalDate('2026-03-03') }, 'CERTIFICATE_DATES_INVALID'],
    ['run out on the day of issue', { expiresOn: facts.issuedOn }, 'CERTIFICATE_DATES_INVALID'],
    ['run out before it was issued', { expiresOn: parseLocalDate('2026-01-31') }, 'CERTIFICATE_DATES_INVALID'],
  ])('refused: %s', (_name, change, code) => {
    expect(() => recordCertificate({ ...facts, ...change }, today)).toThrow(code);
  });

  test('renewed by a newer one of the same person, once', () => {
    const renewed = renewCertificate(certificate, { id: 'ctf_2', employeeId: 'emp_a' });
    expect(renewed).toMatchObject({ state: 'RENEWED', renewedById: 'ctf_2' });
    expect(() => renewCertificate(renewed, { id: 'ctf_3', employeeId: 'emp_a' })).toThrow('CERTIFICATE_RENEWAL_UNFIT');
    expect(() => renewCertificate(certificate, { id: 'ctf_3', employeeId: 'emp_b' })).toThrow('CERTIFICATE_RENEWAL_UNFIT');
  });
});

describe('[6.4] reminders before it runs out', () => {
  const days = [60, 30, 7, 0];

  test.each<[string, string, number | null, number | null]>([
    ['long before', '2027-12-02', null, null],
    ['60 days before', '2027-12-03', null, 60],
    ['the day after that, reminded', '2027-12-04', 60, null],
    ['30 days before, reminded at 60', '2028-01-02', 60, 30],
    ['at the end, when nobody looked before', '2028-02-01', null, 0],
    ['7 days before, never reminded: the nearest only', '2028-01-25', null, 7],
    ['after the end, reminded', '2028-03-01', 0, null],
    ['after the end, not reminded', '2028-03-01', 7, 0],
  ])('%s', (_name, on, remindedDays, expected) => {
    expect(reminderDue({ ...certificate, remindedDays }, days, on as LocalDate)).toBe(expected);
  });

  test.each([
    ['one that never runs out', { ...certificate, expiresOn: null }],
    ['a renewed one', { ...certificate, state: 'RENEWED' as const }],
  ])('never of %s', (_name, of) => {
    expect(reminderDue(of, days, parseLocalDate('2028-02-01'))).toBeNull();
  });
});
