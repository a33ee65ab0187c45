import { ARREARS_BUCKETS } from './bureau-report.js';
import type { ArrearsBucket, BureauReport, IdentityMatch } from './bureau-report.js';

// What a report adds up to (征信汇总): what the borrower owes and pays each month by the word of other lenders, and the worst that was
// noted of him. Sums only: they may be shown to whoever investigates, while the rows behind them need a reason to be looked at.

/** Amounts in fen. */
export interface BureauDebts {
  readonly openCredits: number;
  /** Still owed: open credits and what was written off. */
  readonly balanceFen: number;
  readonly limitFen: number;
  /** Due each month on the open credits. */
  readonly monthlyPaymentFen: number;
  /** Debts of others that he answers for. */
  readonly guaranteedFen: number;
}

/** Sums and worst marks; what an investigation keeps of a report besides the facts of the scorecard. */
export interface BureauFigures {
  readonly reportedOn: string;
  readonly delinquenciesIn24Months: number;
  readonly inquiriesIn6Months: number;
  /** Null when the report came without details. */
  readonly identityMatch: IdentityMatch | null;
  readonly debts: BureauDebts | null;
  readonly worstArrears: ArrearsBucket | null;
  readonly publicRecords: number | null;
}

/** What he owes and pays a month by the word of the bureau; null when the report came without details. */
export function bureauDebts({ details }: Pick<BureauReport, 'details'>): BureauDebts | null {
  if (!details) return null;
  const open = details.credits.filter(({ status }) => status === 'OPEN');
  return {
    openCredits: open.length,
    balanceFen: sum(details.credits.map(({ balanceFen }) => balanceFen)),
    limitFen: sum(open.map(({ limitFen }) => limitFen)),
    monthlyPaymentFen: sum(open.map(({ monthlyPaymentFen }) => monthlyPaymentFen)),
    guaranteedFen: sum(details.guarantees.map(({ balanceFen }) => balanceFen)),
  };
}

export function figuresOf(report: BureauReport): BureauFigures {
  const { details, reportedOn, delinquenciesIn24Months, inquiriesIn6Months } = report;
  const buckets = new Set(details?.arrears.map(({ bucket }) => bucket));
  return {
    ...{ reportedOn, delinquenciesIn24Months, inquiriesIn6Months },
    identityMatch: details?.identityMatch ?? null,
    debts: bureauDebts(report),
    worstArrears: ARREARS_BUCKETS.findLast((bucket) => buckets.has(bucket)) ?? null,
    publicRecords: details?.publicRecords.length ?? null,
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
