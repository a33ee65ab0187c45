import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { COUNTS, METHODS } from '../schedule/terms.js';
import { applyRepayment } from './apply-repayment.js';
import { checkRepaidEarly, EARLY_MODES } from './early-repayment.js';
import type { EarlyMode } from './early-repayment.js';
import { outstandingOf } from './instalment.js';
import { aLoan, serviceFee } from './loan.builder.js';
import type { Loan } from './loan.js';

const on = parseLocalDate;
const today = on('2029-12-31');
const pay = (loan: Loan, amountFen: number, paidOn: string, early: EarlyMode | null = 'SMALLER_INSTALMENT') =>
  applyRepayment(loan, amountFen, { paidOn: on(paidOn), today, early });
/** The textbook: P i / (1 - (1+i)^-n), i a month. */
const levelFen = (principalFen: number, periods: number): number => Math.round((principalFen * 0.01) / (1 - 1.01 ** -periods));
const coming = (loan: Loan, after: string) => loan.rows.filter((row) => row.dueOn > after);

describe('[4.19] principal that is repaid early', () => {
  it('on a due day lowers each instalment: the rest is the textbook table of what is left', () => {
    const { loan, allocation } = pay(aLoan(), 8884_88 + 20_000_00, '2026-02-15');
    expect(allocation).toMatchObject({ interestFen: 1000_00, principalFen: 7884_88 + 20_000_00, creditFen: 0 });
    const rest = coming(loan, '2026-02-15');
    expect(rest.map((row) => row.dueOn)).toEqual(coming(aLoan(), '2026-02-15').map((row) => row.dueOn));
    expect(rest.slice(0, -1).every((row) => row.totalFen === levelFen(72_115_12, 11))).toBe(true);
    expect(loan.rows[1]).toMatchObject({ kind: 'PREPAYMENT', dueOn: '2026-02-15', principalFen: 20_000_00, interestFen: 0, no: 2 });
  });

  it('or their number: the instalment stays and the last one ends sooner', () => {
    const { loan } = pay(aLoan(), 8884_88 + 20_000_00, '2026-02-15', 'SHORTER_TERM');
    const rest = coming(loan, '2026-02-15');
    expect(rest).toHaveLength(Math.ceil(-Math.log(1 - (72_115_12 * 0.01) / 8884_88) / Math.log(1.01)));
    expect(rest.slice(0, -1).every((row) => row.totalFen === 8884_88)).toBe(true);
    expect(rest.at(-1)?.totalFen).toBeLessThanOrEqual(8884_88);
    expect(rest.at(-1)?.balanceFen).toBe(0);
  });

  it('between due days charges each day once: 15 days on the old principal, 15 on the new', () => {
    const { loan, allocation } = pay(aLoan(), 20_500_00, '2026-01-30');
    expect(allocation).toMatchObject({ interestFen: 500_00, principalFen: 20_000_00 });
    expect(loan.rows.slice(0, 2)).toMatchObject([
      { kind: 'PREPAYMENT', dueOn: '2026-01-30', interestFen: 500_00 },
      { dueOn: '2026-02-15', interestFen: 400_00 },
    ]);
  });

  it('twice in one period charges each day once too', () => {
    const once = pay(aLoan(), 20_500_00, '2026-01-30').loan;
    const { loan, allocation } = pay(once, 10_000_00 + 266_67, '2026-02-09');
    // 80,000 for 10 days at 12 % over 360, then 70,000 for the 5 days that are left of 30.
    expect(allocation).toMatchObject({ interestFen: 266_67, principalFen: 10_000_00 });
    expect(coming(loan, '2026-02-09')[0]).toMatchObject({ dueOn: '2026-02-15', interestFen: 116_67 });
  });

  it.each(['EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET'] as const)('of a loan by %s', (method) => {
    const { loan } = pay(aLoan({ method }), 30_000_00, '2026-01-15');
    const rest = coming(loan, '2026-01-15');
    expect(outstandingOf(rest)).toBe(70_000_00);
    const interest = { EQUAL_PRINCIPAL: 700_00, INTEREST_ONLY: 700_00, BULLET: 8400_00 }[method];
    expect(rest[0]?.interestFen).toBe(interest);
    expect(rest.at(-1)?.principalFen).toBe({ EQUAL_PRINCIPAL: 5833_37, INTEREST_ONLY: 70_000_00, BULLET: 70_000_00 }[method]);
  });

  it('pays what is due first: an instalment that is late, its penalty and the fees', () => {
    const late = aLoan({ fees: [serviceFee] });
    const { allocation } = pay(late, 30_000_00, '2026-02-20');
    expect(allocation).toMatchObject({ feeFen: 300_00, penaltyFen: 19_71 });
    const accruedFen = 153_53;
    expect(allocation.interestFen).toBe(1000_00 + accruedFen);
    expect(allocation.principalFen).toBe(30_000_00 - 300_00 - 19_71 - 1000_00 - accruedFen);
  });

  it.each<[string, number, string, string | null]>([
    ['one fen of principal is enough', 500_01, '2026-01-30', null],
    ['the interest of the days alone is not', 500_00, '2026-01-30', '500.01'],
    ['an instalment on its day alone is not', 8884_88, '2026-02-15', '8884.89'],
    ['less than is due is not', 100, '2026-02-15', '8884.89'],
  ])('%s', (_title, amountFen, paidOn, least) => {
    const loan = aLoan();
    const act = () => checkRepaidEarly(loan, pay(loan, amountFen, paidOn).loan, on(paidOn));
    if (least === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: 'EARLY_REPAYMENT_TOO_SMALL', data: { least } }));
  });

  it('that clears everything settles the loan, and asks for no more', () => {
    const loan = aLoan();
    const settled = pay(loan, 200_000_00, '2026-01-30').loan;
    expect(settled.state).toBe('SETTLED');
    expect(() => checkRepaidEarly(loan, settled, on('2026-01-30'))).not.toThrow();
  });
});

describe('[7.3] whatever is repaid early and whenever', () => {
  it('principal is kept, days rise, the last instalment clears, interest never grows, and a loan paid by its rows settles', () => {
    const wishes = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 360 }),
        amountFen: fc.integer({ min: 1, max: 60_000_00 }),
        mode: fc.constantFrom(...EARLY_MODES),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), fc.constantFrom(...COUNTS), wishes, (method, dayCount, made) => {
        let loan = aLoan({ method, dayCount });
        const first = loan;
        for (const { days, amountFen, mode } of [...made].sort((a, b) => a.days - b.days)) {
          loan = pay(loan, amountFen, addDays(loan.disbursedOn, days), mode).loan;
          expect(sumFen(loan.rows.map((row) => row.principalFen))).toBe(first.principalFen);
        }
        expect(loan.rows.map((row) => row.no)).toEqual(loan.rows.map((_row, place) => place + 1));
        expect(loan.rows.every((row, place) => place === 0 || row.dueOn >= (loan.rows[place - 1]?.dueOn ?? ''))).toBe(true);
        expect(loan.rows.at(-1)?.balanceFen).toBe(0);
        expect(
          loan.rows.every((row) => row.principalFen >= 0 && row.interestFen >= 0 && row.totalFen === row.principalFen + row.interestFen),
        ).toBe(true);
        const interest = (of: Loan): number => sumFen(of.rows.map((row) => row.interestFen));
        expect(interest(loan)).toBeLessThanOrEqual(interest(first) + loan.rows.length);
        for (const row of loan.rows) {
          // On the last day of a month of 31 nothing may be left of its interest.
          if (loan.state === 'ACTIVE' && row.dueOn > loan.agedOn && row.totalFen > 0) loan = pay(loan, row.totalFen, row.dueOn, null).loan;
        }
        const lastDay = addDays(loan.agedOn, 40);
        if (loan.state === 'ACTIVE') loan = pay(loan, 200_000_00, lastDay, null).loan;
        expect([loan.state, loan.outstandingFen]).toEqual(['SETTLED', 0]);
      }),
      { numRuns: 200 },
    );
  });
});
