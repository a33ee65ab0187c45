import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate } from '@weilend/kernel';
import { anOrder } from './order.builder.js';
import { ORDER_STATES } from './order.machine.js';
import type { DisbursementOrder } from './order.js';
import { confirmReversal, dropReversal, proposeReversal, reversalParticipants } from './reversal.js';

const on = parseLocalDate('2026-11-23');
const proposal = {
  cause: 'BANK_RETURNED',
  reason: ' 户名不符退汇 ',
  bankReference: ' BANK-9 ',
  proposedBy: 'emp_p',
  proposedOn: on,
} as const;
const paid = (change: Partial<DisbursementOrder> = {}): DisbursementOrder => anOrder({ state: 'PAID', loanId: 'lon_1', ...change });
const proposed = (): DisbursementOrder => proposeReversal(paid(), proposal);
const confirmed = (): DisbursementOrder => confirmReversal(proposed(), 'emp_c', on);

describe('[7.3] a payment that is taken back', () => {
  it('is proposed by one and confirmed by another; the order stays what it was', () => {
    expect(confirmed()).toMatchObject({
      state: 'PAID',
      reversal: {
        ...{ state: 'CONFIRMED', reason: '户名不符退汇', bankReference: 'BANK-9', proposedBy: 'emp_p' },
        ...{ confirmedBy: 'emp_c', confirmedOn: on },
      },
    });
  });

  it('a proposal that was wrong may be made anew', () => {
    expect(proposeReversal(dropReversal(proposed()), proposal).reversal?.state).toBe('PROPOSED');
  });

  it('counts who proposed as the maker', () => {
    expect(reversalParticipants(proposed()).at(-1)).toEqual({ role: 'PAYMENT_MAKER', employeeId: 'emp_p' });
  });

  it.each([
    ...ORDER_STATES.filter((state) => state !== 'PAID').map(
      (state) => [`an order that is ${state}`, () => proposeReversal(anOrder({ state }), proposal), 'NOT_PAID_OUT'] as const,
    ),
    ['a second proposal', () => proposeReversal(proposed(), proposal), 'REVERSAL_PENDING'],
    ['what is taken back already', () => proposeReversal(confirmed(), proposal), 'DISBURSEMENT_REVERSED'],
    ['no reason', () => proposeReversal(paid(), { ...proposal, reason: ' ' }), 'DISBURSEMENT_REVERSAL_INCOMPLETE'],
    ['no number of the bank', () => proposeReversal(paid(), { ...proposal, bankReference: ' ' }), 'DISBURSEMENT_REVERSAL_INCOMPLETE'],
    ['confirming what nobody proposed', () => confirmReversal(paid(), 'emp_c', on), 'REVERSAL_NOT_PROPOSED'],
    ['confirming twice', () => confirmReversal(confirmed(), 'emp_c', on), 'REVERSAL_NOT_PROPOSED'],
    ['dropping what nobody proposed', () => dropReversal(paid()), 'REVERSAL_NOT_PROPOSED'],
    ['dropping what is confirmed', () => dropReversal(confirmed()), 'REVERSAL_NOT_PROPOSED'],
  ])('refuses %s', (_title, act, code) => expect(act).toThrow(code));

  it('confirmed by who proposed it is a bug', () => {
    expect(() => confirmReversal(proposed(), 'emp_p', on)).toThrow(InvariantViolation);
  });
});
