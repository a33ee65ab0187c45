import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { draftApplication } from './application.js';
import type { LoanApplication } from './application.js';
import type { ApplicationDocument, DocumentType } from './documents.js';
import { noFacts } from './facts.js';
import { owedOn } from './worklists.js';

const at = (minute: number) => new Date(minute * 60_000);
const day = parseLocalDate('2026-12-01');
const ask = { productId: null, purpose: null, purposeNote: null, amountFen: null, termMonths: null, method: null };
const paper = (type: DocumentType, change: Partial<ApplicationDocument> = {}): ApplicationDocument => ({
  ...{ id: `doc_${type}`, type, fileId: 'fil_1', sha256: 'a', fileName: 'a.jpg', contentType: 'image/jpeg', sizeBytes: 1, round: 1 },
  ...{ validUntil: null, attachedAt: at(0), attachedBy: 'emp_1', replacedBy: null, ...change },
  judgements: change.judgements ?? [{ isComplete: true, isTrue: true, isValid: true, reason: null, by: 'emp_1', at: at(0) }],
});
const papers = [paper('IDENTITY'), paper('INCOME'), paper('ASSETS')];
const start = {
  ...{ id: 'app_1', customerId: 'cus_1', customerType: 'INDIVIDUAL' as const, salespersonId: 'emp_1', enquiryId: null },
  ...{ proposalId: null, ask, createdAt: at(0) },
};
const given = (change: Partial<LoanApplication>): LoanApplication => ({ ...draftApplication(start), documents: papers, ...change });
const note = { by: 'sales' as const, employeeId: 'emp_1', reasons: ['补充流水', '房东签字'], at: at(4), dueAt: at(90) };
const round = { no: 1, submittedAt: at(1), submittedBy: 'emp_1', checkStartedAt: at(2), passedAt: null, returned: note };
const task = { id: 'tsk_1', about: 'dec_1', topic: 'APPROVED' as const, openedAt: at(5), dueAt: at(60), done: null };
const told = { by: 'emp_1', at: at(6), how: 'PHONE' as const, note: null, evidence: null };
const question = { id: 'q', handoffId: 'hof_1', question: '?', askedAt: at(5), dueAt: at(50), answer: null };
const condition = { conditionId: 'c', text: '追加保证人', evidenceKind: 'FILE', dueOn: day, evidence: null, refused: [] };
const conditions = { decisionId: 'dec_1', items: [condition], confirmHandoffId: null, returnedBecause: [] };
const lapsed = { decisionId: 'dec_1', reason: null, at: at(9) };
const cancelled = { contractId: 'con_1', reasons: [], at: at(9) };

describe('[1.6, 2.10, 2.11, 4.7, 4.14, 7.2] what is owed, and until when', () => {
  test.each<[string, Partial<LoanApplication>, string[], unknown]>([
    ['a draft with all papers', {}, [], null],
    ['a draft without papers', { documents: [] }, ['DOCUMENTS'], null],
    [
      'a draft with a paper that nobody judged',
      { documents: [...papers.slice(1), paper('IDENTITY', { judgements: [] })] },
      ['DOCUMENTS'],
      null,
    ],
    ['a paper that runs out', { documents: [...papers.slice(1), paper('IDENTITY', { validUntil: day })] }, ['DOCUMENTS_RUN_OUT'], day],
    ['the same after it was passed on', { desk: 'passed', documents: [paper('IDENTITY', { validUntil: day })] }, [], null],
    ['under check without papers', { desk: 'under-check', documents: [] }, [], null],
    ['returned', { desk: 'returned', rounds: [round] }, ['SUPPLEMENT'], at(90)],
    ['returned without papers', { desk: 'returned', rounds: [round], documents: [] }, ['DOCUMENTS', 'SUPPLEMENT'], at(90)],
    ['handed in again', { desk: 'resubmitted', rounds: [round] }, [], null],
    ['news to tell', { desk: 'passed', tasks: [{ ...task, dueAt: at(70) }, task] }, ['INFORM'], at(60)],
    ['news told', { desk: 'passed', tasks: [{ ...task, done: told }] }, [], null],
    ['news of an end', { desk: 'withdrawn', tasks: [task] }, ['INFORM'], at(60)],
    ['a question', { desk: 'passed', informationRequests: [question] }, ['QUESTIONS'], at(50)],
    ['a question after he withdrew', { desk: 'withdrawn', informationRequests: [question] }, [], null],
    ['a condition', { desk: 'passed', conditions }, ['CONDITIONS'], day],
    [
      'a condition that is evidenced',
      {
        desk: 'passed',
        conditions: { ...conditions, items: [{ ...condition, evidence: { fileId: 'f', sha256: 's', by: 'emp_1', at: at(8) } }] },
      },
      [],
      null,
    ],
    ['a condition of an approval that lapsed', { desk: 'passed', conditions, facts: { ...noFacts, lapsed: [lapsed] } }, [], null],
    ['a condition after signing', { desk: 'signed', signedAt: at(9), conditions }, [], null],
    ['a condition after finance cancelled', { desk: 'signed', conditions, facts: { ...noFacts, cancelled } }, [], null],
  ])('%s', (_title, change, lists, due) => {
    const { worklists, documentExpiresOn, supplementDueAt, taskDueAt, questionDueAt, conditionDueOn } = owedOn(given(change));
    expect(worklists).toEqual(lists);
    expect(documentExpiresOn ?? supplementDueAt ?? taskDueAt ?? questionDueAt ?? conditionDueOn).toEqual(due);
  });
});

test('[1.6] the moment at which each began to be owed stands beside it', () => {
  const owed = owedOn(
    given({ desk: 'passed', tasks: [{ ...task, dueAt: at(70), openedAt: at(1) }, task], informationRequests: [question] }),
  );
  expect(owed).toMatchObject({ taskOpenedAt: at(5), questionOpenedAt: at(5), supplementOpenedAt: null });
  expect(owedOn(given({ desk: 'returned', rounds: [round] })).supplementOpenedAt).toEqual(at(4));
});
