import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { aPolicy } from '../arrears/policy.builder.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { aLoan, serviceFee } from './loan.builder.js';
import { EARLY_MODES } from './early-repayment.js';
import { bookOf } from './loan-book.js';
import { replayRepayments } from './replay-repayments.js';
import type { LoanAct } from './replay-repayments.js';
import type { Loan } from './loan.js';

const on = parseLocalDate;
const today = on('2027-12-31');
type Payment = Extract<LoanAct, { kind: 'REPAYMENT' }>;
const inOrder = (loan: Loan, made: readonly Payment[]): Loan =>
  made.reduce((now, { amountFen, paidOn, early }) => applyRepayment(now, amountFen, { paidOn, today, early }).loan, loan);

const payment = (id: string, amountFen: number, paidOn: string, early: Payment['early'] = null): Payment => ({
  ...{ kind: 'REPAYMENT', id, amountFen, paidOn: on(paidOn), early },
});
const first = payment('rpm_1', 8884_88, '2026-02-15');
const second = payment('rpm_2', 8884_88, '2026-03-15');

describe('[7.3] payments that are spread anew', () => {
  it('an earlier one that arrives later stands where its date puts it', () => {
    const { loan, allocationOf } = replayRepayments(inOrder(aLoan(), [second]), [second, first], today);
    expect(loan.rows).toEqual(inOrder(aLoan(), [first, second]).rows);
    expect([allocationOf('rpm_1'), allocationOf('rpm_2')]).toMatchObject([
      { principalFen: 7884_88 },
      { principalFen: 7963_73, penaltyFen: 0 },
    ]);
  });

  it('without one of them the later ones fill its place, and what is late then costs penalty', () => {
    const { loan, allocationOf } = replayRepayments(inOrder(aLoan(), [first, second]), [second], today);
    expect(loan.outstandingFen).toBe(100_000_00 - allocationOf('rpm_2').principalFen);
    expect(allocationOf('rpm_2')).toMatchObject({ penaltyFen: 110_39, interestFen: 1000_00 + 0 });
  });

  it('a loan that was settled runs again when its payment is taken back', () => {
    const settled = inOrder(aLoan(), [payment('rpm_1', 200_000_00, '2026-02-01')]);
    const { loan } = replayRepayments(settled, [], today);
    expect([settled.state, loan.state, loan.outstandingFen, loan.creditFen, loan.settledOn]).toEqual([
      'SETTLED',
      'ACTIVE',
      100_000_00,
      0,
      null,
    ]);
  });

  it('what was billed and classified stays until the next day end, which is today', () => {
    const late = closeDay(aLoan(), on('2026-06-01'), aPolicy()).loan;
    const { loan } = replayRepayments(late, [], on('2026-06-01'));
    expect(loan).toMatchObject({ loanClass: 'SUBSTANDARD', nextChangeOn: '2026-06-01', overdueFenDays: late.overdueFenDays });
    expect(bookOf(loan)).toEqual(bookOf(late));
  });

  it('a payment that was not made has no part in it', () => {
    expect(replayRepayments(aLoan(), [], today).allocationOf('rpm_9')).toMatchObject({ principalFen: 0, creditFen: 0 });
  });

  it('in whatever order they arrive, the loan is that of their dates', () => {
    const earlyModes = fc.constantFrom(null, ...EARLY_MODES);
    const made = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 30_000_00 })), {
      minLength: 1,
      maxLength: 7,
      selector: ([day]) => day,
    });
    fc.assert(
      fc.property(made, fc.infiniteStream(fc.integer()), fc.array(earlyModes, { minLength: 1, maxLength: 4 }), (days, shuffle, modes) => {
        const loan = aLoan({ fees: [serviceFee] });
        const all = days.map(([day, amountFen], place) =>
          payment(`rpm_${place}`, amountFen, addDays(loan.disbursedOn, day), modes[place % modes.length]),
        );
        const sorted = [...all].sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1));
        const shuffled = all.map((one) => ({ one, key: shuffle.next().value as number })).sort((a, b) => a.key - b.key);
        const { loan: replayed } = replayRepayments(
          inOrder(loan, sorted),
          shuffled.map(({ one }) => one),
          today,
          loan,
        );
        expect({ ...replayed, nextChangeOn: null }).toEqual({ ...inOrder(loan, sorted), nextChangeOn: null });
      }),
      { numRuns: 60 },
    );
  });
});
