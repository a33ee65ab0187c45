import { describe, expect, it, test } from '@jest/globals';
import { htmlOf } from '@weilend/documents';
import { completeFile, goodDraft } from '../../domain/report/report.builder.js';
import { finalReport } from '../../domain/report/risk-report.js';
import type { ReportContent } from '../../domain/report/risk-report.js';
import type { StoredScore } from '../../domain/scorecard/scorecards.js';
import { percent, riskReportPaper } from './risk-report-paper.js';

const { termsReason: _reason, rework: _rework, ...written } = goodDraft;
const requested = { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const content: ReportContent = {
  ...written,
  ...{ investigationId: 'inv_1', applicationId: 'app_1', reportVersion: 1, requested, score: completeFile().score as StoredScore },
  contradictions: [
    { code: 'DEBT_BELOW_BUREAU', severity: 'HIGH', stated: '0 fen', found: 'bureau: 500 fen' },
    { code: 'AGE_DIFFERS', stated: '40', found: '42' },
  ],
  ...{ waivers: [], exposure: { loanCount: 2, disbursedFen: 1_234_567_00 }, investigatorIds: ['emp_1', 'emp_2'] },
  ...{ finalisedBy: 'emp_1', finalisedAt: new Date('2026-11-23T08:00:00Z') },
};
const judgement: NonNullable<ReportContent['judgement']> = {
  stress: {
    policy: { incomeFalls: ['0.1'], rateRises: [], debtServiceLimit: '0.55' },
    basis: 'AS_IF_EQUAL_INSTALMENTS',
    cases: [
      {
        ...{ incomeFall: '0.1', rateRise: '0', incomeFen: 90_000, instalmentFen: 26_655, debtServiceFen: 26_655 },
        ...{ debtServiceBps: 2_962, leftFen: null, carries: true },
      },
    ],
    breakEvenIncomeFen: null,
    ability: 'TIGHT',
  },
  leastRating: 'MEDIUM',
  concentration: {
    ...{ limits: { netAssetsFen: 1, singleBorrower: '0.1', group: '0.15' }, outstandingFen: 1, newLoanFen: 2, groupOutstandingFen: 7_00 },
    parties: [{ customerId: 'cus_9', relatedAs: 'GUARANTOR', loanCount: 1, outstandingFen: 6_99 }],
    ...{ singleLimitBps: null, groupLimitBps: 12_345 },
  },
  contradictionAnswers: [
    {
      ...{ code: 'DEBT_BELOW_BUREAU', stated: '0 fen', found: 'bureau: 500 fen', explanation: '上周已还清，有出借人证明' },
      ...{ evidenceIds: ['phv_1'], answeredBy: 'emp_1', answeredAt: new Date('2026-11-23T08:00:00Z') },
    },
  ],
  termsReason: '收入只够这个额度',
  rework: [{ asked: '再看一次租约', found: '租约到 2028 年' }],
};
const html = (change: Partial<ReportContent> = {}, superseded = false) =>
  htmlOf(riskReportPaper(finalReport('rep_1', { ...content, ...change }), superseded));

describe('[4.9, 4.11] the report as the committee reads it', () => {
  it.each([
    ...['信息真实性', '还款能力', '信用状况', '品格', '环境', '第 1 版', '3,000.00', '12.00%', '按产品公布利率', 'emp_1、emp_2'],
    ...['申报负债低于征信', '重大', '未说明', '年龄不符'],
  ])('says %s', (part) => {
    expect(html()).toContain(part);
  });

  it.each([
    ...['收入下降 10.00%', '29.62%', '低风险 × 偏紧 → 中风险', '保证人', '6.99', '123.45%', '1,234,567.00', '未核实负债'],
    ...['上周已还清，有出借人证明', '收入只够这个额度', '再看一次租约', '租约到 2028 年', '到期还本的贷款，按等额本息折算月供'],
  ])('with its judgement says %s', (part) => {
    expect(html({ judgement })).toContain(part);
  });

  test('one from before there was a judgement has no stress and no concentration, and is read all the same', () => {
    expect(html()).not.toContain('压力测试');
  });

  test('what people wrote is no markup', () => {
    expect(html({ recommendationReason: '<b>fine</b>' })).not.toContain('<b>fine</b>');
  });

  test('only one that a newer version has taken the place of is marked', () => {
    expect([html({}, false), html({}, true)].map((one) => one.includes('已被新版取代'))).toEqual([false, true]);
  });

  it.each([
    ['0.12', '12.00%'],
    ['0', '0.00%'],
    ['0.239999999999', '24.00%'],
    ['0.00005', '0.01%'],
    ['1.5', '150.00%'],
  ])('a rate of %s is %s', (rate, text) => {
    expect(percent(rate)).toBe(text);
  });
});
