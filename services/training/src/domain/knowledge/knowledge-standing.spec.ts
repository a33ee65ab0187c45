import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
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
    ['released', releaseTopic(proven), '2027-03-11', 'NOT_REQUIRED'],
  ])('%s', (_name, standing, today, state) => {
    expect(standingOn(standing, day(today), 30)).toBe(state);
  });

  test('required again: the proof of before counts, and the grace is new', () => {
    const again = requireTopic(releaseTopic(proven), day('2026-09-01'), 30);
    expect(again).toMatchObject({ dueOn: '2027-03-10', graceUntil: '2026-10-01' });
    const late = requireTopic(releaseTopic(proven), day('2027-06-01'), 30);
    expect(late.dueOn).toBe('2027-07-01');
    expect(standingOn(late, day('2027-06-15'), 30)).toBe('MISSING');
  });

  test('required twice is required once: no second grace', () => {
    expect(requireTopic(required, day('2026-03-20'), 30)).toBe(required);
    expect(releaseTopic(fresh)).toBe(fresh);
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
  const given = { reference: 'AML-2026-7', issuedOn: day('2026-02-01'), expiresOn: null };

  test('holds as long as it says, or as the policy says', () => {
    expect(proofByCertificate(given, day('2026-03-01'), 12)).toMatchObject({ kind: 'CERTIFICATE', expiresOn: '2027-02-01' });
    expect(proofByCertificate({ ...given, expiresOn: day('2029-01-31') }, day('2026-03-01'), 12).expiresOn).toBe('2029-01-31');
  });

  test.each<[string, Partial<{ reference: string; issuedOn: string; expiresOn: string }>, string]>([
    ['without a reference', { reference: ' ' }, 'CERTIFICATE_REFERENCE_INVALID'],
    ['[3.7] with an identity number as reference', { reference: '110105194912310' }, 'CERTIFICATE_REFERENCE_INVALID'],
    ['issued tomorrow', { issuedOn: '2026-03-02' }, 'CERTIFICATE_DAYS_INVALID'],
    ['run out yesterday', { expiresOn: '2026-02-28' }, 'CERTIFICATE_DAYS_INVALID'],
    ['so old that the policy ends it', { issuedOn: '2025-02-01' }, 'CERTIFICATE_DAYS_INVALID'],
  ])('refused: %s', (_name, change, code) => {
    const act = () => proofByCertificate({ ...given, ...change } as never, day('2026-03-01'), 12);
    expect(act).toThrow(code);
  });
});
