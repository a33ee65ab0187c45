import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { draftApplication } from './application.js';
import type { LoanApplication } from './application.js';
import { customerProgress } from './customer-progress.js';
import type { ApplicationDocument, DocumentType } from './documents.js';
import { noFacts } from './facts.js';

const at = (minute: number) => new Date(minute * 60_000);
const ask = { productId: null, purpose: null, purposeNote: null, amountFen: null, termMonths: null, method: null };
const paper = (type: DocumentType): ApplicationDocument => ({
  ...{ id: `doc_${type}`, type, fileId: 'fil_1', sha256: 'a', fileName: 'a.jpg', contentType: 'image/jpeg', sizeBytes: 1, round: 1 },
  ...{ validUntil: null, attachedAt: at(0), attachedBy: 'emp_1', replacedBy: null },
  judgements: [{ isComplete: true, isTrue: true, isValid: true, reason: null, by: 'emp_1', at: at(0) }],
});
const start = {
  ...{ id: 'app_1', customerId: 'cus_1', customerType: 'INDIVIDUAL' as const, salespersonId: 'emp_1', enquiryId: null },
  ...{ proposalId: null, ask, createdAt: at(0) },
};
const given = (change: Partial<LoanApplication>): LoanApplication => ({
  ...draftApplication(start),
  ...{ documents: [paper('IDENTITY'), paper('INCOME'), paper('ASSETS')], ...change },
});
const note = { by: 'sales' as const, employeeId: 'emp_1', reasons: ['补充流水', '房东签字'], at: at(4), dueAt: at(90) };
const round = { no: 1, submittedAt: at(1), submittedBy: 'emp_1', checkStartedAt: at(2), passedAt: null, returned: note };
const task = { id: 'tsk_1', about: 'dec_1', topic: 'APPROVED' as const, openedAt: at(5), dueAt: at(60), done: null };
const told = { by: 'emp_1', at: at(6), how: 'PHONE' as const, note: null, evidence: null };
const question = { id: 'q', handoffId: 'hof_1', question: '?', askedAt: at(5), dueAt: at(50), answer: null };
const condition = {
  ...{ conditionId: 'c', text: '追加保证人', evidenceKind: 'FILE', dueOn: parseLocalDate('2026-12-01'), evidence: null, refused: [] },
};
const conditions = { decisionId: 'dec_1', items: [condition], confirmHandoffId: null, returnedBecause: [] };

describe('[2.11] what the customer reads', () => {
  test('stages with their times, news with who told him and how, and what is his turn', () => {
    const progress = customerProgress(given({ desk: 'returned', rounds: [round], tasks: [{ ...task, topic: 'RETURNED', done: told }] }));
    expect(progress).toMatchObject({ stage: 'RETURNED', words: '资料需要补充或更正' });
    expect(progress.steps.map(({ stage, at: when }) => [stage, when])).toEqual([
      ['DRAFT', at(0)],
      ['SUBMITTED', at(1)],
      ['UNDER_CHECK', at(2)],
      ['RETURNED', at(4)],
    ]);
    expect(progress.news).toEqual([{ topic: 'RETURNED', words: '通知补充或更正资料', openedAt: at(5), dueAt: at(60), told }]);
    expect(progress.open).toEqual([
      { words: '请补充或更正：补充流水', isCustomersTurn: true, dueAt: at(90), dueOn: null },
      { words: '请补充或更正：房东签字', isCustomersTurn: true, dueAt: at(90), dueOn: null },
    ]);
  });

  test.each<[string, Partial<LoanApplication>, string[]]>([
    ['papers missing', { documents: [] }, ['true 请备齐申请资料 -']],
    [
      'a condition and news',
      { desk: 'passed', conditions, tasks: [task] },
      ['true 请落实审批条件：追加保证人 2026-12-01', 'false 客户经理将通知审批通过 -'],
    ],
    ['withdrawn', { desk: 'withdrawn', documents: [], tasks: [task] }, []],
    ['a question of the investigators', { desk: 'passed', informationRequests: [question] }, []],
  ])('open: %s', (_title, change, expected) => {
    const open = customerProgress(given(change)).open;
    expect(open.map(({ isCustomersTurn, words, dueOn }) => `${isCustomersTurn} ${words} ${dueOn ?? '-'}`)).toEqual(expected);
  });

  test('no word of what the departments say to each other', () => {
    const report = { reportId: 'rep_1', reportVersion: 1, rating: 'HIGH' as const, at: at(3) };
    const progress = customerProgress(given({ desk: 'passed', facts: { ...noFacts, reports: [report] }, informationRequests: [question] }));
    expect(JSON.stringify(progress)).not.toMatch(/HIGH|rep_1|hof_1|\?/);
  });
});
