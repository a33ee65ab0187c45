import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { ageLoan } from './age-loan.js';
import { applyRepayment } from './apply-repayment.js';
import type { LoanInstalment } from './instalment.js';
import { aLoan } from './loan.builder.js';
import type { Loan } from './loan.js';

const on = parseLocalDate;
const today = on('2027-12-31');
const pay = (loan: Loan, amountFen: number, paidOn: string) => applyRepayment(loan, amountFen, { paidOn: on(paidOn), today }).loan;
/** The first instalment paid ahead, and 8,884.88 yuan to the borrower's credit. */
const withCredit = () => pay(pay(aLoan(), 8884_88, '2026-02-01'), 8884_88, '2026-02-10');

describe('[7.4] what days do to a loan', () => {
  it.each([
    ['before the due day the credit waits', '2026-03-14', 8884_88, 92_115_12],
    ['on the due day it is spent on the instalment', '2026-03-15', 0, 84_151_39],
    ['and later it was spent on that day', '2026-03-20', 0, 84_151_39],
  ])('%s', (_title, date, creditFen, outstandingFen) => {
    expect(ageLoan(withCredit(), on(date))).toMatchObject({ creditFen, outstandingFen, overdueFenDays: 0 });
  });

  it('credit that does not suffice is spent all the same, and only the rest is late', () => {
    const loan = pay(pay(aLoan(), 8884_88, '2026-02-01'), 1_921_15, '2026-02-10');
    const aged = ageLoan(loan, on('2026-03-25'));
    expect(aged.creditFen).toBe(0);
    expect(aged.overdueFenDays).toBe((7963_73 - 1_000_00) * 10);
  });

  it('credit that pays the last instalment ends the loan on its due day', () => {
    const paid = (row: LoanInstalment) => ({ ...row, principalPaidFen: row.principalFen, interestPaidFen: row.interestFen });
    const almost: Loan = { ...aLoan(), rows: aLoan().rows.map((row, place) => (place < 11 ? paid(row) : row)) };
    const aged = ageLoan({ ...almost, outstandingFen: 8796_88, creditFen: 8884_85, agedOn: on('2026-12-15') }, on('2027-02-01'));
    expect(aged).toMatchObject({ state: 'SETTLED', settledOn: '2027-01-15', creditFen: 0, outstandingFen: 0 });
  });

  it('a day that was counted already changes nothing', () => {
    const aged = ageLoan(withCredit(), on('2026-03-20'));
    expect(ageLoan(aged, on('2026-03-16'))).toEqual(aged);
  });
});
