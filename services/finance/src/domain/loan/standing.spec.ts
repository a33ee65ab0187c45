import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { applyRepayment } from './apply-repayment.js';
import { aLoan, serviceFee } from './loan.builder.js';
import type { Loan } from './loan.js';
import { standingOf } from './standing.js';

const on = parseLocalDate;
const today = on('2027-12-31');
const pay = (loan: Loan, amountFen: number, paidOn: string) => applyRepayment(loan, amountFen, { paidOn: on(paidOn), today }).loan;

describe('[7.4] how a loan stands', () => {
  it.each([
    ['on the day of payment', '2026-01-15', null, 0, 'CURRENT', 0, 100_000_00],
    ['after fifteen days', '2026-01-30', null, 0, 'CURRENT', 0, 100_500_00],
    ['on the first due day', '2026-02-15', null, 0, 'CURRENT', 0, 101_000_00],
    ['five days late', '2026-02-20', '2026-02-15', 5, 'M1', 19_71, 101_000_00 + 19_71 + 153_53],
  ])('%s', (_title, date, since, daysPastDue, bucket, penaltyOwedFen, payoffFen) => {
    expect(standingOf(aLoan(), on(date))).toMatchObject({ overdueSince: since, daysPastDue, bucket, penaltyOwedFen, payoffFen });
  });

  it.each(['2026-01-30', '2026-02-20', '2026-09-01', '2027-06-30'])('what clears it on %s settles it, and a fen less does not', (date) => {
    const loan = pay(aLoan({ fees: [serviceFee] }), 500_00, '2026-01-20');
    const { payoffFen } = standingOf(loan, on(date));
    expect(pay(loan, payoffFen, date)).toMatchObject({ state: 'SETTLED', creditFen: 0 });
    expect(pay(loan, payoffFen - 1, date).state).toBe('ACTIVE');
  });

  it('shows what the ceiling took off the penalty', () => {
    const loan: Loan = { ...aLoan(), penaltyRate: parseRate('0.24'), uncutPenaltyRate: parseRate('0.3') };
    expect(standingOf(loan, on('2026-03-15'))).toMatchObject({ penaltyAccruedFen: 147_18, penaltyCutFen: 36_80 });
  });

  it('of a settled loan there is nothing to pay', () => {
    expect(standingOf(pay(aLoan(), 200_000_00, '2026-02-01'), on('2027-01-01'))).toMatchObject({ payoffFen: 0, daysPastDue: 0 });
  });

  it('of a day before the last payment is that of the payment', () => {
    expect(standingOf(pay(aLoan(), 1_00, '2026-02-20'), on('2026-02-16'))).toMatchObject({ on: '2026-02-20', daysPastDue: 5 });
  });
});
