import { describe, expect, test } from '@jest/globals';
import { aCase, votes } from '../__cases__/committee.builder.js';
import { aDecision } from '../__cases__/decision.builder.js';
import { decisionMinutes } from './decision-minutes.js';

const at = new Date(0);
const approvalCase = aCase({
  votes: votes('a+ b+'),
  recusals: [{ employeeId: 'emp_c', reason: '与借款人系亲属 <b>', kind: 'DECLARED', at }],
});

const electors = [
  { employeeId: 'emp_a', office: 'MEMBER', seatOf: 'emp_a', present: true },
  { employeeId: 'emp_s', office: 'SUBSTITUTE', seatOf: 'emp_c', present: true },
  { employeeId: 'emp_b', office: 'MEMBER', seatOf: 'emp_b', present: false },
] as const;
const report = { ...approvalCase.report, scorecardHash: 'd'.repeat(64) };

describe('[4.12] minutes are written from the record', () => {
  test.each([
    ['the amount in figures', '80000.00 元'],
    ['the amount in capitals', '人民币捌万元整'],
    ['the report and its version', 'rep_1 第 2 版'],
    ['the report hash', 'a'.repeat(64)],
    ['the policy version', '第 3 版'],
    ['the policy hash', 'c'.repeat(64)],
    ['the hash of the scorecard', 'd'.repeat(64)],
    ['who was entitled', 'emp_a（委员）、emp_s（候补委员，代 emp_c）、emp_b（委员，缺席）'],
    ['who decided', '审批小组'],
    ['a named vote with its reason', 'emp_a（委员）：同意。现金流充足'],
    ['who stood aside and why', 'emp_c（主动回避）：与借款人系亲属 &lt;b&gt;'],
    ['the result', '有条件同意'],
    ['a condition', '办理保险'],
    ['the last day', '2027-02-21'],
  ])('%s', (_name, text) => {
    expect(decisionMinutes(approvalCase, aDecision({ electors, report }))).toContain(text);
  });

  test.each(['<th scope="row">有表决权</th><td>未记录</td>', '<th scope="row">评分卡哈希 (SHA-256)</th><td>未记录</td>'])(
    'a decision from before says so: %s',
    (text) => {
      expect(decisionMinutes(approvalCase, aDecision())).toContain(text);
    },
  );

  test.each([
    ['no markup of a member', '<b>'],
    ['no reasons of rejection', '<h3>理由</h3>'],
  ])('%s', (_name, text) => {
    expect(decisionMinutes(approvalCase, aDecision())).not.toContain(text);
  });

  test('[4.13] a rejection shows its reasons and no terms', () => {
    const rejected = aDecision({
      result: 'REJECTED',
      state: 'rejected',
      terms: null,
      conditions: [],
      validUntil: null,
      reasons: ['负债过高'],
    });
    const html = decisionMinutes(aCase({ votes: votes('a- b-'), veto: { employeeId: 'emp_chair', reason: '行业风险', at } }), rejected);
    expect(html).toContain('不同意');
    expect(html).toContain('<li>负债过高</li>');
    expect(html).toContain('行使否决权：行业风险（未改变结果）');
    expect(html).not.toContain('批准条件');
  });

  test('the same record gives the same text', () => {
    expect(decisionMinutes(approvalCase, aDecision())).toBe(decisionMinutes(approvalCase, aDecision()));
  });
});
