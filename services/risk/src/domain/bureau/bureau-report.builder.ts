import type { BureauDetails, BureauReport } from './bureau-report.js';

// A plain report for tests: one open credit, one late month, two inquiries.

export const DETAILS: BureauDetails = {
  identityMatch: 'CONSISTENT',
  credits: [{ lenderKind: 'BANK', status: 'OPEN', limitFen: 2_000_000, balanceFen: 1_200_000, monthlyPaymentFen: 50_000 }],
  arrears: [{ month: '2026-05', bucket: 'D1_30' }],
  inquiries: [
    { month: '2026-11', count: 1 },
    { month: '2026-06', count: 1 },
    { month: '2026-05', count: 4 },
  ],
  publicRecords: [],
  guarantees: [],
};

export function aReport(change: Partial<BureauReport> = {}, details: Partial<BureauDetails> = {}): BureauReport {
  return {
    score: 700,
    currentSeriousDelinquency: false,
    delinquenciesIn24Months: 1,
    openCredits: 1,
    inquiriesIn6Months: 2,
    reportedOn: '2026-11-23',
    details: { ...DETAILS, ...details },
    ...change,
  };
}
