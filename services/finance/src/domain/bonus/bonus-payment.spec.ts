import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate } from '@weilend/kernel';
import { balanced } from '../ledger/journal.js';
import {
  bonusLines,
  bonusPaid,
  bonusReturned,
  checkBonus,
  makeBonus,
  noteBonusQueried,
  noteBonusSent,
  openBonus,
} from './bonus-payment.js';

const on = parseLocalDate('2026-11-23');
const askAt = new Date('2026-11-23T09:00:00Z');
const open = openBonus({ id: 'bop_1', handoffId: 'hof_1', employeeId: 'emp_1', quarter: '2026-Q3', kind: 'BONUS', amountFen: 8_000_00 });
const account = { holder: '张*', account: '****0001', registeredBy: 'employee:emp_r' };
const made = makeBonus(open, 'emp_m', 8_000_00, account);
const released = checkBonus(made, 'emp_c', askAt);

describe('[5.6] a bonus that is paid out', () => {
  it('is made by one, released by another, sent, asked for and paid', () => {
    const paid = bonusPaid(noteBonusQueried(noteBonusSent(released, on, askAt)), 'bank-1');
    expect(paid).toMatchObject({ state: 'PAID', makerId: 'emp_m', checkerId: 'emp_c', askAt: null });
    expect(paid.payment).toEqual({ sends: 1, queries: 1, sentOn: on, reference: 'bank-1' });
  });

  it('is an expense, balanced to the fen', () => {
    expect(bonusLines(open).map((line) => [line.account, line.debitFen, line.creditFen])).toEqual([
      ['6602.staff-costs', 8_000_00, 0],
      ['1001.operating-funds', 0, 8_000_00],
    ]);
    expect(balanced(bonusLines(open))).toBe(true);
  });

  it.each([
    ['a fen more', () => makeBonus(open, 'emp_m', 8_000_01, account), 'AMOUNT_NOT_BONUS'],
    ['a fen less', () => makeBonus(open, 'emp_m', 7_999_99, account), 'AMOUNT_NOT_BONUS'],
    ['making one to an account that he registered', () => makeBonus(open, 'emp_r', 8_000_00, account), 'BONUS_ACCOUNT_OWN'],
    ['making his own', () => makeBonus(open, 'emp_1', 8_000_00, account), 'BONUS_TO_ONESELF'],
    ['releasing his own', () => checkBonus(made, 'emp_1', askAt), 'BONUS_TO_ONESELF'],
    ['releasing what is not made', () => checkBonus(open, 'emp_c', askAt), 'ILLEGAL_TRANSITION'],
    ['giving back what is released', () => bonusReturned(released, 'why'), 'ILLEGAL_TRANSITION'],
    ['paying what is not sent', () => bonusPaid(released, 'bank-1'), 'ILLEGAL_TRANSITION'],
  ])('refuses %s', (_title, act, code) => expect(act).toThrow(code));

  it('released by its maker is a bug', () => expect(() => checkBonus(made, 'emp_m', askAt)).toThrow(InvariantViolation));
});
