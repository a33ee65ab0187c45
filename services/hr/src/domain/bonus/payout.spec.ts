import { expect, test } from '@jest/globals';
import { handedOver, nextStepOf, paidAs, payable, returnedAs, UNPAID } from './payout.js';
import { day } from './bonus.builder.js';

test.each([
  ['PAYMENT_REFUSED_BY_BANK', 'REGISTER_ACCOUNT'],
  ['BONUS_ALREADY_ORDERED', 'ALREADY_ORDERED'],
  ['BONUS_REJECTED', 'ASK_FINANCE'],
  ['SOMETHING_NEW', 'ASK_FINANCE'],
])('[5.6] what comes back with %s leads to %s', (code, step) => {
  expect(nextStepOf(returnedAs(handedOver('hof_1'), { code, reasons: ['账户已销户'] }))).toBe(step);
});

test('[5.6] nothing is to be done about what is paid or on its way', () => {
  expect(nextStepOf(UNPAID)).toBeNull();
  expect(nextStepOf(paidAs(returnedAs(UNPAID, { code: 'X', reasons: [] }), { paidOn: day('2026-05-01'), reference: 'R' }))).toBeNull();
});

test('[5.6] what is handed over anew forgets why it came back', () => {
  expect(handedOver('hof_2')).toMatchObject({ handoffId: 'hof_2', returnCode: null, returnReasons: [] });
});

test('[5.6] what is handed over is what is due without what is kept back', () => {
  expect(payable({ dueFen: 700, setOffFen: 200 })).toBe(500);
});
