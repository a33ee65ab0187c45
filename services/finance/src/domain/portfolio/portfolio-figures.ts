import { fen, sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import { isNonPerforming, LOAN_CLASSES } from '../arrears/loan-class.js';
import type { LoanClass } from '../arrears/loan-class.js';
import { BUCKETS } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';
import { ratioOf } from './ratio.js';
import type { Ratio } from './ratio.js';

// The portfolio (贷款余额结构) at the end of a business day: how many loans run and what is owed on them, by class and by days past due. One late instalment
// makes the whole balance of its loan overdue (逾期率); the last three classes are non-performing (不良率). All rates are by balance of principal.

/** Loans that are alike: what the book is counted in. */
export interface PortfolioSlice {
  readonly loanClass: LoanClass;
  readonly bucket: Bucket;
  readonly loans: number;
  readonly outstandingFen: Fen;
  readonly provisionFen: Fen;
}

export interface PortfolioSum {
  readonly loans: number;
  readonly outstandingFen: Fen;
  readonly provisionFen: Fen;
}

export interface PortfolioFigures extends PortfolioSum {
  readonly classes: readonly (PortfolioSum & { readonly loanClass: LoanClass })[];
  readonly buckets: readonly (PortfolioSum & { readonly bucket: Bucket })[];
  /** 逾期率: balance of loans that are at least one day late. */
  readonly overdue: Ratio;
  /** 不良率: balance of the classes SUBSTANDARD, DOUBTFUL and LOSS. */
  readonly nonPerforming: Ratio;
  /** Balance of loans that are 30 days late or more. */
  readonly par30: Ratio;
  /** Balance of loans that are 90 days late or more. */
  readonly par90: Ratio;
}

/** `slices` are the loans that run; the order does not matter. */
export function portfolioFigures(slices: readonly PortfolioSlice[]): PortfolioFigures {
  const all = sumOf(slices);
  const share = (isIn: (slice: PortfolioSlice) => boolean): Ratio => ratioOf(sumOf(slices.filter(isIn)).outstandingFen, all.outstandingFen);
  return {
    ...all,
    classes: LOAN_CLASSES.map((loanClass) => ({ loanClass, ...sumOf(slices.filter((slice) => slice.loanClass === loanClass)) })),
    buckets: BUCKETS.map((bucket) => ({ bucket, ...sumOf(slices.filter((slice) => slice.bucket === bucket)) })),
    overdue: share(({ bucket }) => bucket !== 'CURRENT'),
    nonPerforming: share(({ loanClass }) => isNonPerforming(loanClass)),
    par30: share(({ bucket }) => isThirtyDaysLate(bucket)),
    par90: share(({ bucket }) => bucket === 'M4_PLUS'),
  };
}

export const isThirtyDaysLate = (bucket: Bucket): boolean => bucket === 'M2_M3' || bucket === 'M4_PLUS';

function sumOf(slices: readonly PortfolioSlice[]): PortfolioSum {
  return {
    loans: slices.reduce((sum, slice) => sum + slice.loans, 0),
    outstandingFen: sumFen(slices.map((slice) => slice.outstandingFen)),
    provisionFen: sumFen(slices.map((slice) => slice.provisionFen)),
  };
}

export interface LargeBorrower {
  readonly customerId: string;
  readonly outstandingFen: Fen;
}

export interface Concentration {
  readonly borrowers: readonly (LargeBorrower & { readonly share: Ratio })[];
  /** All of them together. */
  readonly together: Ratio;
}

/** Concentration (集中度): what the largest borrowers owe against the net assets of the last year end. */
export function concentrationOf(largest: readonly LargeBorrower[], netAssetsFen: Fen): Concentration {
  return {
    borrowers: largest.map((borrower) => ({ ...borrower, share: ratioOf(borrower.outstandingFen, netAssetsFen) })),
    together: ratioOf(fen(sumFen(largest.map((borrower) => borrower.outstandingFen))), netAssetsFen),
  };
}
