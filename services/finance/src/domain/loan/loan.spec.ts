import { describe, expect, it } from '@jest/globals';
import { sumFen } from '@weilend/kernel';
import { METHODS } from '../schedule/terms.js';
import { aLoan, serviceFee } from './loan.builder.js';
import { interestOwedFen, outstandingOf, principalOwedFen } from './instalment.js';
import { feeOwedFen, isCleared } from './loan.js';

describe('[4.19] a new loan', () => {
  it.each(METHODS)('of %s owes its principal and nothing is paid', (method) => {
    const loan = aLoan({ method, fees: [serviceFee] });
    expect(outstandingOf(loan.rows)).toBe(loan.principalFen);
    expect(loan).toMatchObject({
      state: 'ACTIVE',
      outstandingFen: loan.principalFen,
      creditFen: 0,
      settledOn: null,
      chain: { no: 0, hash: null },
    });
    expect(sumFen(loan.rows.map((row) => row.interestPaidFen + row.principalPaidFen + row.interestWaivedFen))).toBe(0);
    expect(isCleared(loan)).toBe(false);
  });

  it('is not cleared while a fee is open', () => {
    const loan = aLoan({ fees: [serviceFee] });
    const rows = loan.rows.map((row) => ({ ...row, principalPaidFen: row.principalFen, interestPaidFen: row.interestFen }));
    expect(rows.map(principalOwedFen).every((owed) => owed === 0)).toBe(true);
    expect(isCleared({ ...loan, rows })).toBe(false);
    expect(isCleared({ ...loan, rows, fees: loan.fees.map((fee) => ({ ...fee, paidFen: fee.amountFen })) })).toBe(true);
    expect(loan.fees.map(feeOwedFen)).toEqual([300_00]);
  });

  it('owes no interest that was waived', () => {
    const [row] = aLoan().rows;
    expect(row && interestOwedFen({ ...row, interestPaidFen: 400_00, interestWaivedFen: 600_00 })).toBe(0);
  });
});
