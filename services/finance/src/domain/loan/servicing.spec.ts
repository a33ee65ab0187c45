import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { aPolicy } from '../arrears/policy.builder.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { payoffFen } from './early-settlement.js';
import { bookOf } from './loan-book.js';
import { aLoan } from './loan.builder.js';
import type { Loan } from './loan.js';
import { replayRepayments } from './replay-repayments.js';
import { extendNext, payableUntil } from './servicing.js';
import { standingOf } from './standing.js';

const on = parseLocalDate;
const today = on('2027-12-31');
// 15 February 2026 is a Sunday; from the 16th to the 23rd the company celebrates the spring festival.
const policy = {
  ...aPolicy(),
  calendar: {
    hours: [],
    holidays: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23']),
    makeUpDays: new Set<string>(),
  },
};
const following = (): Loan => closeDay(aLoan({ servicing: { holidayRule: 'FOLLOWING' } }), on('2026-01-15'), policy).loan;
const pay = (loan: Loan, amountFen: number, paidOn: string, early: 'SHORTER_TERM' | null = null) =>
  applyRepayment(loan, amountFen, { paidOn: on(paidOn), today, early });

describe('[4.19, 7.4] an instalment that falls due on a day off', () => {
  it('may be paid on the next working day: not late, no penalty', () => {
    const loan = following();
    expect(loan.extensions).toEqual([{ dueOn: '2026-02-15', until: '2026-02-24' }]);
    expect(standingOf(loan, on('2026-02-24'))).toMatchObject({ daysPastDue: 0, penaltyAccruedFen: 0 });
    expect(pay(loan, 8884_88, '2026-02-24').loan).toMatchObject({ overdueFenDays: 0, outstandingFen: 92_115_12 });
  });

  it('is late from the day after that, by all days since it was due', () => {
    expect(standingOf(following(), on('2026-02-25'))).toMatchObject({
      overdueSince: '2026-02-15',
      daysPastDue: 10,
      penaltyAccruedFen: 39_42,
    });
  });

  it('is looked at by the day end on the day on which it becomes late', () => {
    const due = closeDay(following(), on('2026-02-15'), policy).loan;
    expect(due).toMatchObject({ bucket: 'CURRENT', nextChangeOn: '2026-02-25' });
    expect(closeDay(due, on('2026-02-25'), policy).change).toMatchObject({ daysPastDue: 10, bucket: 'M1' });
  });

  it.each<[string, Loan, string]>([
    ['of a product without the rule', closeDay(aLoan(), on('2026-01-15'), policy).loan, '2026-02-15'],
    ['that is a working day', following(), '2026-03-16'],
  ])('is not put off %s', (_title, loan, until) => {
    const dueOn = until === '2026-02-15' ? until : '2026-03-15';
    const next = closeDay(loan, on('2026-02-15'), policy).loan;
    expect(payableUntil(next, on(dueOn))).toBe(until);
  });

  it('follows the calendar as it becomes known, and keeps what is over', () => {
    const loan = following();
    const working = { hours: [], holidays: new Set<string>(), makeUpDays: new Set(['2026-02-15']) };
    expect(extendNext(loan, on('2026-02-01'), working)).toEqual([]);
    expect(extendNext(loan, on('2026-02-15'), working)).toContainEqual({ dueOn: '2026-02-15', until: '2026-02-24' });
    expect(extendNext(loan, on('2026-02-01'), policy.calendar)).toBe(loan.extensions);
  });
});

describe('[4.19] days of grace', () => {
  const grace = (): Loan => aLoan({ servicing: { graceDays: 3 } });

  it.each([
    ['2026-02-18', 0, 0],
    ['2026-02-19', 4, 15_77],
  ])('on %s an unpaid instalment is %i days late', (date, daysPastDue, penaltyAccruedFen) => {
    expect(standingOf(grace(), on(date))).toMatchObject({ daysPastDue, penaltyAccruedFen });
  });

  it('what is paid in them bears no penalty, what is left over all of it', () => {
    const { loan } = pay(grace(), 5000_00, '2026-02-17');
    expect(standingOf(loan, on('2026-02-19'))).toMatchObject({ penaltyAccruedFen: Math.round((3884_88 * 0.18 * 4) / 360) });
  });

  it('are the same in a replay', () => {
    const { loan } = pay(grace(), 5000_00, '2026-02-25');
    const made = { kind: 'REPAYMENT', id: 'rpm_1', amountFen: 5000_00, paidOn: on('2026-02-25'), early: null } as const;
    expect({ ...replayRepayments(loan, [made], today).loan, nextChangeOn: null }).toEqual({ ...loan, nextChangeOn: null });
  });
});

describe('[4.17, 7.10] what repaying early costs', () => {
  const costly = (): Loan => aLoan({ servicing: { earlyRepaymentFeeRate: parseRate('0.01') } });

  it('is a share of the principal repaid, in part', () => {
    const { loan, allocation } = pay(costly(), 500_00 + 10_100_00, '2026-01-30', 'SHORTER_TERM');
    expect(allocation).toMatchObject({ interestFen: 500_00, principalFen: 10_000_00, feeFen: 100_00, creditFen: 0 });
    expect(loan.fees).toMatchObject([{ code: 'EARLY_REPAYMENT', amountFen: 100_00, paidFen: 100_00 }]);
    expect(bookOf(loan)['6021.fee-income']).toBe(-100_00);
  });

  it('or whole', () => {
    expect(payoffFen(costly(), on('2026-01-30'))).toBe(100_000_00 + 500_00 + 1000_00);
    expect(pay(costly(), 101_500_00, '2026-01-30').loan).toMatchObject({ state: 'SETTLED', creditFen: 0 });
    expect(pay(costly(), 101_499_99, '2026-01-30').loan.state).toBe('ACTIVE');
  });

  it('nothing on what is due', () => {
    expect(pay(costly(), 8884_88, '2026-02-15').allocation.feeFen).toBe(0);
  });

  it('is gone when the payment is taken back', () => {
    const { loan } = pay(costly(), 10_600_00, '2026-01-30', 'SHORTER_TERM');
    expect(replayRepayments(loan, [], today, costly()).loan.fees).toEqual([]);
  });
});
