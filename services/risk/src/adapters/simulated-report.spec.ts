import { describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { contradictionIn } from '../domain/bureau/bureau-report.js';
import { answerIn } from './bureau-wire.js';
import { simulatedReport } from './simulated-report.js';

const TODAY = '2026-11-23' as LocalDate;
const about = (sequence: number | string) => simulatedReport(`11010519491231${String(sequence).padStart(3, '0')}X`, TODAY);

describe('[4.10] the simulated report follows its published rule', () => {
  it.each([
    ['000', 850, false, 0, 0, 0],
    ['001', 850, false, 0, 1, 1],
    ['002', 849, false, 0, 2, 2],
    ['699', 501, false, 0, 3, 3],
    ['700', 500, false, 1, 0, 4],
    ['899', 401, false, 1, 3, 5],
    ['900', 399, true, 3, 0, 0],
    ['999', 300, true, 3, 3, 3],
    ['A0B', 850, false, 0, 0, 0],
  ])('%s', (sequence, score, currentSeriousDelinquency, delinquenciesIn24Months, openCredits, inquiriesIn6Months) => {
    expect(about(sequence)).toMatchObject({
      ...{ score, currentSeriousDelinquency, delinquenciesIn24Months, openCredits, inquiriesIn6Months },
      reportedOn: TODAY,
    });
  });

  test('the details of one, as an integrator would work them out', () => {
    expect(about('905').details).toEqual({
      identityMatch: 'CONSISTENT',
      credits: [
        { lenderKind: 'BANK', status: 'OPEN', limitFen: 4_500_000, balanceFen: 1_125_000, monthlyPaymentFen: 46_875 },
        { lenderKind: 'BANK', status: 'WRITTEN_OFF', limitFen: 190_500, balanceFen: 190_500, monthlyPaymentFen: 0 },
      ],
      arrears: [
        { month: '2026-11', bucket: 'OVER_90' },
        { month: '2026-10', bucket: 'D61_90' },
        { month: '2026-09', bucket: 'D31_60' },
      ],
      inquiries: [
        { month: '2026-11', count: 3 },
        { month: '2026-09', count: 2 },
        { month: '2026-02', count: 2 },
      ],
      publicRecords: [],
      guarantees: [{ lenderKind: 'BANK', amountFen: 5_000_000, balanceFen: 2_500_000, inArrears: true }],
    });
  });

  it.each([
    ['777', 'INCONSISTENT'],
    ['888', 'UNVERIFIED'],
    ['889', 'CONSISTENT'],
  ])('identity of %s: %s', (sequence, identityMatch) => {
    expect(about(sequence).details?.identityMatch).toBe(identityMatch);
  });

  test('none of the thousand contradicts itself or the protocol, and each kind of row occurs', () => {
    const seen = { records: 0, guarantees: 0, writtenOff: 0 };
    for (let n = 0; n < 1_000; n++) {
      const report = about(n);
      expect([n, contradictionIn(report)]).toEqual([n, null]);
      expect(answerIn(JSON.stringify({ requestId: 'brq_1', personFingerprint: 'f', report }))?.report).toEqual(report);
      seen.records += report.details?.publicRecords.length ?? 0;
      seen.guarantees += report.details?.guarantees.length ?? 0;
      seen.writtenOff += report.details?.credits.filter(({ status }) => status === 'WRITTEN_OFF').length ?? 0;
    }
    expect(seen).toEqual({ records: 53, guarantees: 100, writtenOff: 100 });
  });
});
