import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { applyRepayment } from './apply-repayment.js';
import { aLoan } from './loan.builder.js';
import { previewEarlyRepayment, previewRestructure } from './loan-preview.js';

const on = parseLocalDate('2026-02-15');

describe('[4.19, 7.4] what would become of a loan', () => {
  it('repaid early in part: what is saved, the next instalment and the end, as it would then be', () => {
    const preview = previewEarlyRepayment(aLoan(), 28_884_88, { on, mode: 'SMALLER_INSTALMENT' });
    const { loan } = applyRepayment(aLoan(), 28_884_88, { paidOn: on, today: on, early: 'SMALLER_INSTALMENT' });
    expect(preview).toMatchObject({
      rows: loan.rows,
      outstandingFen: 72_115_12,
      maturesOn: '2027-01-15',
      interestBeforeFen: 6618_53 - 1000_00,
    });
    expect(preview.interestAfterFen).toBeLessThan(preview.interestBeforeFen);
    expect(preview.nextInstalmentFen).toBe(loan.rows[2]?.totalFen);
  });

  it('repaid whole: nothing is left', () => {
    const preview = previewEarlyRepayment(aLoan(), 200_000_00, { on, mode: 'SHORTER_TERM' });
    expect(preview).toMatchObject({ outstandingFen: 0, interestAfterFen: 0, nextInstalmentFen: 0, maturesOn: null });
  });

  it('under new terms', () => {
    const terms = {
      annualRate: parseRate('0.06'),
      method: 'INTEREST_ONLY',
      periods: 24,
      firstDueOn: null,
      principalGracePeriods: 0,
    } as const;
    const preview = previewRestructure(aLoan(), on, terms, { maxCount: 2, observationMonths: 12 });
    // A month's interest was owed and is put off to the first of 24 months at half a percent.
    expect(preview).toMatchObject({
      nextInstalmentFen: 1000_00 + 500_00,
      interestAfterFen: 1000_00 + 24 * 500_00,
      maturesOn: '2028-02-15',
    });
  });

  it.each<[number, string]>([
    [0, 'REPAYMENT_AMOUNT_INVALID'],
    [100, 'EARLY_REPAYMENT_TOO_SMALL'],
  ])('of %i fen there is none', (amountFen, code) => {
    expect(() => previewEarlyRepayment(aLoan(), amountFen, { on, mode: 'SHORTER_TERM' })).toThrow(code);
  });
});
