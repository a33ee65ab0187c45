import { DomainError, fen, invariant, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { repayEarly } from './early-repayment.js';
import type { EarlyMode } from './early-repayment.js';
import { payoffFen, settled } from './early-settlement.js';
import { ageLoan } from './age-loan.js';
import { outstandingOf } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import type { Loan } from './loan.js';
import { payDue, Purse, settleIfCleared } from './spend.js';

// A repayment (还款) is spread over what is owed: fees that fell due on payment, penalty of what is late, then oldest first each instalment's
// interest before its principal (Civil Code 561). Money beyond what is due settles the whole loan when it suffices; else it repays principal early when the
// borrower wants that (提前部分还款), or stays his credit until the next due day. Of a loan that was written off everything is due. Not a fen is lost or made.

export interface Allocation {
  readonly feeFen: Fen;
  readonly penaltyFen: Fen;
  readonly interestFen: Fen;
  readonly principalFen: Fen;
  /** Credit of earlier payments that was used now. */
  readonly creditUsedFen: Fen;
  /** What of this payment became credit. */
  readonly creditFen: Fen;
  readonly interestWaivedFen: Fen;
}

export interface RepaymentOutcome {
  readonly loan: Loan;
  readonly allocation: Allocation;
}

export interface RepaymentTime {
  readonly paidOn: LocalDate;
  /** The latest date that a payment may have. */
  readonly today: LocalDate;
  /** How the rest is to run when principal is repaid early with what is left; nothing when it stays credit. */
  readonly early?: EarlyMode | null;
}

/**
 * Applies an amount received on `paidOn`, which is not before the day through which the loan is counted (`replayRepayments` is for those); throws
 * DomainError REPAYMENT_AMOUNT_INVALID or REPAYMENT_DATE_INVALID.
 */
export function applyRepayment(before: Loan, amountFen: Fen, when: RepaymentTime): RepaymentOutcome {
  if (amountFen <= 0) throw new DomainError('REPAYMENT_AMOUNT_INVALID', {}, 'amount');
  checkPaidOn(before, when);
  const loan = ageLoan(before, when.paidOn);
  invariant(loan.agedOn === when.paidOn, 'a payment before the day through which a loan is counted is replayed');
  const purse = new Purse(fen(amountFen + loan.creditFen));
  const { rows, fees, penaltyPaidFen } = spread(loan, when, purse);
  const balances = { outstandingFen: outstandingOf(rows), creditFen: purse.left(), receivedFen: fen(loan.receivedFen + amountFen) };
  // Tonight's day end sees whether the payment cured it.
  const paid = { ...loan, fees, rows, penaltyPaidFen, ...balances, nextChangeOn: earlierOf(loan.nextChangeOn, when.paidOn) };
  const outcome = { loan: settleIfCleared(paid, when.paidOn), allocation: allocationOf(before, paid, amountFen) };
  checkConserved(before, outcome, amountFen);
  return outcome;
}

/** Throws DomainError REPAYMENT_DATE_INVALID, or REPAYMENT_BEFORE_WRITE_OFF for money of the time when the loan stood on the books. */
export function checkPaidOn(
  { disbursedOn, writeOff }: Pick<Loan, 'disbursedOn' | 'writeOff'>,
  { paidOn, today }: Pick<RepaymentTime, 'paidOn' | 'today'>,
): void {
  if (paidOn < disbursedOn || paidOn > today) {
    throw new DomainError('REPAYMENT_DATE_INVALID', { earliest: disbursedOn, latest: today }, 'paidOn');
  }
  if (writeOff && paidOn < writeOff.on) throw new DomainError('REPAYMENT_BEFORE_WRITE_OFF', { on: writeOff.on }, 'paidOn');
}

/** The earlier of two days; a day that nothing waits for gives way. */
export const earlierOf = (waiting: LocalDate | null, on: LocalDate): LocalDate => (waiting !== null && waiting < on ? waiting : on);

type Spread = Pick<Loan, 'fees' | 'penaltyPaidFen' | 'rows'>;

function spread(loan: Loan, { paidOn, early = null }: RepaymentTime, purse: Purse): Spread {
  const isDue = loan.state === 'WRITTEN_OFF' ? () => true : (row: LoanInstalment) => row.dueOn <= paidOn;
  const paid = payDue(loan, isDue, purse);
  if (loan.state === 'WRITTEN_OFF') return paid;
  const now = { ...loan, ...paid };
  const settlement = payoffFen(now, paidOn);
  // What is due is paid, or there is no money left: all that is over is for what is to come.
  if (purse.left() >= settlement) {
    purse.take(settlement);
    return { ...paid, ...settled(now, paidOn) };
  }
  return early === null ? paid : { ...paid, ...repayEarly(now, { on: paidOn, mode: early }, purse) };
}

function allocationOf(before: Loan, after: Loan, amountFen: Fen): Allocation {
  const grown = (read: (row: LoanInstalment) => Fen): Fen => fen(sumFen(after.rows.map(read)) - sumFen(before.rows.map(read)));
  const feeFen = fen(sumFen(after.fees.map((fee) => fee.paidFen)) - sumFen(before.fees.map((fee) => fee.paidFen)));
  const interestFen = grown((row) => row.interestPaidFen);
  const principalFen = grown((row) => row.principalPaidFen);
  const penaltyFen = fen(after.penaltyPaidFen - before.penaltyPaidFen);
  const usedFen = fen(feeFen + penaltyFen + interestFen + principalFen);
  return {
    feeFen,
    penaltyFen,
    interestFen,
    principalFen,
    creditUsedFen: Math.max(0, usedFen - amountFen),
    creditFen: Math.max(0, amountFen - usedFen),
    interestWaivedFen: grown((row) => row.interestWaivedFen),
  };
}

function checkConserved(before: Loan, { loan, allocation }: RepaymentOutcome, amountFen: Fen): void {
  const { feeFen, penaltyFen, interestFen, principalFen, creditUsedFen, creditFen } = allocation;
  invariant(feeFen + penaltyFen + interestFen + principalFen + creditFen === amountFen + creditUsedFen, 'a repayment is spread to the fen');
  invariant(loan.creditFen === before.creditFen + creditFen - creditUsedFen, 'credit is kept to the fen');
  invariant(loan.outstandingFen === before.outstandingFen - principalFen, 'principal is kept to the fen');
}
