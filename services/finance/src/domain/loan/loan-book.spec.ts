import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { aPolicy } from '../arrears/policy.builder.js';
import { balanced } from '../ledger/journal.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { aLoan, serviceFee } from './loan.builder.js';
import { bookOf, interestReceivableFen, linesBetween } from './loan-book.js';
import type { Loan } from './loan.js';

const on = parseLocalDate;
const paidOn = on('2026-03-20');
const pay = (loan: Loan, amountFen: number) => applyRepayment(loan, amountFen, { paidOn, today: paidOn }).loan;
const moved = (before: Loan | null, after: Loan) =>
  linesBetween(before, after).map((line) => [line.account, line.debitFen - line.creditFen]);

describe('[4.19] what the ledger says of a loan', () => {
  it('when it is paid out: principal against funds, fees against income', () => {
    expect(moved(null, aLoan({ fees: [serviceFee] }))).toEqual([
      ['1002.lending-funds', -100_000_00],
      ['1303.loan-principal', 100_000_00],
      ['1132.fees-receivable', 300_00],
      ['6021.fee-income', -300_00],
    ]);
  });

  it('on a due day: the interest becomes a receivable', () => {
    const before = closeDay(aLoan(), on('2026-01-15'), aPolicy()).loan;
    expect(moved(before, closeDay(before, on('2026-02-15'), aPolicy()).loan)).toEqual([
      ['1131.interest-receivable', 1000_00],
      ['6011.interest-income', -1000_00],
    ]);
  });

  it('when a late payment comes: penalty, receivable and principal against funds', () => {
    const late = closeDay(aLoan(), on('2026-02-20'), aPolicy()).loan;
    const after = applyRepayment(late, 8_904_59, { paidOn: on('2026-02-20'), today: paidOn }).loan;
    expect(moved(late, after)).toEqual([
      ['1002.lending-funds', 8_904_59],
      ['1303.loan-principal', -7884_88],
      ['1131.interest-receivable', -1000_00],
      ['6012.penalty-income', -19_71],
    ]);
  });

  it('interest of a non-performing loan is taken back out of the income', () => {
    const before = closeDay(aLoan(), on('2026-05-15'), aPolicy()).loan;
    const after = closeDay(before, on('2026-05-16'), aPolicy()).loan;
    expect([interestReceivableFen(before) > 0, interestReceivableFen(after)]).toEqual([true, 0]);
    expect(Object.fromEntries(moved(before, after))).toMatchObject({ '6011.interest-income': interestReceivableFen(before) });
  });

  it('nothing moves when nothing changed', () => expect(linesBetween(aLoan(), aLoan())).toEqual([]));

  it('is balanced after any payments', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120_000_00 }), { maxLength: 4 }), (amounts) => {
        let loan = aLoan({ fees: [serviceFee] });
        for (const amountFen of amounts) {
          const after = pay(loan, amountFen);
          expect(balanced(linesBetween(loan, after))).toBe(true);
          expect(sumFen(Object.values(bookOf(after)))).toBe(0);
          loan = after;
        }
      }),
    );
  });
});
