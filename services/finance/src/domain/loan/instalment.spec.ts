import { describe, expect, it } from '@jest/globals';
import { interestOwedFen, outstandingOf, principalOwedFen } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import { aLoan } from './loan.builder.js';

const row = (change: Partial<LoanInstalment> = {}): LoanInstalment => ({ ...aLoan().rows[0]!, ...change });

describe('[4.19] an instalment', () => {
  it.each<[string, Partial<LoanInstalment>, number, number]>([
    ['unpaid', {}, 1000_00, 7884_88],
    ['with its interest paid', { interestPaidFen: 1000_00 }, 0, 7884_88],
    ['with a part of its principal paid', { principalPaidFen: 1 }, 1000_00, 7884_87],
    ['with interest that never came', { interestPaidFen: 400_00, interestWaivedFen: 600_00 }, 0, 7884_88],
  ])('%s owes', (_title, change, interest, principal) => {
    expect([interestOwedFen(row(change)), principalOwedFen(row(change))]).toEqual([interest, principal]);
  });

  it('of a loan together owe the principal', () => expect(outstandingOf(aLoan().rows)).toBe(100_000_00));
});
