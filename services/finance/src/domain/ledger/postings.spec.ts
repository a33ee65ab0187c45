import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { applyRepayment } from '../loan/apply-repayment.js';
import { aLoan, serviceFee } from '../loan/loan.builder.js';
import { balanced } from './journal.js';
import { disbursementLines, repaymentLines } from './postings.js';

const paidOn = parseLocalDate('2026-03-20');

describe('[4.19] bookings', () => {
  it('of a payment: principal against funds, fees against income', () => {
    const moved = disbursementLines(aLoan({ fees: [serviceFee] })).map((line) => [line.account, line.debitFen - line.creditFen]);
    expect(moved).toEqual([
      ['1303.loan-principal', 100_000_00],
      ['1002.lending-funds', -100_000_00],
      ['1132.fees-receivable', 300_00],
      ['6021.fee-income', -300_00],
    ]);
  });

  it.each([1, 300_00, 8_884_88, 17_769_76, 30_000_00, 500_000_00])('of a repayment of %i fen balance', (amountFen) => {
    const { allocation } = applyRepayment(aLoan({ fees: [serviceFee] }), amountFen, { paidOn, today: paidOn });
    expect(balanced(repaymentLines(amountFen, allocation))).toBe(true);
  });

  it('balance for any two repayments, also when credit is used', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120_000_00 }), fc.integer({ min: 1, max: 120_000_00 }), (one, two) => {
        const first = applyRepayment(aLoan(), one, { paidOn, today: paidOn });
        const second = applyRepayment(first.loan, two, { paidOn, today: paidOn });
        expect([balanced(repaymentLines(one, first.allocation)), balanced(repaymentLines(two, second.allocation))]).toEqual([true, true]);
      }),
    );
  });
});
