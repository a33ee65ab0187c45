import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { applyRepayment } from './apply-repayment.js';
import { aLoan } from './loan.builder.js';
import type { Loan } from './loan.js';
import { isRescheduled, versionOf } from './schedule-version.js';

const paidOn = parseLocalDate('2026-02-15');
const paid = (amountFen: number, early: 'SHORTER_TERM' | null = null): Loan =>
  applyRepayment(aLoan(), amountFen, { paidOn, today: paidOn, early }).loan;

describe('[7.4] versions of a schedule', () => {
  it.each<[string, Loan, boolean]>([
    ['nothing', aLoan(), false],
    ['a payment', paid(8884_88), false],
    ['a settlement', paid(200_000_00), false],
    ['principal repaid early', paid(30_000_00, 'SHORTER_TERM'), true],
    ['another method', { ...aLoan(), method: 'BULLET' }, true],
    ['one fen', { ...aLoan(), rows: aLoan().rows.map((row) => ({ ...row, interestFen: row.interestFen + 1 })) }, true],
  ])('after %s it is another one: %#', (_title, after, expected) => expect(isRescheduled(aLoan(), after)).toBe(expected));

  it('a version holds the schedule and nothing of what was paid', () => {
    const version = versionOf(paid(8884_88), { cause: 'DISBURSEMENT', effectiveOn: paidOn, restructure: null });
    expect(version.rows[0]).toEqual({
      no: 1,
      dueOn: '2026-02-15',
      principalFen: 7884_88,
      interestFen: 1000_00,
      totalFen: 8884_88,
      balanceFen: 92_115_12,
    });
    expect(version).toMatchObject({ loanId: 'lon_1', no: 1, method: 'EQUAL_INSTALMENT' });
  });
});
