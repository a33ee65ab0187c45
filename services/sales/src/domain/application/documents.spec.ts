import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { CUSTOMER_KINDS } from '../customer/customer.js';
import { addDocument, currentDocuments, documentExpiresOn, documentProblems, judge, requiredDocuments } from './documents.js';
import type { ApplicationDocument, DocumentType, Judgement } from './documents.js';

const at = new Date(0);
const today = parseLocalDate('2026-11-23');
const [yesterday, tomorrow] = [parseLocalDate('2026-11-22'), parseLocalDate('2026-11-24')];
const yes: Judgement = { isComplete: true, isTrue: true, isValid: true, reason: null, by: 'emp_1', at };
const document = (type: DocumentType, id = `doc_${type}`, judgements: readonly Judgement[] = [yes]): ApplicationDocument => ({
  ...{
    id,
    type,
    fileId: `fil_${id}`,
    sha256: 'a'.repeat(64),
    fileName: 'a.jpg',
    contentType: 'image/jpeg',
    sizeBytes: 1,
    round: 1,
    validUntil: null,
    attachedAt: at,
    attachedBy: 'emp_1',
    judgements,
    replacedBy: null,
  },
});
const three = [document('IDENTITY'), document('INCOME'), document('ASSETS')];
type Asked = [Parameters<typeof documentProblems>[0], readonly ApplicationDocument[]];
const problems = (...[type, documents]: Asked) => documentProblems(type, documents, today).map((one) => `${one.code} ${one.data['type']}`);

test('[4.5] all four kinds for a business, no licence for an individual', () => {
  expect(CUSTOMER_KINDS.map((kind) => requiredDocuments(kind).length)).toEqual([3, 4, 4]);
  expect(requiredDocuments('INDIVIDUAL')).not.toContain('BUSINESS_LICENCE');
});

describe('[4.5, 4.6] documents pass only when each is there and each verdict is yes', () => {
  test.each<[string, Asked, string[]]>([
    ['complete, true and valid', ['INDIVIDUAL', three], []],
    ['nothing', ['INDIVIDUAL', []], ['DOCUMENT_MISSING IDENTITY', 'DOCUMENT_MISSING INCOME', 'DOCUMENT_MISSING ASSETS']],
    ['no licence of a business', ['SELF_EMPLOYED', three], ['DOCUMENT_MISSING BUSINESS_LICENCE']],
    ['one not judged', ['INDIVIDUAL', [...three.slice(1), document('IDENTITY', 'doc_1', [])]], ['DOCUMENT_NOT_JUDGED IDENTITY']],
    [
      'one not complete',
      ['INDIVIDUAL', [...three.slice(1), document('IDENTITY', 'doc_1', [{ ...yes, isComplete: false }])]],
      ['DOCUMENT_NEGATIVE IDENTITY'],
    ],
    [
      'one not true',
      ['INDIVIDUAL', [...three.slice(1), document('IDENTITY', 'doc_1', [{ ...yes, isTrue: false }])]],
      ['DOCUMENT_NEGATIVE IDENTITY'],
    ],
    [
      'one not valid',
      ['INDIVIDUAL', [...three.slice(1), document('IDENTITY', 'doc_1', [{ ...yes, isValid: false }])]],
      ['DOCUMENT_NEGATIVE IDENTITY'],
    ],
    [
      'judged yes once and no later',
      ['INDIVIDUAL', [...three.slice(1), document('IDENTITY', 'doc_1', [yes, { ...yes, isTrue: false }])]],
      ['DOCUMENT_NEGATIVE IDENTITY'],
    ],
    [
      'judged no once and yes later',
      ['INDIVIDUAL', [...three.slice(1), document('IDENTITY', 'doc_1', [{ ...yes, isTrue: false }, yes])]],
      [],
    ],
    ['a second income that is not judged', ['INDIVIDUAL', [...three, document('INCOME', 'doc_2', [])]], ['DOCUMENT_NOT_JUDGED INCOME']],
    [
      'a bad one beside a good one',
      ['INDIVIDUAL', [...three, document('OTHER', 'doc_2', [{ ...yes, isTrue: false }])]],
      ['DOCUMENT_NEGATIVE OTHER'],
    ],
    [
      'the only one replaced by nothing current',
      ['INDIVIDUAL', [...three.slice(1), { ...document('IDENTITY'), replacedBy: 'doc_9' }]],
      ['DOCUMENT_MISSING IDENTITY'],
    ],
  ])('%s', (_title, input, expected) => {
    expect(problems(...input)).toEqual(expected);
  });

  test.each<[string, ApplicationDocument, string[]]>([
    ['ran out yesterday', { ...document('IDENTITY'), validUntil: yesterday }, ['DOCUMENT_EXPIRED IDENTITY']],
    ['holds today for the last time', { ...document('IDENTITY'), validUntil: today }, []],
    ['holds', { ...document('IDENTITY'), validUntil: tomorrow }, []],
    [
      'ran out and was never judged',
      { ...document('IDENTITY', 'doc_1', []), validUntil: yesterday },
      ['DOCUMENT_EXPIRED IDENTITY', 'DOCUMENT_NOT_JUDGED IDENTITY'],
    ],
    [
      'ran out and was judged no',
      { ...document('IDENTITY', 'doc_1', [{ ...yes, isValid: false }]), validUntil: yesterday },
      ['DOCUMENT_EXPIRED IDENTITY', 'DOCUMENT_NEGATIVE IDENTITY'],
    ],
  ])('[4.6] a paper that %s', (_title, paper, expected) => {
    expect(problems('INDIVIDUAL', [...three.slice(1), paper])).toEqual(expected);
  });

  test('[4.6] the first last day of the current papers counts', () => {
    const papers = [
      { ...document('IDENTITY'), validUntil: tomorrow },
      { ...document('INCOME'), validUntil: yesterday, replacedBy: 'doc_9' },
      { ...document('ASSETS'), validUntil: parseLocalDate('2027-01-01') },
    ];
    expect([documentExpiresOn(papers), documentExpiresOn(three)]).toEqual([tomorrow, null]);
  });
});

describe('[4.7] a document can be replaced, and only a current one', () => {
  const of = { customerType: 'INDIVIDUAL' as const, replacesId: 'doc_IDENTITY' };

  test('the new one counts and has no verdict yet', () => {
    const documents = addDocument(three, document('IDENTITY', 'doc_new', []), of);
    expect(currentDocuments(documents).map(({ id }) => id)).toEqual(['doc_INCOME', 'doc_ASSETS', 'doc_new']);
    expect(problems('INDIVIDUAL', documents)).toEqual(['DOCUMENT_NOT_JUDGED IDENTITY']);
  });

  test('what is replaced or unknown can be neither replaced nor judged', () => {
    const documents = addDocument(three, document('IDENTITY', 'doc_new', []), of);
    const unknown = expect.objectContaining({ code: 'DOCUMENT_UNKNOWN' });
    expect(() => addDocument(documents, document('IDENTITY', 'doc_newer', []), of)).toThrow(unknown);
    expect(() => judge(documents, 'doc_IDENTITY', yes)).toThrow(unknown);
    expect(() => judge(documents, 'doc_none', yes)).toThrow(unknown);
  });

  test('an individual has no licence to bring', () => {
    expect(() => addDocument([], document('BUSINESS_LICENCE'), { customerType: 'INDIVIDUAL', replacesId: null })).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_NOT_WANTED' }),
    );
  });

  test.each([[{ isTrue: false, reason: null }], [{ isComplete: false, reason: '  ' }], [{ isValid: false, reason: '' }]])(
    '[4.6] an unexplained no is refused: %j',
    (change) => {
      expect(() => judge(three, 'doc_INCOME', { ...yes, ...change })).toThrow(expect.objectContaining({ code: 'VERDICT_REASON_MISSING' }));
    },
  );

  test('[4.6] an explained no is kept beside the earlier yes', () => {
    const documents = judge(three, 'doc_INCOME', { ...yes, isTrue: false, reason: '流水与申报不符' });
    expect(documents.find(({ id }) => id === 'doc_INCOME')?.judgements).toHaveLength(2);
    expect(problems('INDIVIDUAL', documents)).toEqual(['DOCUMENT_NEGATIVE INCOME']);
  });
});
