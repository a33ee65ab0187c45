import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { applyRepayment } from '../loan/apply-repayment.js';
import { aLoan, serviceFee } from '../loan/loan.builder.js';
import { standingOf } from '../loan/standing.js';
import { oldestOwedOn, overdueOf } from './overdue-amounts.js';

const on = parseLocalDate;
const today = on('2027-12-31');

describe('[7.4] what is overdue', () => {
  it.each([
    ['on the due day nothing', '2026-02-15', 0, 0, 0],
    ['the day after the first instalment', '2026-02-16', 7884_88, 1000_00, 3_94],
    ['on the next due day still the first only', '2026-03-15', 7884_88, 1000_00, 110_39],
    ['the day after it both', '2026-03-16', 15_848_61, 1921_15, 118_31],
  ])('%s', (_title, day, principalFen, interestFen, penaltyFen) => {
    const totalFen = principalFen + interestFen + penaltyFen;
    expect(overdueOf(aLoan(), on(day))).toEqual({ principalFen, interestFen, penaltyFen, feesFen: 0, totalFen });
  });

  it('with what was paid taken off, and the fees added', () => {
    const { loan } = applyRepayment(aLoan({ fees: [serviceFee] }), 500_00, { paidOn: on('2026-02-15'), today });
    expect(overdueOf(loan, on('2026-02-16'))).toMatchObject({ feesFen: 0, interestFen: 800_00, principalFen: 7884_88 });
    expect(overdueOf(aLoan({ fees: [serviceFee] }), on('2026-02-16'))).toMatchObject({ feesFen: 300_00, interestFen: 1000_00 });
  });

  it('before the day through which the loan is counted is answered as of that day', () => {
    const { loan } = applyRepayment(aLoan(), 1_00, { paidOn: on('2026-03-01'), today });
    expect(overdueOf(loan, on('2026-02-01'))).toEqual(overdueOf(loan, on('2026-03-01')));
  });
});

describe('[7.4] the oldest instalment that is owed', () => {
  it.each([
    ['of a new loan is the first', 0, '2026-02-15'],
    ['one fen short is the same', 8884_87, '2026-02-15'],
    ['paid to the fen is the second', 8884_88, '2026-03-15'],
    ['of a loan that is repaid is none', 200_000_00, null],
  ])('%s', (_title, amountFen, expected) => {
    const loan = amountFen === 0 ? aLoan() : applyRepayment(aLoan(), amountFen, { paidOn: on('2026-02-15'), today }).loan;
    expect(oldestOwedOn(loan)).toBe(expected);
  });

  it('says of every later day what the standing says of it, whatever was paid', () => {
    const payments = fc.array(fc.record({ after: fc.integer({ min: 0, max: 300 }), amountFen: fc.integer({ min: 1, max: 4_000_000 }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(payments, fc.integer({ min: 0, max: 120 }), (made, later) => {
        let loan = aLoan({ fees: [serviceFee] });
        for (const { after, amountFen } of [...made].sort((a, b) => a.after - b.after)) {
          loan = applyRepayment(loan, amountFen, { paidOn: addDays(loan.disbursedOn, after), today }).loan;
        }
        const day = addDays(loan.agedOn, later);
        const owedOn = oldestOwedOn(loan);
        expect(owedOn !== null && owedOn < day ? owedOn : null).toBe(standingOf(loan, day).overdueSince);
      }),
      { numRuns: 200 },
    );
  });
});
