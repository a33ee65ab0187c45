// What a credit bureau says of a borrower (征信报告): six figures for the first look and, behind them, every open credit, the late months,
// who else asked, public records and what he stands surety for. Figures and details say the same thing; a report whose figures and
// details differ is not believed. Amounts are fen, months `YYYY-MM`.

/** Whether the number belongs to a person that the register knows under it. */
export const IDENTITY_MATCHES = ['CONSISTENT', 'INCONSISTENT', 'UNVERIFIED'] as const;
export type IdentityMatch = (typeof IDENTITY_MATCHES)[number];

export const LENDER_KINDS = ['BANK', 'CONSUMER_FINANCE', 'MICRO_LOAN', 'AUTO_FINANCE', 'ONLINE_PLATFORM'] as const;
export type LenderKind = (typeof LENDER_KINDS)[number];

/** How late a month was at its worst, mildest first. */
export const ARREARS_BUCKETS = ['D1_30', 'D31_60', 'D61_90', 'OVER_90'] as const;
export type ArrearsBucket = (typeof ARREARS_BUCKETS)[number];

export const PUBLIC_RECORD_KINDS = ['ENFORCEMENT', 'JUDGMENT', 'TAX_ARREARS', 'PENALTY'] as const;
export type PublicRecordKind = (typeof PUBLIC_RECORD_KINDS)[number];

export const CREDIT_STATUSES = ['OPEN', 'WRITTEN_OFF'] as const;

export interface BureauCredit {
  readonly lenderKind: LenderKind;
  /** A debt that its lender wrote off is still owed, but nobody expects instalments of it. */
  readonly status: (typeof CREDIT_STATUSES)[number];
  readonly limitFen: number;
  readonly balanceFen: number;
  readonly monthlyPaymentFen: number;
}

export interface BureauDetails {
  readonly identityMatch: IdentityMatch;
  readonly credits: readonly BureauCredit[];
  /** Late months of the last 24, one row a month with its worst bucket. */
  readonly arrears: readonly { readonly month: string; readonly bucket: ArrearsBucket }[];
  /** How often lenders asked, by month; months without a question are left out. */
  readonly inquiries: readonly { readonly month: string; readonly count: number }[];
  readonly publicRecords: readonly {
    readonly kind: PublicRecordKind;
    readonly recordedOn: string;
    readonly amountFen: number | null;
    readonly settled: boolean;
  }[];
  /** Debts of others that he answers for. */
  readonly guarantees: readonly {
    readonly lenderKind: LenderKind;
    readonly amountFen: number;
    readonly balanceFen: number;
    readonly inArrears: boolean;
  }[];
}

export interface BureauReport {
  /** 300 (worst) to 850 (best). */
  readonly score: number;
  /** More than ninety days past due in the month of the report, or a debt written off. */
  readonly currentSeriousDelinquency: boolean;
  /** Late months, the month of the report included. */
  readonly delinquenciesIn24Months: number;
  readonly openCredits: number;
  /** The month of the report and the five before. */
  readonly inquiriesIn6Months: number;
  readonly reportedOn: string;
  /** Null in reports from before details were delivered. */
  readonly details: BureauDetails | null;
}

const ARREARS_MONTHS = 24;
const INQUIRY_MONTHS = 6;

/** Why the figures of a report do not follow from its details; null when they do. Names the figure, never its value. */
export function contradictionIn(report: BureauReport): string | null {
  const { details } = report;
  if (!details) return null;
  const ageOf = (month: string): number => monthNumber(report.reportedOn) - monthNumber(month);
  const months = details.arrears.map(({ month }) => month);
  const recent = details.inquiries.filter(({ month }) => ageOf(month) < INQUIRY_MONTHS);
  const checks: readonly (readonly [string, boolean])[] = [
    ['a month', [...months, ...details.inquiries.map(({ month }) => month)].every((month) => ageOf(month) >= 0)],
    ['the late months', months.every((month) => ageOf(month) < ARREARS_MONTHS) && new Set(months).size === months.length],
    ['delinquenciesIn24Months', report.delinquenciesIn24Months === months.length],
    ['openCredits', report.openCredits === details.credits.filter(({ status }) => status === 'OPEN').length],
    ['inquiriesIn6Months', report.inquiriesIn6Months === recent.reduce((sum, { count }) => sum + count, 0)],
    ['currentSeriousDelinquency', report.currentSeriousDelinquency === isSerious(details, report.reportedOn)],
  ];
  return checks.find(([, holds]) => !holds)?.[0] ?? null;
}

function isSerious(details: BureauDetails, reportedOn: string): boolean {
  const now = reportedOn.slice(0, 7);
  return (
    details.arrears.some(({ month, bucket }) => month === now && bucket === 'OVER_90') ||
    details.credits.some(({ status, balanceFen }) => status === 'WRITTEN_OFF' && balanceFen > 0)
  );
}

/** Months since year 0, so that months can be counted. */
function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
