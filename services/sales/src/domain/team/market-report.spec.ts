import { describe, expect, it, test } from '@jest/globals';
import { checkReport, concludeReport, correctReport } from './market-report.js';
import type { MarketReport } from './market-report.js';

const at = new Date('2026-11-23T10:00:00Z');
const text = { finding: '同业下调利率至一成', consequence: '老客户可能流失', source: '客户转述与门店公示' };
const report: MarketReport = {
  ...{ id: 'mrp_1', version: 1, kind: 'COMPETITOR', topic: 'INTEREST_RATES', quarter: '2026-Q4', competitor: '某某小贷', ...text },
  ...{ authorId: 'emp_1', writtenAt: at, corrections: [], conclusion: null },
};
const change = { reason: '数字有误', by: 'emp_1', at };
const concluded = concludeReport(report, { text: '推出续贷优惠', by: 'emp_9', at });
const refusal = (code: string) => expect.objectContaining({ code });

describe('[2.7] a market report', () => {
  test.each([
    ['MARKET', null],
    ['COMPETITOR', ' 某某小贷 '],
  ] as const)('on %s is complete', (kind, competitor) => {
    expect(checkReport({ kind, competitor, ...text })).toEqual({ ...text, competitor: competitor?.trim() ?? null });
  });

  it.each<[string, Parameters<typeof checkReport>[0], string]>([
    ['on a competitor without a name', { kind: 'COMPETITOR', competitor: ' ', ...text }, 'INPUT_INVALID'],
    ['on the market with a competitor', { kind: 'MARKET', competitor: '某某小贷', ...text }, 'INPUT_INVALID'],
    ['without a finding', { kind: 'MARKET', competitor: null, ...text, finding: '' }, 'REASON_REQUIRED'],
    ['without a consequence', { kind: 'MARKET', competitor: null, ...text, consequence: '' }, 'REASON_REQUIRED'],
    ['without a source', { kind: 'MARKET', competitor: null, ...text, source: '' }, 'REASON_REQUIRED'],
  ])('is refused %s', (_title, wrong, code) => {
    expect(() => checkReport(wrong)).toThrow(refusal(code));
  });

  test('is corrected beside its first text, and concluded once', () => {
    const corrected = correctReport(report, { ...text, finding: '同业下调利率至一成二' }, change);
    expect(corrected).toMatchObject({ finding: '同业下调利率至一成二', corrections: [{ before: text, reason: '数字有误' }] });
    expect(concluded.conclusion?.text).toBe('推出续贷优惠');
  });

  it.each<[string, () => unknown, string]>([
    ['corrected without a reason', () => correctReport(report, text, { ...change, reason: '' }), 'REASON_REQUIRED'],
    ['corrected after the conclusion', () => correctReport(concluded, text, change), 'REPORT_CONCLUDED'],
    ['concluded twice', () => concludeReport(concluded, { text: '再议一次', by: 'emp_9', at }), 'REPORT_CONCLUDED'],
    ['concluded without words', () => concludeReport(report, { text: '', by: 'emp_9', at }), 'REASON_REQUIRED'],
  ])('is not %s', (_title, act, code) => {
    expect(act).toThrow(refusal(code));
  });
});
