import { fen, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import type { LoanClass } from '../arrears/loan-class.js';
import { bucketOf } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';
import { penaltyFen } from '../arrears/penalty.js';
import type { LoanUse } from '../exposure/loan-use.js';
import { EMPTY_CHAIN } from '../ledger/journal.js';
import type { ChainHead } from '../ledger/journal.js';
import type { ChargedFee, PricedLoan } from '../quote/price-loan.js';
import type { DayCount, Method, ScheduleRounding } from '../schedule/terms.js';
import { interestOwedFen, principalOwedFen } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import { loanMachine } from './loan.machine.js';
import type { LoanState } from './loan.machine.js';

// A loan that runs: its schedule with what has been paid on each instalment, the fees that fell due on the day of payment, the penalty of what is
// late, and what the borrower has paid in excess. Principal paid out equals principal repaid plus principal owed, at every moment.

export interface LoanFee extends ChargedFee {
  readonly paidFen: Fen;
}

export interface Loan {
  readonly id: string;
  readonly version: number;
  readonly state: LoanState;
  readonly contractId: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly disbursementId: string;
  readonly productId: string;
  readonly productVersion: number;
  readonly principalFen: Fen;
  readonly annualRate: Rate;
  readonly termMonths: number;
  readonly method: Method;
  readonly loanUse: LoanUse;
  readonly dayCount: DayCount;
  readonly rounding: ScheduleRounding;
  readonly disbursedOn: LocalDate;
  readonly fees: readonly LoanFee[];
  readonly rows: readonly LoanInstalment[];
  readonly outstandingFen: Fen;
  /** 溢缴款. */
  readonly creditFen: Fen;
  /** All that the borrower has paid. */
  readonly receivedFen: Fen;
  readonly settledOn: LocalDate | null;
  readonly penaltyRate: Rate;
  /** Contract rate x factor, before the ceiling. */
  readonly uncutPenaltyRate: Rate;
  /** Late principal x days, counted through `agedOn`. */
  readonly overdueFenDays: number;
  readonly agedOn: LocalDate;
  readonly penaltyPaidFen: Fen;
  readonly overdueSince: LocalDate | null;
  readonly bucket: Bucket;
  readonly loanClass: LoanClass;
  /** What a person has set, when it is worse than the days say. */
  readonly manualClass: LoanClass | null;
  readonly provisionFen: Fen;
  /** First business date on which the day end can change the loan; null when nothing can. */
  readonly nextChangeOn: LocalDate | null;
  /** Which worker of a day end looks at it. */
  readonly part: number;
  /** End of the loan's chain of ledger entries. */
  readonly chain: ChainHead;
}

type LoanFacts = Pick<
  Loan,
  | 'id'
  | 'contractId'
  | 'applicationId'
  | 'customerId'
  | 'salespersonId'
  | 'disbursementId'
  | 'productId'
  | 'productVersion'
  | 'principalFen'
  | 'annualRate'
  | 'termMonths'
  | 'method'
  | 'loanUse'
  | 'dayCount'
  | 'rounding'
  | 'disbursedOn'
  | 'penaltyRate'
  | 'uncutPenaltyRate'
>;

/** The loan of a payment; `priced` is the same computation that quote and cost sheet showed. */
export function openLoan(facts: LoanFacts, priced: Pick<PricedLoan, 'rows' | 'fees'>): Loan {
  return {
    ...facts,
    version: 0,
    state: loanMachine.initial,
    fees: priced.fees.map((fee) => ({ ...fee, paidFen: 0 })),
    rows: priced.rows.map((row) => ({ ...row, interestPaidFen: 0, principalPaidFen: 0, interestWaivedFen: 0, billed: false })),
    outstandingFen: facts.principalFen,
    creditFen: 0,
    receivedFen: 0,
    settledOn: null,
    overdueFenDays: 0,
    agedOn: facts.disbursedOn,
    penaltyPaidFen: 0,
    overdueSince: null,
    bucket: bucketOf(0),
    loanClass: 'PASS',
    manualClass: null,
    provisionFen: 0,
    // The day of payment itself is closed first: a provision stands from then on.
    nextChangeOn: facts.disbursedOn,
    part: partOf(facts.id),
    chain: EMPTY_CHAIN,
  };
}

/** Parts that the loans are spread over evenly, so that workers can share a day end. */
export const PARTS = 16;

/** Part of a loan by the last letters of its id, which are random. */
export function partOf(loanId: string): number {
  return (loanId.charCodeAt(loanId.length - 1) * 31 + loanId.charCodeAt(loanId.length - 2)) % PARTS;
}

/** Penalty through `agedOn` that is not paid. */
export function penaltyOwedFen(loan: Pick<Loan, 'overdueFenDays' | 'penaltyRate' | 'penaltyPaidFen'>): Fen {
  return fen(penaltyFen(loan.overdueFenDays, loan.penaltyRate) - loan.penaltyPaidFen);
}

export const feeOwedFen = (fee: LoanFee): Fen => fen(fee.amountFen - fee.paidFen);

/** Fees that fell due on payment and are not paid. */
export const feesOwedFen = ({ fees }: Pick<Loan, 'fees'>): Fen => sumFen(fees.map(feeOwedFen));

/** True when no fee, penalty, interest or principal is left to pay. */
export function isCleared(loan: Loan): boolean {
  return (
    penaltyOwedFen(loan) === 0 &&
    loan.rows.every((row) => interestOwedFen(row) === 0 && principalOwedFen(row) === 0) &&
    loan.fees.every((fee) => feeOwedFen(fee) === 0)
  );
}
