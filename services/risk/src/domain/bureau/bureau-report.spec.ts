import { describe, expect, it } from '@jest/globals';
import { contradictionIn } from './bureau-report.js';
import { aReport, DETAILS } from './bureau-report.builder.js';
import type { BureauReport } from './bureau-report.js';

const [credit] = DETAILS.credits;
const writtenOff = { ...credit!, status: 'WRITTEN_OFF' as const };
const late = (month: string, bucket: 'D1_30' | 'OVER_90' = 'D1_30') => ({ month, bucket });

describe('[4.10] a report agrees with itself', () => {
  it.each<[string, BureauReport]>([
    ['as delivered', aReport()],
    ['without details', aReport({ details: null, openCredits: 9 })],
    [
      'a clean one',
      aReport({ openCredits: 0, delinquenciesIn24Months: 0, inquiriesIn6Months: 0 }, { credits: [], arrears: [], inquiries: [] }),
    ],
    ['the oldest month that counts', aReport({}, { arrears: [late('2024-12')] })],
    ['over ninety days late this month', aReport({ currentSeriousDelinquency: true }, { arrears: [late('2026-11', 'OVER_90')] })],
    ['over ninety days late once, long ago', aReport({}, { arrears: [late('2025-01', 'OVER_90')] })],
    ['a debt written off', aReport({ currentSeriousDelinquency: true, openCredits: 0 }, { credits: [writtenOff] })],
    ['one written off and paid since', aReport({ openCredits: 0 }, { credits: [{ ...writtenOff, balanceFen: 0 }] })],
  ])('%s', (_name, report) => {
    expect(contradictionIn(report)).toBeNull();
  });
});

describe('[4.10] a report that contradicts itself is not believed', () => {
  it.each<[string, BureauReport, string]>([
    ['more credits than rows', aReport({ openCredits: 2 }), 'openCredits'],
    ['fewer credits than rows', aReport({ openCredits: 0 }), 'openCredits'],
    ['one written off counted as open', aReport({ currentSeriousDelinquency: true }, { credits: [writtenOff] }), 'openCredits'],
    ['late months left out', aReport({ delinquenciesIn24Months: 0 }), 'delinquenciesIn24Months'],
    ['one late month twice', aReport({ delinquenciesIn24Months: 2 }, { arrears: [late('2026-05'), late('2026-05')] }), 'the late months'],
    ['a late month before the 24', aReport({}, { arrears: [late('2024-11')] }), 'the late months'],
    ['a late month to come', aReport({}, { arrears: [late('2026-12')] }), 'a month'],
    ['an inquiry to come', aReport({}, { inquiries: [{ month: '2027-01', count: 2 }] }), 'a month'],
    ['inquiries older than six months counted', aReport({ inquiriesIn6Months: 6 }), 'inquiriesIn6Months'],
    ['inquiries left out', aReport({ inquiriesIn6Months: 1 }), 'inquiriesIn6Months'],
    ['serious without a reason', aReport({ currentSeriousDelinquency: true }), 'currentSeriousDelinquency'],
    ['over ninety days late now and not serious', aReport({}, { arrears: [late('2026-11', 'OVER_90')] }), 'currentSeriousDelinquency'],
    ['written off and not serious', aReport({ openCredits: 0 }, { credits: [writtenOff] }), 'currentSeriousDelinquency'],
  ])('%s', (_name, report, figure) => {
    expect(contradictionIn(report)).toBe(figure);
  });
});
