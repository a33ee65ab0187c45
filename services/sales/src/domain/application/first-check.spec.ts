import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { draftApplication } from './application.js';
import type { LoanApplication } from './application.js';
import type { ApplicationDocument, DocumentType } from './documents.js';
import { handIn, passCheck, returnedByRisk, returnToCustomer, startCheck } from './first-check.js';

const today = parseLocalDate('2026-11-23');
const at = (minute: number) => new Date(minute * 60_000);
const ask = { productId: null, purpose: null, purposeNote: null, amountFen: null, termMonths: null, method: null };
const document = (type: DocumentType, isTrue = true): ApplicationDocument => ({
  ...{
    id: `doc_${type}`,
    type,
    fileId: 'fil_1',
    sha256: 'a'.repeat(64),
    fileName: 'a.jpg',
    contentType: 'image/jpeg',
    sizeBytes: 1,
    round: 1,
    validUntil: null,
    attachedAt: at(0),
    attachedBy: 'emp_1',
    replacedBy: null,
  },
  judgements: [{ isComplete: true, isTrue, isValid: true, reason: isTrue ? null : '涂改', by: 'emp_1', at: at(0) }],
});
const draft: LoanApplication = {
  ...draftApplication({
    id: 'app_1',
    customerId: 'cus_1',
    customerType: 'INDIVIDUAL',
    salespersonId: 'emp_1',
    enquiryId: null,
    proposalId: null,
    ask,
    createdAt: at(0),
  }),
  documents: [document('IDENTITY'), document('INCOME'), document('ASSETS')],
};
const checking = startCheck(handIn(draft, 'emp_1', at(1)), at(2));
const passed = { ...passCheck(checking, at(3), today), investigationHandoffId: 'hof_1' };
const note = { reasons: ['补充流水'], at: at(4), dueAt: at(9) };

test('[4.4-4.7] returned, handed in again, checked again, passed: two rounds', () => {
  const returned = returnToCustomer(checking, { ...note, by: 'sales', employeeId: 'emp_2' });
  const again = passCheck(startCheck(handIn(returned, 'emp_1', at(5)), at(6)), at(7), today);
  expect(again.desk).toBe('passed');
  expect(again.rounds.map(({ no, returned: back, passedAt }) => [no, back?.reasons[0] ?? null, passedAt])).toEqual([
    [1, '补充流水', null],
    [2, null, at(7)],
  ]);
});

describe('[4.6] passing', () => {
  test.each([
    [
      'with a document that is not true',
      { ...checking, documents: [...draft.documents.slice(1), document('IDENTITY', false)] },
      'DOCUMENT_NEGATIVE',
    ],
    ['with a document that is missing', { ...checking, documents: draft.documents.slice(1) }, 'DOCUMENT_MISSING'],
    [
      'with a document that ran out',
      { ...checking, documents: [...draft.documents.slice(1), { ...document('IDENTITY'), validUntil: parseLocalDate('2026-11-22') }] },
      'DOCUMENT_EXPIRED',
    ],
    ['before the check began', handIn(draft, 'emp_1', at(1)), 'ILLEGAL_TRANSITION'],
    ['a draft', draft, 'ILLEGAL_TRANSITION'],
    ['twice', passed, 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_title, application, code) => {
    expect(() => passCheck(application, at(3), today)).toThrow(expect.objectContaining({ code }));
  });

  test('[4.7] returning without a reason, or what nobody checks, is refused', () => {
    expect(() => returnToCustomer(checking, { ...note, by: 'sales', employeeId: 'emp_2', reasons: [' '] })).toThrow(
      expect.objectContaining({ code: 'RETURN_REASONS_MISSING' }),
    );
    expect(() => returnToCustomer(passed, { ...note, by: 'sales', employeeId: 'emp_2' })).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });
});

describe('[4.7, 4.8] risk sends the investigation back', () => {
  test('the application goes back to the customer', () => {
    const returned = returnedByRisk(passed, 'hof_1', note);
    expect(returned).toMatchObject({ desk: 'returned', investigationHandoffId: null });
    expect(returned.rounds[0]?.returned).toEqual({ ...note, by: 'risk', employeeId: null });
  });

  test.each<[string, LoanApplication]>([
    ['of an earlier round', { ...passed, investigationHandoffId: 'hof_2' }],
    ['after the customer withdrew', { ...passed, desk: 'withdrawn' }],
    ['a second time', returnedByRisk(passed, 'hof_1', note)],
  ])('%s it changes nothing', (_title, application) => {
    expect(returnedByRisk(application, 'hof_1', note)).toBe(application);
  });

  test('a return without reasons still goes back', () => {
    expect(returnedByRisk(passed, 'hof_1', { ...note, reasons: [] }).rounds[0]?.returned?.reasons).toEqual(['UNSPECIFIED']);
  });
});
