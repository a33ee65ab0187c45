import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { recordCertificate } from '../certificate/certificate.js';
import {
  proofByCertificate,
  proofByExam,
  proveTopic,
  releaseTopic,
  requireTopic,
  standingOn,
  unprovenStanding,
} from './knowledge-standing.js';
import type { KnowledgeStanding } from './knowledge-standing.js';

const day = (text: string) => parseLocalDate(text);
const fresh = unprovenStanding('kns_1', 'emp_a', 'LAW');
const required = requireTopic(fresh, day('2026-03-01'), 30);
const proven = proveTopic(required, proofByExam('trs_1', day('2026-03-10'), 12));

describe('[7.7] how somebody stands with a topic', () => {
  test.each<[string, KnowledgeStanding, string, string]>([
    ['not required', fresh, '2026-03-01', 'NOT_REQUIRED'],
    ['new, within the grace', required, '2026-03-01', 'MISSING'],
    ['on the last day of the grace', required, '2026-03-31', 'MISSING'],
    ['after the grace', required, '2026-04-01', 'OVERDUE'],
    ['proven', proven, '2026-03-10', 'VALID'],
    ['31 days before it runs out', proven, '2027-02-07', 'VALID'],
    ['30 days before it runs out', proven, '2027-02-08', 'EXPIRING'],
    ['on its last day', proven, '2027-03-10', 'EXPIRING'],
    ['run out', proven, '2027-03-11', 'OVERDUE'],
    ['released', releaseTopic(proven, day('2026-08-01')), '2027-03-11', 'NOT_REQUIRED'],
  ])('%s', (_name, standing, today, state) => {
    expect(standingOn(standing, day(today), 30)).toBe(state);
  });

  test('required again after a long time: the proof of before counts, and the grace is new', () => {
    const again = requireTopic(releaseTopic(proven, day('2026-07-01')), day('2026-09-01'), 30);
    expect(again).toMatchObject({ dueOn: '2027-03-10', graceUntil: '2026-10-01', releasedOn: null });
    const late = requireTopic(releaseTopic(proven, day('2026-07-01')), day('2027-06-01'), 30);
    expect(late.dueOn).toBe('2027-07-01');
    expect(standingOn(late, day('2027-06-15'), 30)).toBe('MISSING');
  });

  test.each<[string, string, string, string]>([
    ['moved away and back the same day', '2026-03-20', '2026-03-20', '2026-03-31'],
    ['moved away and back after the grace has ended', '2026-03-25', '2026-04-10', '2026-03-31'],
    ['back on the last day on which that counts as the same', '2026-03-25', '2026-04-24', '2026-03-31'],
    ['back a day later', '2026-03-25', '2026-04-25', '2026-05-25'],
  ])('moving roles begins no new grace: %s', (_name, away, back, graceUntil) => {
    const again = requireTopic(releaseTopic(required, day(away)), day(back), 30);
    expect(again).toMatchObject({ required: true, graceUntil, dueOn: graceUntil });
  });

  test('of a row from before graces were remembered, a new one', () => {
    const { releasedOn: _none, ...old } = { ...releaseTopic(required, day('2026-03-20')), graceUntil: null };
    expect(requireTopic(old, day('2026-03-21'), 30).graceUntil).toBe('2026-04-20');
  });

  test('required twice is required once: no second grace', () => {
    expect(requireTopic(required, day('2026-03-20'), 30)).toBe(required);
    expect(releaseTopic(fresh, day('2026-03-20'))).toBe(fresh);
  });

  test('a proof before it is required is kept for later', () => {
    const early = proveTopic(fresh, proofByExam('trs_1', day('2026-03-10'), 12));
    expect(early).toMatchObject({ required: false, dueOn: null });
    expect(requireTopic(early, day('2026-03-11'), 30).dueOn).toBe('2027-03-10');
  });

  test('an older proof does not shorten a longer one', () => {
    expect(proveTopic(proven, proofByExam('trs_0', day('2026-01-10'), 12))).toBe(proven);
    expect(proveTopic(proven, proofByExam('trs_2', day('2026-08-10'), 12)).dueOn).toBe('2027-08-10');
  });

  test('a proof that ends within the grace does not end the grace', () => {
    expect(proveTopic(required, proofByExam('trs_1', day('2025-03-20'), 12)).dueOn).toBe('2026-03-31');
  });
});

describe('[7.7] a certificate of others', () => {
  const recorded = recordCertificate(
    {
      ...{ id: 'ctf_1', employeeId: 'emp_a', sessionId: null, title: '反洗钱', institution: '银行业协会', number: 'ZX-2026-0001' },
      ...{ issuedOn: day('2026-02-01'), expiresOn: null, fileId: null, recordedBy: 'emp_h', recordedAt: new Date('2026-02-02T02:00:00Z') },
    },
    day('2026-02-02'),
  );
  const given = { employeeId: 'emp_a', issuedOn: day('2026-02-01'), expiresOn: null };
  const on = { today: day('2026-03-01'), validMonths: 12 };

  test.each([
    ['the policy says, when the certificate has no end', null, null, '2027-02-01'],
    ['the policy says, however long the certificate runs', '2029-01-31', null, '2027-02-01'],
    ['the policy says, whatever is claimed', null, '2031-01-31', '2027-02-01'],
    ['the certificate says, when it ends before', '2026-06-30', '2026-12-31', '2026-06-30'],
    ['it is accepted, when that ends before', '2026-06-30', '2026-05-31', '2026-05-31'],
  ])('holds as long as %s', (_name, ends, claimed, expiresOn) => {
    const proof = proofByCertificate({ ...recorded, expiresOn: ends as never }, { ...given, expiresOn: claimed as never }, on);
    expect(proof).toEqual({ kind: 'CERTIFICATE', reference: 'ctf_1', provenOn: '2026-02-01', expiresOn });
  });

  test.each<[string, object | null, object, string]>([
    ['one that is not on record', null, {}, 'CERTIFICATE_REFERENCE_INVALID'],
    ['one of somebody else', { employeeId: 'emp_b' }, {}, 'CERTIFICATE_REFERENCE_INVALID'],
    ['one that was renewed', { state: 'RENEWED' }, {}, 'CERTIFICATE_REFERENCE_INVALID'],
    ['another day than the one on record', {}, { issuedOn: '2026-02-20' }, 'CERTIFICATE_DAY_DIFFERS'],
    ['run out yesterday', { expiresOn: '2026-02-28' }, {}, 'CERTIFICATE_DAYS_INVALID'],
    ['accepted until yesterday', {}, { expiresOn: '2026-02-28' }, 'CERTIFICATE_DAYS_INVALID'],
    ['issued tomorrow', { issuedOn: '2026-03-02' }, { issuedOn: '2026-03-02' }, 'CERTIFICATE_DAYS_INVALID'],
    [
      'so old that the policy ends it',
      { issuedOn: '2025-02-01', expiresOn: '2029-01-31' },
      { issuedOn: '2025-02-01' },
      'CERTIFICATE_DAYS_INVALID',
    ],
  ])('refused: %s', (_name, change, claim, code) => {
    const certificate = change && ({ ...recorded, ...change } as typeof recorded);
    expect(() => proofByCertificate(certificate, { ...given, ...claim } as typeof given, on)).toThrow(code);
  });
});
