import { expect, test } from '@jest/globals';
import { htmlOf, pdfOf } from '@weilend/documents';
import { aCase, votes } from '../../domain/__cases__/committee.builder.js';
import { aDecision } from '../../domain/__cases__/decision.builder.js';
import { decisionPaper } from './decision-paper.js';

const at = new Date(0);
const recusal = { employeeId: 'emp_c', reason: '与借款人系亲属 <b>', kind: 'DECLARED' as const, at };
const substitute = { employeeId: 'emp_s', office: 'SUBSTITUTE' as const, seatOf: 'emp_c', choice: 'YES' as const, reason: '同意授信', at };
const approvalCase = aCase({ state: 'decided', votes: [...votes('a+ b-'), substitute], recusals: [recusal] });
const opinions = [
  { department: 'finance' as const, stance: 'SUPPORT', late: false },
  { department: 'risk' as const, stance: null, late: true },
];
const decision = { ...aDecision({ opinions }), minutesHash: 'd'.repeat(64) };

test.each([
  '贷款审批委员会决议书',
  'dec_1',
  '人民币80,000.00元（大写：人民币捌万元整）',
  'rep_1 第 2 版',
  'a'.repeat(64),
  '第 3 版',
  'c'.repeat(64),
  '612（评分卡 individual 第 1 版）',
  '财务部门',
  '未答复',
  '逾期',
  'emp_s（代 emp_c）',
  '候补委员',
  '与借款人系亲属 &lt;b&gt;',
  '有条件同意',
  '追加配偶保证',
  '2027-02-21',
  'd'.repeat(64),
])('[4.12, 4.13] the minutes of a case show %s', (text) => {
  expect(htmlOf(decisionPaper(approvalCase, decision))).toContain(text);
});

test('[4.13] a rejection shows its reasons and no approved terms', () => {
  const rejected = { ...decision, result: 'REJECTED' as const, terms: null, conditions: [], validUntil: null, reasons: ['负债过高'] };
  const html = htmlOf(decisionPaper(aCase({ veto: { employeeId: 'emp_chair', reason: '行业风险', at } }), rejected));
  expect(html).toContain('负债过高');
  expect(html).toContain('emp_chair：行业风险（未改变结果）');
  expect(html).not.toContain('批准条件');
});

test('[4.12] the same record has the same bytes', async () => {
  const [one, again] = [
    await pdfOf(decisionPaper(approvalCase, decision)),
    await pdfOf(decisionPaper({ ...approvalCase }, { ...decision })),
  ];
  expect(again.equals(one)).toBe(true);
  expect(one.subarray(0, 5).toString()).toBe('%PDF-');
});
