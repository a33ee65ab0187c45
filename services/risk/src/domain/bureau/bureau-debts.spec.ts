import { describe, expect, it, test } from '@jest/globals';
import { bureauDebts, figuresOf } from './bureau-debts.js';
import type { BureauDebts } from './bureau-debts.js';
import { aReport } from './bureau-report.builder.js';
import type { BureauDetails } from './bureau-report.js';

const open = { lenderKind: 'BANK', status: 'OPEN', limitFen: 300, balanceFen: 200, monthlyPaymentFen: 10 } as const;
const writtenOff = { ...open, status: 'WRITTEN_OFF', balanceFen: 70, monthlyPaymentFen: 5 } as const;
const guarantee = { lenderKind: 'BANK', amountFen: 900, balanceFen: 400, inArrears: false } as const;
const nothing: BureauDebts = { openCredits: 0, balanceFen: 0, limitFen: 0, monthlyPaymentFen: 0, guaranteedFen: 0 };

describe('[4.10] what he owes and pays by the word of the bureau', () => {
  it.each<[string, Partial<BureauDetails>, BureauDebts]>([
    ['nothing', { credits: [] }, nothing],
    ['one credit', { credits: [open] }, { openCredits: 1, balanceFen: 200, limitFen: 300, monthlyPaymentFen: 10, guaranteedFen: 0 }],
    ['two', { credits: [open, open] }, { openCredits: 2, balanceFen: 400, limitFen: 600, monthlyPaymentFen: 20, guaranteedFen: 0 }],
    ['a debt written off is owed, not paid', { credits: [writtenOff] }, { ...nothing, balanceFen: 70 }],
    ['both', { credits: [open, writtenOff] }, { openCredits: 1, balanceFen: 270, limitFen: 300, monthlyPaymentFen: 10, guaranteedFen: 0 }],
    ['what he stands surety for is apart', { credits: [], guarantees: [guarantee, guarantee] }, { ...nothing, guaranteedFen: 800 }],
  ])('%s', (_name, details, debts) => {
    expect(bureauDebts(aReport({}, details))).toEqual(debts);
  });

  test('a report without details says nothing, which is not the same as no debts', () => {
    expect(bureauDebts({ details: null })).toBeNull();
    expect(figuresOf(aReport({ details: null }))).toEqual({
      ...{ reportedOn: '2026-11-23', delinquenciesIn24Months: 1, inquiriesIn6Months: 2 },
      ...{ identityMatch: null, debts: null, worstArrears: null, publicRecords: null },
    });
  });

  it.each<[string, BureauDetails['arrears'], string | null]>([
    ['never late', [], null],
    ['once', [{ month: '2026-05', bucket: 'D1_30' }], 'D1_30'],
    [
      'the worst, whenever it was',
      [
        { month: '2025-05', bucket: 'D61_90' },
        { month: '2026-05', bucket: 'D31_60' },
        { month: '2026-11', bucket: 'D1_30' },
      ],
      'D61_90',
    ],
  ])('worst lateness: %s', (_name, arrears, worst) => {
    expect(figuresOf(aReport({}, { arrears })).worstArrears).toBe(worst);
  });

  test('figures hold no row of the report', () => {
    const record = { kind: 'ENFORCEMENT', recordedOn: '2025-01-01', amountFen: 1, settled: false } as const;
    expect(figuresOf(aReport({}, { credits: [open], publicRecords: [record] }))).toEqual({
      ...{ reportedOn: '2026-11-23', delinquenciesIn24Months: 1, inquiriesIn6Months: 2 },
      ...{ identityMatch: 'CONSISTENT', worstArrears: 'D1_30', publicRecords: 1 },
      debts: { openCredits: 1, balanceFen: 200, limitFen: 300, monthlyPaymentFen: 10, guaranteedFen: 0 },
    });
  });
});
