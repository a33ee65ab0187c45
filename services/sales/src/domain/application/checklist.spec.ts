import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { checklistOf } from './checklist.js';
import type { ApplicationDocument, DocumentType, Judgement } from './documents.js';

const at = new Date(0);
const today = parseLocalDate('2026-11-23');
const yesterday = parseLocalDate('2026-11-22');
const yes: Judgement = { isComplete: true, isTrue: true, isValid: true, reason: null, by: 'emp_1', at };
const no: Judgement = { ...yes, isValid: false, reason: '过期' };
const document = (type: DocumentType, id: string, change: Partial<ApplicationDocument> = {}): ApplicationDocument => ({
  ...{ id, type, fileId: `fil_${id}`, sha256: 'a'.repeat(64), fileName: 'a.jpg', contentType: 'image/jpeg', sizeBytes: 1, round: 1 },
  ...{ validUntil: null, attachedAt: at, attachedBy: 'emp_1', judgements: [yes], replacedBy: null, ...change },
});
const shown = (...documents: ApplicationDocument[]) =>
  checklistOf('SELF_EMPLOYED', documents, today).map((one) => `${one.type} ${one.status} ${one.documentId} ${one.earlierVersions}`);

describe('[2.10, 4.5] the checklist', () => {
  test('begins with all that must be brought, each with its reason', () => {
    const items = checklistOf('SELF_EMPLOYED', [], today);
    expect(items.map(({ type, status, isNeeded }) => `${type} ${status} ${isNeeded}`)).toEqual([
      'IDENTITY MISSING true',
      'INCOME MISSING true',
      'ASSETS MISSING true',
      'BUSINESS_LICENCE MISSING true',
    ]);
    expect(items.every(({ why }) => why.length > 5)).toBe(true);
    expect(checklistOf('INDIVIDUAL', [], today)).toHaveLength(3);
  });

  test('shows the worst of each kind, what is not needed last', () => {
    expect(
      shown(
        document('OTHER', 'o'),
        document('IDENTITY', 'i', { validUntil: yesterday }),
        document('INCOME', 'a'),
        document('INCOME', 'b', { judgements: [] }),
        document('ASSETS', 'c', { judgements: [no] }),
        document('ASSETS', 'd', { judgements: [] }),
      ),
    ).toEqual([
      'IDENTITY EXPIRED i 0',
      'INCOME NOT_JUDGED b 0',
      'ASSETS NEGATIVE c 0',
      'BUSINESS_LICENCE MISSING null 0',
      'OTHER POSITIVE o 0',
    ]);
  });

  test.each<[string, ApplicationDocument[], string]>([
    [
      'replaced',
      [document('IDENTITY', 'old', { replacedBy: 'new', judgements: [no] }), document('IDENTITY', 'new')],
      'IDENTITY POSITIVE new 1',
    ],
    ['replaced by nothing', [document('IDENTITY', 'old', { replacedBy: 'new' })], 'IDENTITY MISSING null 1'],
    ['judged no once and yes later', [document('IDENTITY', 'i', { judgements: [no, yes] })], 'IDENTITY POSITIVE i 0'],
    ['valid today for the last time', [document('IDENTITY', 'i', { validUntil: today })], 'IDENTITY POSITIVE i 0'],
  ])('a paper that was %s', (_title, documents, expected) => {
    expect(shown(...documents)[0]).toBe(expected);
  });

  test('the last verdicts stand beside it', () => {
    const [item] = checklistOf('INDIVIDUAL', [document('IDENTITY', 'i', { judgements: [yes, no], validUntil: today })], today);
    expect(item).toMatchObject({ verdicts: no, validUntil: today });
  });
});
