import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate } from '@weilend/kernel';
import { anOrder } from './order.builder.js';
import { LIVE_STATES, ORDER_STATES, orderMachine } from './order.machine.js';
import { cancelOrder, canStop, checkPayment, makePayment, markPaid, noteQueried, noteSent, returnOrder } from './order.js';
import type { DisbursementOrder } from './order.js';

const askAt = new Date('2026-11-23T09:00:00Z');
const sentOn = parseLocalDate('2026-11-23');
const steps: Record<string, (order: DisbursementOrder) => DisbursementOrder> = {
  make: (order) => makePayment(order, 'emp_m', 50_000_00),
  check: (order) => checkPayment(order, 'emp_c', askAt),
  send: (order) => noteSent(order, sentOn),
  pay: (order) => markPaid(order, 'lon_1', 'bank-1'),
  return: (order) => returnOrder(order, 'why'),
  cancel: (order) => cancelOrder(order, 'why'),
};

describe('[7.12] the disbursement order, state by event', () => {
  it.each(ORDER_STATES.flatMap((state) => Object.keys(steps).map((event) => ({ state, event }))))(
    '$state on $event',
    ({ state, event }) => {
      const act = (): DisbursementOrder | undefined => steps[event]?.(anOrder({ state, makerId: 'emp_m' }));
      const next = (orderMachine.states[state] as Record<string, string>)[event];
      if (next) expect(act()?.state).toBe(next);
      else expect(act).toThrow('ILLEGAL_TRANSITION');
    },
  );

  it('may be stopped until it is sent, and never after', () => {
    expect(ORDER_STATES.filter((state) => canStop(anOrder({ state })))).toEqual(['OPEN', 'MADE', 'RESERVED']);
    expect(ORDER_STATES.filter((state) => !(LIVE_STATES as readonly string[]).includes(state))).toEqual(['RETURNED', 'CANCELLED']);
  });
});

describe('[4.19] maker and checker', () => {
  it('are written down with their parts', () => {
    const checked = checkPayment(makePayment(anOrder(), 'emp_m', 50_000_00), 'emp_c', askAt);
    expect(checked).toMatchObject({ state: 'RESERVED', makerId: 'emp_m', checkerId: 'emp_c' });
    expect(checked.participants.slice(1)).toEqual([
      { role: 'PAYMENT_MAKER', employeeId: 'emp_m' },
      { role: 'PAYMENT_CHECKER', employeeId: 'emp_c' },
    ]);
  });

  it('are two people', () => {
    expect(() => checkPayment(makePayment(anOrder(), 'emp_m', 50_000_00), 'emp_m', askAt)).toThrow(InvariantViolation);
  });

  it.each([49_999_99, 50_000_01, 0, -50_000_00, 49_700_00])('[7.10] G8: %i fen is not the contract amount', (amountFen) => {
    expect(() => makePayment(anOrder(), 'emp_m', amountFen)).toThrow('AMOUNT_NOT_CONTRACT');
  });
});

describe('[4.19] the payment at the bank', () => {
  it('counts what was sent and asked', () => {
    const sent = noteQueried(noteSent(anOrder({ state: 'RESERVED', askAt }), sentOn));
    expect(sent).toMatchObject({ state: 'SENT', payment: { sends: 1, queries: 1, sentOn, reference: null }, askAt });
    expect(markPaid(sent, 'lon_1', 'bank-1')).toMatchObject({
      state: 'PAID',
      loanId: 'lon_1',
      askAt: null,
      payment: { reference: 'bank-1', sentOn },
    });
  });

  it.each(['OPEN', 'RESERVED', 'PAID'] as const)('is not asked for in state %s', (state) => {
    expect(() => noteQueried(anOrder({ state }))).toThrow(InvariantViolation);
  });
});
