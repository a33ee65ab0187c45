import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { cancelPromise, isDue, judgePromise, makePromise, receivedFor } from './payment-promise.js';
import type { MoneyIn, PaymentPromise, PromisedPayment } from './payment-promise.js';

const on = parseLocalDate;
const facts = { id: 'ptp_1', loanId: 'lon_1', caseId: 'ccs_1', customerId: 'cus_1', salespersonId: 'emp_1', contactId: 'ctc_1' };
const limits = { madeOn: on('2026-03-02'), withinDays: 30, payoffFen: 100_000_00 };
const wish: PromisedPayment = { amountFen: 5_000_00, byOn: on('2026-03-10') };
const promise: PaymentPromise = makePromise(facts, wish, limits);
const money = (amountFen: number, paidOn: string, change: Partial<MoneyIn> = {}): MoneyIn => ({
  amountFen,
  paidOn: on(paidOn),
  recordedAt: new Date(`${paidOn}T12:00:00+08:00`),
  reversal: null,
  ...change,
});

describe('[7.4] a promise to pay', () => {
  it.each<[string, Partial<PromisedPayment>]>([
    ['of one fen', { amountFen: 1 }],
    ['of everything', { amountFen: 100_000_00 }],
    ['for the same day', { byOn: on('2026-03-02') }],
    ['for the last day that is allowed', { byOn: on('2026-04-01') }],
  ])('%s may be given', (_title, change) => {
    expect(makePromise(facts, { ...wish, ...change }, limits)).toMatchObject({ state: 'OPEN', receivedFen: null, madeOn: '2026-03-02' });
  });

  it.each<[string, Partial<PromisedPayment>, string]>([
    ['of nothing', { amountFen: 0 }, 'PROMISE_AMOUNT_INVALID'],
    ['of less than nothing', { amountFen: -1 }, 'PROMISE_AMOUNT_INVALID'],
    ['of more than clears the loan', { amountFen: 100_000_01 }, 'PROMISE_AMOUNT_INVALID'],
    ['for the day before', { byOn: on('2026-03-01') }, 'PROMISE_DATE_INVALID'],
    ['too far away', { byOn: on('2026-04-02') }, 'PROMISE_DATE_INVALID'],
  ])('%s is refused', (_title, change, code) => {
    expect(() => makePromise(facts, { ...wish, ...change }, limits)).toThrow(code);
  });

  it.each([
    ['2026-03-10', false],
    ['2026-03-11', false],
    ['2026-03-12', true],
  ])('is judged after the day after its day: on %s %s', (day, due) => expect(isDue(promise, on(day))).toBe(due));

  it('that ended is not judged', () => expect(isDue({ ...promise, state: 'CANCELLED' }, on('2026-04-01'))).toBe(false));
});

describe('[7.4] what came in for it', () => {
  it.each<[string, MoneyIn[], number]>([
    ['nothing', [], 0],
    ['paid on the day of the promise', [money(100, '2026-03-02')], 100],
    ['paid on its last day', [money(100, '2026-03-10')], 100],
    ['paid the day before', [money(100, '2026-03-01')], 0],
    ['paid the day after', [money(100, '2026-03-11')], 0],
    ['written down the day after', [money(100, '2026-03-10', { recordedAt: new Date('2026-03-11T23:59:59+08:00') })], 100],
    ['written down too late', [money(100, '2026-03-10', { recordedAt: new Date('2026-03-12T00:00:00+08:00') })], 0],
    ['taken back', [money(100, '2026-03-05', { reversal: {} }), money(7, '2026-03-05')], 7],
    ['in parts', [money(100, '2026-03-03'), money(50, '2026-03-09')], 150],
  ])('%s', (_title, received, expected) => expect(receivedFor(promise, received)).toBe(expected));

  it.each([
    [4_999_99, 'BROKEN'],
    [5_000_00, 'KEPT'],
    [5_000_01, 'KEPT'],
    [0, 'BROKEN'],
  ])('%i fen of 500000: %s', (amountFen, state) => {
    const judged = judgePromise(promise, amountFen === 0 ? [] : [money(amountFen, '2026-03-05')], on('2026-03-12'));
    expect(judged).toEqual({ ...promise, state, receivedFen: amountFen, endedOn: '2026-03-12' });
    expect(() => judgePromise(judged, [], on('2026-03-13'))).toThrow('ILLEGAL_TRANSITION');
    expect(() => cancelPromise(judged, '误记', on('2026-03-13'))).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('[7.4] a promise that is cancelled', () => {
  it('says why', () => {
    expect(cancelPromise(promise, ' 已另行协商 ', on('2026-03-03'))).toMatchObject({
      state: 'CANCELLED',
      cancelReason: '已另行协商',
      endedOn: '2026-03-03',
    });
  });

  it.each([
    ['', 'COLLECTION_REASON_MISSING'],
    ['  ', 'COLLECTION_REASON_MISSING'],
    ['改打 13800138000', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('not with the reason "%s"', (reason, code) => expect(() => cancelPromise(promise, reason, on('2026-03-03'))).toThrow(code));
});
