import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { accruedFen, payoffFen, settledRows } from './early-settlement.js';
import { aLoan } from './loan.builder.js';
import { interestOwedFen, principalOwedFen } from './instalment.js';

const on = parseLocalDate;

describe('[7.4] interest runs for the days the money was used (Civil Code 677)', () => {
  it.each([
    ['on the day of payment', '2026-01-15', 0],
    ['after one day', '2026-01-16', 33_33],
    ['after half a month', '2026-01-30', 500_00],
    ['never more than the instalment, in a month of 31 days', '2026-02-14', 1000_00],
    ['nothing of the next instalment on a due day', '2026-02-15', 0],
    ['on the balance of the second instalment', '2026-02-25', 307_05],
    ['nothing after the last instalment', '2027-06-01', 0],
  ])('%s', (_title, date, expected) => expect(accruedFen(aLoan(), on(date))).toBe(expected));

  it.each([
    ['EQUAL_INSTALMENT', '2026-02-15', 101_000_00],
    ['EQUAL_INSTALMENT', '2026-03-15', 101_921_15],
    ['INTEREST_ONLY', '2026-01-15', 100_000_00],
    ['BULLET', '2026-07-15', 106_033_33],
    ['BULLET', '2027-01-15', 112_000_00],
    ['BULLET', '2028-01-15', 112_000_00],
  ] as const)('settling %s on %s costs %i fen', (method, date, expected) => {
    expect(payoffFen(aLoan({ method }), on(date))).toBe(expected);
  });

  it('leaves nothing owed and waives the months that do not come', () => {
    const rows = settledRows(aLoan({ method: 'INTEREST_ONLY' }), on('2026-02-25'));
    expect(rows.every((row) => interestOwedFen(row) === 0 && principalOwedFen(row) === 0)).toBe(true);
    expect(rows.map((row) => row.interestWaivedFen).slice(0, 3)).toEqual([0, 1000_00 - 333_33, 1000_00]);
  });
});
