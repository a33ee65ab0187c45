import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, InvariantViolation, parseLocalDate, sumFen } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { aPolicy } from '../arrears/policy.builder.js';
import { METHODS } from '../schedule/terms.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { aLoan } from './loan.builder.js';
import { bookOf } from './loan-book.js';
import type { Loan } from './loan.js';

const on = parseLocalDate;
const today = on('2029-12-31');
const close = (loan: Loan, date: string) => closeDay(loan, on(date), aPolicy());

/** Every day from payment through `until`, or only the days that the loan itself says it can change on. */
function closeThrough(loan: Loan, until: LocalDate, everyDay: boolean): { loan: Loan; visits: number } {
  let [now, visits] = [loan, 0];
  for (let day = loan.disbursedOn; day <= until; day = addDays(day, 1)) {
    if (!everyDay && (now.nextChangeOn === null || now.nextChangeOn > day)) continue;
    now = closeDay(now, day, aPolicy()).loan;
    visits++;
  }
  return { loan: now, visits };
}

describe('[7.4] the end of a day for one loan', () => {
  it('on the day of payment provides for it and waits for the first due day', () => {
    expect(close(aLoan(), '2026-01-15')).toMatchObject({
      loan: { provisionFen: 1_000_00, loanClass: 'PASS', nextChangeOn: '2026-02-15' },
      change: null,
    });
  });

  it('on a due day bills the interest; what is not paid is looked at tomorrow', () => {
    const { loan, change } = close(aLoan(), '2026-02-15');
    expect(loan.rows.map((row) => row.billed).slice(0, 2)).toEqual([true, false]);
    expect([loan.nextChangeOn, loan.overdueSince, change]).toEqual(['2026-02-16', null, null]);
  });

  it('after a paid instalment waits for the next', () => {
    const paid = applyRepayment(aLoan(), 8884_88, { paidOn: on('2026-02-15'), today }).loan;
    expect(close(paid, '2026-02-15').loan).toMatchObject({ nextChangeOn: '2026-03-15', provisionFen: 921_15, bucket: 'CURRENT' });
  });

  it.each([
    ['2026-02-16', 1, 'M1', 'SPECIAL_MENTION', '2026-03-15'],
    ['2026-03-17', 30, 'M2_M3', 'SPECIAL_MENTION', '2026-04-15'],
    ['2026-05-16', 90, 'M4_PLUS', 'SUBSTANDARD', '2026-06-15'],
    ['2026-11-13', 271, 'M4_PLUS', 'DOUBTFUL', '2026-11-15'],
    ['2027-02-11', 361, 'M4_PLUS', 'LOSS', null],
  ])('on %s a loan that never paid is %i days late: %s, %s', (date, daysPastDue, bucket, loanClass, nextChangeOn) => {
    const { loan } = closeThrough(aLoan(), addDays(on(date), -1), false);
    const { loan: closed, change } = close(loan, date);
    expect(change).toMatchObject({ daysPastDue, bucket, loanClass });
    expect(closed).toMatchObject({ bucket, loanClass, overdueSince: '2026-02-15', nextChangeOn });
  });

  it('says nothing on a day on which nothing changed', () => {
    const { loan } = close(aLoan(), '2026-02-20');
    expect(close(loan, '2026-02-21').change).toBeNull();
  });

  it('tells when a loan is cured', () => {
    const { loan: late } = close(aLoan(), '2026-02-20');
    const paid = applyRepayment(late, 10_000_00, { paidOn: on('2026-02-21'), today }).loan;
    expect(paid.nextChangeOn).toBe('2026-02-21');
    expect(close(paid, '2026-02-21').change).toMatchObject({
      daysPastDue: 0,
      bucket: 'CURRENT',
      previousBucket: 'M1',
      previousClass: 'SPECIAL_MENTION',
    });
  });

  it('leaves a person’s worse judgement, and takes the days’ when they are worse', () => {
    const judged: Loan = { ...aLoan(), manualClass: 'DOUBTFUL' };
    expect(close(judged, '2026-01-20').loan).toMatchObject({ loanClass: 'DOUBTFUL', provisionFen: 50_000_00 });
    expect(closeThrough(judged, on('2027-03-01'), false).loan.loanClass).toBe('LOSS');
  });

  it('a settled loan needs no provision and no further look', () => {
    const settled = applyRepayment(aLoan(), 200_000_00, { paidOn: on('2026-02-01'), today }).loan;
    expect(close(settled, '2026-02-01').loan).toMatchObject({ provisionFen: 0, loanClass: 'PASS', nextChangeOn: null });
  });

  it('closing the same day again changes nothing', () => {
    const { loan } = close(aLoan(), '2026-05-20');
    expect(close(loan, '2026-05-20')).toEqual({ loan, change: null });
  });

  it('is not for days before the payment', () => expect(() => close(aLoan(), '2026-01-14')).toThrow(InvariantViolation));
});

describe('[7.4] a loan that is looked at only when it says so', () => {
  it('stands as if it were looked at every day, whatever is paid and when', () => {
    const payments = fc.array(fc.tuple(fc.integer({ min: 1, max: 20_000_00 }), fc.integer({ min: 0, max: 420 })), { maxLength: 10 });
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), payments, (method, made) => {
        let [daily, seldom] = [aLoan({ method }), aLoan({ method })];
        const until = addDays(daily.disbursedOn, 450);
        for (let day = daily.disbursedOn; day <= until; day = addDays(day, 1)) {
          for (const [amountFen] of made.filter(([, after]) => after === daysBetween(daily.disbursedOn, day))) {
            daily = applyRepayment(daily, amountFen, { paidOn: day, today }).loan;
            seldom = applyRepayment(seldom, amountFen, { paidOn: day, today }).loan;
          }
          daily = closeDay(daily, day, aPolicy()).loan;
          if (seldom.nextChangeOn !== null && seldom.nextChangeOn <= day) seldom = closeDay(seldom, day, aPolicy()).loan;
          expect(bookOf(seldom)).toEqual(bookOf(daily));
          expect([seldom.bucket, seldom.loanClass, seldom.overdueSince]).toEqual([daily.bucket, daily.loanClass, daily.overdueSince]);
          expect(sumFen(Object.values(bookOf(daily)))).toBe(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is looked at a few times a month at most', () => {
    const { visits } = closeThrough(aLoan(), on('2027-12-31'), false);
    expect(visits).toBeLessThan(25);
  });
});
