import { fen, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { EMPTY_CHAIN } from '../ledger/journal.js';
import type { ChainHead } from '../ledger/journal.js';
import type { ChargedFee, PricedLoan } from '../quote/price-loan.js';
import type { DayCount, Method, ScheduleRounding, ScheduleRow } from '../schedule/terms.js';
import { loanMachine } from './loan.machine.js';
import type { LoanState } from './loan.machine.js';

// A loan that runs: its schedule with what has been paid on each instalment, the fees that fell due on the day of payment, and
// what the borrower has paid in excess. Principal paid out equals principal repaid plus principal owed, at every moment.

export interface LoanInstalment extends ScheduleRow {
  readonly interestPaidFen: Fen;
  readonly principalPaidFen: Fen;
  /** Interest of days that never came, because the loan was repaid before. */
  readonly interestWaivedFen: Fen;
}

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
  readonly dayCount: DayCount;
  readonly rounding: ScheduleRounding;
  readonly disbursedOn: LocalDate;
  readonly fees: readonly LoanFee[];
  readonly rows: readonly LoanInstalment[];
  readonly outstandingFen: Fen;
  /** 溢缴款. */
  readonly creditFen: Fen;
  readonly settledOn: LocalDate | null;
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
  | 'dayCount'
  | 'rounding'
  | 'disbursedOn'
>;

/** The loan of a payment; `priced` is the same computation that quote and cost sheet showed. */
export function openLoan(facts: LoanFacts, priced: PricedLoan): Loan {
  return {
    ...facts,
    version: 0,
    state: loanMachine.initial,
    fees: priced.fees.map((fee) => ({ ...fee, paidFen: 0 })),
    rows: priced.rows.map((row) => ({ ...row, interestPaidFen: 0, principalPaidFen: 0, interestWaivedFen: 0 })),
    outstandingFen: facts.principalFen,
    creditFen: 0,
    settledOn: null,
    chain: EMPTY_CHAIN,
  };
}

export const interestOwedFen = (row: LoanInstalment): Fen => fen(row.interestFen - row.interestPaidFen - row.interestWaivedFen);
export const principalOwedFen = (row: LoanInstalment): Fen => fen(row.principalFen - row.principalPaidFen);
export const feeOwedFen = (fee: LoanFee): Fen => fen(fee.amountFen - fee.paidFen);

/** Principal still owed. */
export function outstandingOf(rows: readonly LoanInstalment[]): Fen {
  return sumFen(rows.map(principalOwedFen));
}

/** True when no fee, interest or principal is left to pay. */
export function isCleared(loan: Pick<Loan, 'rows' | 'fees'>): boolean {
  return (
    loan.rows.every((row) => interestOwedFen(row) === 0 && principalOwedFen(row) === 0) && loan.fees.every((fee) => feeOwedFen(fee) === 0)
  );
}
