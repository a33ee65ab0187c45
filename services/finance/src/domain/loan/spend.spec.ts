import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { aLoan, serviceFee } from './loan.builder.js';
import { payFee, payRow, Purse, settleIfCleared } from './spend.js';

describe('[7.3] spending money', () => {
  it.each([
    [0, 0, 0],
    [500_00, 500_00, 0],
    [1000_00, 1000_00, 0],
    [1000_01, 1000_00, 1],
    [99_999_99, 1000_00, 7884_88],
  ])('%i fen on an instalment pay its interest first', (amountFen, interest, principal) => {
    const purse = new Purse(amountFen);
    expect(payRow(aLoan().rows[0]!, purse)).toMatchObject({ interestPaidFen: interest, principalPaidFen: principal });
    expect(purse.left()).toBe(amountFen - interest - principal);
  });

  it('a fee takes what it is owed', () => {
    const purse = new Purse(400_00);
    expect(payFee(aLoan({ fees: [serviceFee] }).fees[0]!, purse).paidFen).toBe(300_00);
    expect([purse.left(), purse.take(500_00), purse.left()]).toEqual([100_00, 100_00, 0]);
  });

  it('a loan that owes something goes on', () => {
    expect(settleIfCleared(aLoan(), parseLocalDate('2026-02-15'))).toEqual(aLoan());
  });
});
