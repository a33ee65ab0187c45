import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { applyRepayment } from '../loan/apply-repayment.js';
import { aLoan } from '../loan/loan.builder.js';
import { BUCKET_DAYS, bucketOf, daysPastDue, isOwed, nextThresholdOn, overdueSince } from './past-due.js';

const on = parseLocalDate;
const today = on('2027-12-31');

describe('[7.4] days past due', () => {
  it.each([
    ['the day before it is due', '2026-02-14', null, 0],
    ['on its due day', '2026-02-15', null, 0],
    ['the day after', '2026-02-16', '2026-02-15', 1],
    ['a month later, from the oldest', '2026-03-20', '2026-02-15', 33],
    ['across a year', '2027-02-15', '2026-02-15', 365],
  ])('of a loan that pays nothing, %s', (_title, date, since, days) => {
    const found = overdueSince(aLoan().rows, on(date));
    expect([found, daysPastDue(found, on(date))]).toEqual([since, days]);
  });

  it.each([
    ['one fen short is late', 8884_87, '2026-02-15'],
    ['paid to the fen is not', 8884_88, null],
  ])('%s', (_title, amountFen, since) => {
    const { loan } = applyRepayment(aLoan(), amountFen, { paidOn: on('2026-02-15'), today });
    expect(overdueSince(loan.rows, on('2026-03-01'))).toBe(since);
  });

  it('begin anew with the next instalment once the oldest is paid', () => {
    const { loan } = applyRepayment(aLoan(), 9_200_00, { paidOn: on('2026-03-20'), today });
    expect(overdueSince(loan.rows, on('2026-03-20'))).toBe('2026-03-15');
    expect(loan.rows.slice(0, 2).map(isOwed)).toEqual([false, true]);
  });
});

describe('[7.4] buckets', () => {
  it.each([
    [0, 'CURRENT'],
    [1, 'M1'],
    [29, 'M1'],
    [30, 'M2_M3'],
    [89, 'M2_M3'],
    [90, 'M4_PLUS'],
    [10_000, 'M4_PLUS'],
  ])('%i days are %s', (days, bucket) => expect(bucketOf(days)).toBe(bucket));

  it.each([
    ['2026-02-16', '2026-03-17'],
    ['2026-03-16', '2026-03-17'],
    ['2026-03-17', '2026-05-16'],
    ['2026-05-16', null],
  ])('on %s the next day of change is %s', (date, next) => {
    expect(nextThresholdOn(on('2026-02-15'), on(date), BUCKET_DAYS)).toBe(next);
  });
});
