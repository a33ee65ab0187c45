import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { aPolicy } from '../arrears/policy.builder.js';
import { ageLoan } from './age-loan.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { bookOf, linesBetween } from './loan-book.js';
import { aLoan, serviceFee } from './loan.builder.js';
import { feesOwedFen, penaltyOwedFen } from './loan.js';
import type { Loan } from './loan.js';
import { standingOf } from './standing.js';
import { onBooksFen, writeOffLoan, writeOffProblems } from './write-off.js';

const on = parseLocalDate;
const today = on('2029-12-31');
const day = on('2027-03-01');
/** Never paid for more than a year: judged a loss. */
const lost = (): Loan => closeDay(aLoan({ fees: [serviceFee] }), day, aPolicy()).loan;
const pay = (loan: Loan, amountFen: number, paidOn = '2027-04-01') => applyRepayment(loan, amountFen, { paidOn: on(paidOn), today });
const owedFen = (loan: Loan): number =>
  penaltyOwedFen(loan) +
  feesOwedFen(loan) +
  sumFen(loan.rows.map((row) => row.totalFen - row.interestWaivedFen - row.interestPaidFen - row.principalPaidFen));

describe('[7.4] a loan that is written off', () => {
  it('leaves the books against what was provided for it; fees are a loss too', () => {
    const before = lost();
    const after = writeOffLoan(before, day);
    expect(Object.fromEntries(linesBetween(before, after).map((line) => [line.account, line.debitFen - line.creditFen]))).toEqual({
      '1303.loan-principal': -100_000_00,
      '1132.fees-receivable': -300_00,
      '1304.loss-allowance': 100_000_00,
      '6702.impairment-loss': 300_00,
    });
    expect(after).toMatchObject({
      state: 'WRITTEN_OFF',
      provisionFen: 0,
      nextChangeOn: null,
      outstandingFen: 100_000_00,
      loanClass: 'LOSS',
    });
    expect([onBooksFen(before), onBooksFen(after)]).toEqual([100_000_00, 0]);
  });

  it('is still owed as on that day: nothing grows any more', () => {
    const after = writeOffLoan(lost(), day);
    expect(owedFen(ageLoan(after, on('2028-03-01')))).toBe(owedFen(after));
    expect(closeDay(after, on('2028-03-01'), aPolicy())).toMatchObject({
      change: null,
      loan: { loanClass: 'LOSS', provisionFen: 0, nextChangeOn: null },
    });
  });

  it('what comes in is recovery, whatever it is spread on', () => {
    const after = writeOffLoan(lost(), day);
    const { loan, allocation } = pay(after, 5000_00);
    expect(allocation).toMatchObject({ feeFen: 300_00, creditFen: 0 });
    expect(bookOf(loan)['6031.recoveries']).toBe(-5000_00);
    expect([bookOf(loan)['1002.lending-funds'] - bookOf(after)['1002.lending-funds'], loan.state]).toEqual([5000_00, 'WRITTEN_OFF']);
  });

  it('ends when all of it is recovered, with what is too much as credit', () => {
    const after = writeOffLoan(lost(), day);
    const { loan } = pay(after, owedFen(after) + 7);
    expect(loan).toMatchObject({ state: 'SETTLED', creditFen: 7, outstandingFen: 0 });
    expect(bookOf(loan)['6031.recoveries']).toBe(-owedFen(after));
    expect(sumFen(Object.values(bookOf(loan)))).toBe(0);
  });

  it('uses what the borrower had to his credit first', () => {
    const judged: Loan = {
      ...applyRepayment(aLoan(), 500_00, { paidOn: on('2026-02-01'), today }).loan,
      manualClass: 'LOSS',
      loanClass: 'LOSS',
    };
    const after = writeOffLoan(judged, on('2026-02-10'));
    expect([after.creditFen, after.writeOff?.principalFen, sumFen(Object.values(bookOf(after)))]).toEqual([0, after.outstandingFen, 0]);
    expect(owedFen(after)).toBe(owedFen(writeOffLoan({ ...aLoan(), loanClass: 'LOSS' }, on('2026-02-10'))) - 500_00);
  });

  it('is paid off by what stands, with no fee for repaying early', () => {
    const costly = closeDay(aLoan({ servicing: { earlyRepaymentFeeRate: parseRate('0.01') } }), on('2026-06-01'), aPolicy()).loan;
    const after = writeOffLoan(costly, on('2026-06-01'));
    const { payoffFen } = standingOf(after, on('2026-07-01'));
    expect(pay(after, payoffFen, '2026-07-01').loan).toMatchObject({ state: 'SETTLED', creditFen: 0 });
  });

  it('takes no money of the time before', () => {
    expect(() => pay(writeOffLoan(lost(), day), 100, '2027-02-28')).toThrow('REPAYMENT_BEFORE_WRITE_OFF');
  });

  it.each<[string, () => Loan, string]>([
    ['a loan that is on time', aLoan, 'WRITE_OFF_NOT_LOSS'],
    ['a doubtful one', () => ({ ...lost(), loanClass: 'DOUBTFUL' }), 'WRITE_OFF_NOT_LOSS'],
    ['one that has ended', () => pay(aLoan(), 200_000_00, '2026-02-01').loan, 'LOAN_NOT_RUNNING'],
    ['one that was written off', () => writeOffLoan(lost(), day), 'LOAN_NOT_RUNNING'],
  ])('is not %s', (_title, loan, code) => expect(writeOffProblems(loan(), loan().loanClass)).toMatchObject([{ code }]));

  it('the books balance through any recoveries', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000_00 }), { maxLength: 5 }), (amounts) => {
        let loan = writeOffLoan(lost(), day);
        for (const amountFen of amounts) {
          loan = pay(loan, amountFen).loan;
          expect(sumFen(Object.values(bookOf(loan)))).toBe(0);
        }
      }),
    );
  });
});
