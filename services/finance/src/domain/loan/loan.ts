import { fen, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate, MonthEnd, Rate } from '@weilend/kernel';
import type { LoanClass } from '../arrears/loan-class.js';
import { bucketOf } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';
import { penaltyFen } from '../arrears/penalty.js';
import type { LoanUse } from '../exposure/loan-use.js';
import { EMPTY_CHAIN } from '../ledger/journal.js';
import type { ChainHead } from '../ledger/journal.js';
import type { ChargedFee, PricedLoan } from '../quote/price-loan.js';
import type { DayCount, Method, ScheduleRounding } from '../schedule/terms.js';
import { interestOwedFen, principalOwedFen, unpaidInstalment } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import type { Extension, LoanServicing } from './servicing.js';
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
  readonly monthEnd: MonthEnd;
  readonly instalmentMultipleFen: Fen;
  readonly servicing: LoanServicing;
  readonly extensions: readonly Extension[];
  readonly disbursedOn: LocalDate;
  /** Version of the schedule (还款计划版本): 1 is the one of the payment. */
  readonly scheduleNo: number;
  /** Day on which the schedule in force begins: that of the payment, or of the last restructure. */
  readonly scheduleFrom: LocalDate;
  /** Due day of the first instalment that was ever asked for. */
  readonly firstDueOn: LocalDate;
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
  /** Penalty of the days before the last restructure, at the rates of then, and what the ceiling took off it. */
  readonly penaltyBeforeFen: Fen;
  readonly penaltyCutBeforeFen: Fen;
  readonly penaltyPaidFen: Fen;
  readonly overdueSince: LocalDate | null;
  readonly bucket: Bucket;
  readonly loanClass: LoanClass;
  /** What a person has set, when it is worse than the days say. */
  readonly manualClass: LoanClass | null;
  /** Times that it was restructured. */
  readonly restructures: number;
  /** Last day of the observation after a restructure (观察期): no better than special mention until then. */
  readonly watchUntil: LocalDate | null;
  /** Set when the loan was written off (核销). */
  readonly writeOff: WriteOff | null;
  readonly provisionFen: Fen;
  /** First business date on which the day end can change the loan; null when nothing can. */
  readonly nextChangeOn: LocalDate | null;
  /** Which worker of a day end looks at it. */
  readonly part: number;
  /** End of the loan's chain of ledger entries. */
  readonly chain: ChainHead;
}

/** How the books stood when a loan was written off: what comes in afterwards is recovery. */
export interface WriteOff {
  readonly on: LocalDate;
  /** Principal and fees that left the books. */
  readonly principalFen: Fen;
  readonly feesFen: Fen;
  /** Interest and penalty that had been earned. */
  readonly interestIncomeFen: Fen;
  readonly penaltyIncomeFen: Fen;
  /** All that had been received, less credit. */
  readonly usedFen: Fen;
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
  | 'monthEnd'
  | 'instalmentMultipleFen'
  | 'servicing'
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
    rows: priced.rows.map(unpaidInstalment),
    extensions: [],
    scheduleNo: 1,
    firstDueOn: priced.rows[0]?.dueOn ?? facts.disbursedOn,
    scheduleFrom: facts.disbursedOn,
    outstandingFen: facts.principalFen,
    creditFen: 0,
    receivedFen: 0,
    settledOn: null,
    overdueFenDays: 0,
    agedOn: facts.disbursedOn,
    ...{ penaltyBeforeFen: 0, penaltyCutBeforeFen: 0, penaltyPaidFen: 0 },
    overdueSince: null,
    bucket: bucketOf(0),
    loanClass: 'PASS',
    manualClass: null,
    restructures: 0,
    watchUntil: null,
    writeOff: null,
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

type Penalised = Pick<Loan, 'overdueFenDays' | 'penaltyRate' | 'penaltyBeforeFen'>;

/** Penalty through `agedOn`, paid or not. */
export const penaltyAccruedFen = (loan: Penalised): Fen => fen(loan.penaltyBeforeFen + penaltyFen(loan.overdueFenDays, loan.penaltyRate));

/** Penalty through `agedOn` that is not paid. */
export function penaltyOwedFen(loan: Penalised & Pick<Loan, 'penaltyPaidFen'>): Fen {
  return fen(penaltyAccruedFen(loan) - loan.penaltyPaidFen);
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
