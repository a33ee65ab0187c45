import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, sumFen } from '@weilend/kernel';
import { aPolicy } from '../arrears/policy.builder.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { bookOf, linesBetween } from './loan-book.js';
import { aLoan, serviceFee } from './loan.builder.js';
import { checkTakesMoney, reverseLoan } from './reverse-loan.js';
import { standingOf } from './standing.js';

const loan = aLoan({ fees: [serviceFee] });
const later = addDays(addMonths(loan.disbursedOn, 2), 3);

describe('[7.3] a loan whose payment was taken back', () => {
  it.each([
    ['on the day of payment', loan],
    ['after days were closed: provided for, billed, late', closeDay(loan, later, aPolicy()).loan],
  ])('%s leaves nothing in the books and nothing to pay', (_title, before) => {
    const reversed = reverseLoan(before);
    expect(Object.values(bookOf(reversed)).filter((balanceFen) => balanceFen !== 0)).toEqual([]);
    const lines = linesBetween(before, reversed);
    expect(sumFen(lines.map((line) => line.debitFen))).toBe(sumFen(lines.map((line) => line.creditFen)));
    expect(reversed).toMatchObject({ state: 'REVERSED', outstandingFen: 0, nextChangeOn: null, principalFen: loan.principalFen });
    expect(standingOf(reversed, later)).toMatchObject({ daysPastDue: 0, penaltyOwedFen: 0, payoffFen: 0 });
  });

  it('stands once something was paid on it', () => {
    const paid = applyRepayment(loan, 1, { paidOn: loan.disbursedOn, today: loan.disbursedOn }).loan;
    expect(() => reverseLoan(paid)).toThrow('LOAN_ALREADY_REPAID');
  });

  it.each(['SETTLED', 'REVERSED'] as const)('is not one that is %s', (state) => {
    expect(() => reverseLoan({ ...loan, state })).toThrow('ILLEGAL_TRANSITION');
  });

  it('takes no money', () => {
    expect(() => checkTakesMoney(reverseLoan(loan))).toThrow('LOAN_REVERSED');
    expect(() => checkTakesMoney(loan)).not.toThrow();
  });
});
