import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { METHODS } from '../schedule/terms.js';
import { applyRepayment } from './apply-repayment.js';
import { payoffFen } from './early-settlement.js';
import { aLoan, serviceFee } from './loan.builder.js';
import { isCleared } from './loan.js';
import type { Loan } from './loan.js';

const today = parseLocalDate('2027-12-31');
const on = (text: string): LocalDate => parseLocalDate(text);
const pay = (loan: Loan, amountFen: number, paidOn: string) => applyRepayment(loan, amountFen, { paidOn: on(paidOn), today });
const nothing = { feeFen: 0, penaltyFen: 0, interestFen: 0, principalFen: 0, creditUsedFen: 0, creditFen: 0, interestWaivedFen: 0 };

describe('[4.19, 5.3] a repayment is spread oldest first, interest before principal', () => {
  it.each([
    ['the exact first instalment on its day', 8884_88, '2026-02-15', { interestFen: 1000_00, principalFen: 7884_88 }],
    ['the interest alone', 1000_00, '2026-02-15', { interestFen: 1000_00 }],
    ['one fen', 1, '2026-02-15', { interestFen: 1 }],
    ['one fen beyond the interest', 1000_01, '2026-02-15', { interestFen: 1000_00, principalFen: 1 }],
    // 7,884.88 yuan late for five days at 18 % over 360: 19.71.
    ['five days late: the penalty first', 1000_01, '2026-02-20', { penaltyFen: 19_71, interestFen: 980_30 }],
    [
      'two instalments, one of them 28 days late',
      17_880_15,
      '2026-03-15',
      { penaltyFen: 110_39, interestFen: 1921_15, principalFen: 15_848_61 },
    ],
    ['the first instalment ahead of its day: it waits as credit', 8884_88, '2026-02-01', { creditFen: 8884_88 }],
    [
      'more than the instalment on its day: the rest is credit',
      9000_00,
      '2026-02-15',
      { interestFen: 1000_00, principalFen: 7884_88, creditFen: 115_12 },
    ],
  ])('%s', (_title, amountFen, paidOn, expected) => {
    const { loan, allocation } = pay(aLoan(), amountFen, paidOn);
    expect(allocation).toEqual({ ...nothing, ...expected });
    expect(loan.outstandingFen).toBe(100_000_00 - allocation.principalFen);
    expect(loan.state).toBe('ACTIVE');
  });

  it('pays the fees that fell due on payment first', () => {
    const { loan, allocation } = pay(aLoan({ fees: [serviceFee] }), 400_00, '2026-02-15');
    expect(allocation).toEqual({ ...nothing, feeFen: 300_00, interestFen: 100_00 });
    expect(loan.fees[0]?.paidFen).toBe(300_00);
  });

  it('uses earlier credit with the next payment', () => {
    const first = pay(aLoan(), 9000_00, '2026-02-15').loan;
    const { allocation, loan } = pay(first, 8769_76, '2026-03-15');
    expect(allocation).toEqual({ ...nothing, interestFen: 921_15, principalFen: 7963_73, creditUsedFen: 115_12 });
    expect(loan.creditFen).toBe(0);
  });

  it('takes no interest ahead: money of before a due day settles at the interest of the days', () => {
    const waiting = pay(aLoan(), 8884_88, '2026-01-20').loan;
    const { loan, allocation } = pay(waiting, payoffFen(waiting, on('2026-01-30')) - 8884_88, '2026-01-30');
    expect(loan.state).toBe('SETTLED');
    expect(allocation).toMatchObject({ interestFen: 500_00, creditUsedFen: 8884_88 });
  });

  it.each([
    ['nothing', 0, '2026-02-15', 'REPAYMENT_AMOUNT_INVALID'],
    ['less than nothing', -1, '2026-02-15', 'REPAYMENT_AMOUNT_INVALID'],
    ['money before the loan was paid out', 1, '2026-01-14', 'REPAYMENT_DATE_INVALID'],
    ['money of tomorrow', 1, '2028-01-01', 'REPAYMENT_DATE_INVALID'],
    ['money of before another payment', 1, '2026-02-01', 'replayed'],
  ])('refuses %s', (_title, amountFen, paidOn, code) => {
    const loan = code === 'replayed' ? pay(aLoan(), 1, '2026-02-02').loan : aLoan();
    expect(() => pay(loan, amountFen, paidOn)).toThrow(code);
  });
});

describe('[4.19] a loan ends', () => {
  it.each(METHODS)('settled when every instalment of %s is paid on its day', (method) => {
    let loan = aLoan({ method });
    for (const row of loan.rows) loan = applyRepayment(loan, row.totalFen, { paidOn: row.dueOn, today }).loan;
    expect(loan).toMatchObject({ state: 'SETTLED', outstandingFen: 0, creditFen: 0, settledOn: '2027-01-15' });
    expect(loan.rows.every((row) => row.interestWaivedFen === 0)).toBe(true);
  });

  it('early with interest for the days used: 15 days of the first month', () => {
    const loan = aLoan();
    const settlement = payoffFen(loan, on('2026-01-30'));
    expect(settlement).toBe(100_000_00 + 500_00);
    const { loan: settled, allocation } = pay(loan, settlement, '2026-01-30');
    expect(settled).toMatchObject({ state: 'SETTLED', settledOn: '2026-01-30', outstandingFen: 0, creditFen: 0 });
    expect(allocation).toEqual({ ...nothing, interestFen: 500_00, principalFen: 100_000_00, interestWaivedFen: 6618_53 - 500_00 });
  });

  it('not with one fen less than the settlement', () => {
    const loan = aLoan();
    const { loan: after } = pay(loan, payoffFen(loan, on('2026-01-30')) - 1, '2026-01-30');
    expect(after.state).toBe('ACTIVE');
    expect(isCleared(after)).toBe(false);
  });

  it('and what is paid afterwards is all credit', () => {
    const settled = pay(aLoan(), 200_000_00, '2026-02-15').loan;
    expect(settled).toMatchObject({ state: 'SETTLED', creditFen: 200_000_00 - 101_000_00 });
    expect(pay(settled, 5, '2026-03-01')).toMatchObject({
      allocation: { ...nothing, creditFen: 5 },
      loan: { state: 'SETTLED', settledOn: '2026-02-15' },
    });
  });
});

describe('[7.3] money is neither lost nor made', () => {
  it('whatever is paid, whenever: amounts in = fees + interest + principal + credit, and no part is paid twice', () => {
    const payments = fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000_00 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), payments, (method, made) => {
        let loan = aLoan({ method, fees: [serviceFee] });
        const total = { in: 0, used: 0 };
        for (const [amountFen, days] of made.sort(([, left], [, right]) => left - right)) {
          const outcome = applyRepayment(loan, amountFen, { paidOn: addDays(loan.disbursedOn, days), today });
          total.in += amountFen;
          total.used +=
            outcome.allocation.feeFen + outcome.allocation.penaltyFen + outcome.allocation.interestFen + outcome.allocation.principalFen;
          loan = outcome.loan;
        }
        expect(total.used + loan.creditFen).toBe(total.in);
        for (const row of loan.rows) {
          expect(row.principalPaidFen).toBeLessThanOrEqual(row.principalFen);
          expect(row.interestPaidFen + row.interestWaivedFen).toBeLessThanOrEqual(row.interestFen);
        }
        expect(loan.state === 'SETTLED').toBe(isCleared(loan));
      }),
      { numRuns: 150 },
    );
  });
});
