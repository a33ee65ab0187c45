import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate, parseRate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { aPolicy } from '../arrears/policy.builder.js';
import { COUNTS, METHODS } from '../schedule/terms.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { payoffFen } from './early-settlement.js';
import { interestOwedFen } from './instalment.js';
import { bookOf } from './loan-book.js';
import { aLoan } from './loan.builder.js';
import { replayRepayments } from './replay-repayments.js';
import { standingOf } from './standing.js';
import { penaltyOwedFen } from './loan.js';
import type { Loan } from './loan.js';
import { restructureLoan, restructureProblems } from './restructure.js';
import type { RestructureTerms } from './restructure.js';

const on = parseLocalDate;
const today = on('2031-12-31');
const policy = { maxCount: 2, observationMonths: 12 };
const terms = (change: Partial<RestructureTerms> = {}): RestructureTerms => ({
  ...{ annualRate: parseRate('0.12'), method: 'EQUAL_INSTALMENT', periods: 24, firstDueOn: null, principalGracePeriods: 0 },
  ...change,
});
const pay = (loan: Loan, amountFen: number, paidOn: string) => applyRepayment(loan, amountFen, { paidOn: on(paidOn), today }).loan;
const restructured = (loan: Loan, day: string, change: Partial<RestructureTerms> = {}) =>
  restructureLoan(loan, on(day), terms(change), policy);
const levelFen = (principalFen: number, periods: number): number => Math.round((principalFen * 0.01) / (1 - 1.01 ** -periods));

describe('[7.4] new terms of what is still owed', () => {
  it('on a due day after it was paid: the textbook table of the rest, over more months', () => {
    const loan = restructured(pay(aLoan(), 8884_88, '2026-02-15'), '2026-02-15');
    const rest = loan.rows.filter((row) => row.dueOn > '2026-02-15');
    expect(rest).toHaveLength(24);
    expect([rest[0]?.dueOn, rest.at(-1)?.dueOn]).toEqual(['2026-03-15', '2028-02-15']);
    expect(rest.slice(0, -1).every((row) => row.totalFen === levelFen(92_115_12, 24))).toBe(true);
    expect(loan).toMatchObject({ restructures: 1, watchUntil: '2027-02-15', manualClass: 'SPECIAL_MENTION', nextChangeOn: '2026-02-15' });
  });

  it('of a late loan: principal is due anew, interest is put off to the first instalment, penalty stays owed', () => {
    const late = closeDay(aLoan(), on('2026-03-20'), aPolicy()).loan;
    const owedFen = sumFen(late.rows.slice(0, 2).map(interestOwedFen));
    const loan = restructured(late, '2026-03-20');
    // 84,151.39 for the five days since 15 March.
    const first = loan.rows.find((row) => row.dueOn > '2026-03-20');
    expect(first).toMatchObject({ dueOn: '2026-04-20', carriedFen: owedFen + 140_25 });
    expect(first?.interestFen).toBe(1000_00 + owedFen + 140_25);
    const closed = closeDay(loan, on('2026-03-20'), aPolicy()).loan;
    expect(closed).toMatchObject({ overdueSince: null, bucket: 'CURRENT', loanClass: 'SPECIAL_MENTION', outstandingFen: 100_000_00 });
    expect(penaltyOwedFen(closed)).toBe(penaltyOwedFen(late));
  });

  it('keeps a class that is worse than special mention', () => {
    const bad = closeDay(aLoan(), on('2026-06-01'), aPolicy()).loan;
    expect(bad.loanClass).toBe('SUBSTANDARD');
    const loan = closeDay(restructured(bad, '2026-06-01'), on('2026-06-01'), aPolicy()).loan;
    expect(loan).toMatchObject({ loanClass: 'SUBSTANDARD', bucket: 'CURRENT' });
  });

  it('with a first due day of its own charges the days until it', () => {
    const loan = restructured(pay(aLoan(), 8884_88, '2026-02-15'), '2026-02-20', { firstDueOn: on('2026-03-15'), method: 'INTEREST_ONLY' });
    // Five days carried and 23 days: 92,115.12 x 12 % / 360 x 28, each rounded.
    const [first] = loan.rows.filter((row) => row.dueOn > '2026-02-20');
    expect(first).toMatchObject({ dueOn: '2026-03-15', principalFen: 0, carriedFen: 153_53, interestFen: 153_53 + 706_22 });
  });

  it('at a lower rate, in grace, or all at the end', () => {
    const loan = restructured(aLoan(), '2026-01-15', { annualRate: parseRate('0.06'), principalGracePeriods: 3, periods: 12 });
    expect(loan.rows.map((row) => row.principalFen).slice(0, 3)).toEqual([0, 0, 0]);
    expect(loan.rows[0]?.interestFen).toBe(500_00);
    const bullet = restructured(aLoan(), '2026-01-15', { method: 'BULLET', periods: 6 });
    expect(bullet.rows).toMatchObject([{ dueOn: '2026-07-15', principalFen: 100_000_00, interestFen: 6000_00 }]);
  });

  it('settled early afterwards: what was put off and the days since', () => {
    const late = closeDay(aLoan(), on('2026-02-20'), aPolicy()).loan;
    const loan = restructured(late, '2026-02-20');
    const first = loan.rows.find((row) => row.dueOn > '2026-02-20');
    // Nine days on 100,000.
    expect(payoffFen(loan, on('2026-03-01'))).toBe(100_000_00 + (first?.carriedFen ?? 0) + 300_00);
  });
});

describe('[4.16, 7.10] penalty after a restructure', () => {
  const late = closeDay(aLoan(), on('2026-03-20'), aPolicy()).loan;

  it('stays as it was for the days before, and follows the new rate from then on', () => {
    const loan = restructured(late, '2026-03-20', { annualRate: parseRate('0.06') });
    expect(loan).toMatchObject({ penaltyRate: '0.09', uncutPenaltyRate: '0.09', overdueFenDays: 0, penaltyBeforeFen: 150_01 });
    // 30 days on the first new principal at 9 %.
    const first = loan.rows.find((row) => row.dueOn > '2026-03-20');
    const later = standingOf(loan, addDays(on('2026-04-20'), 30));
    expect(later.penaltyAccruedFen).toBe(150_01 + Math.round(((first?.principalFen ?? 0) * 0.09 * 30) / 360));
  });

  it('never rises, and is nothing at a rate of nothing', () => {
    expect(restructured(late, '2026-03-20')).toMatchObject({ penaltyRate: '0.18', penaltyBeforeFen: 150_01 });
    expect(restructured(late, '2026-03-20', { annualRate: parseRate('0') })).toMatchObject({ penaltyRate: '0', penaltyBeforeFen: 150_01 });
  });

  it('is the same in a replay, and a settled loan is not restructured in it', () => {
    const loan = restructured(late, '2026-03-20', { annualRate: parseRate('0.06') });
    const act = { kind: 'RESTRUCTURE', on: on('2026-03-20'), terms: terms({ annualRate: parseRate('0.06') }), policy } as const;
    expect(replayRepayments(loan, [act], today, aLoan()).loan).toMatchObject({
      penaltyBeforeFen: 150_01,
      penaltyRate: '0.09',
      rows: loan.rows,
    });
    const payoff = { kind: 'REPAYMENT', id: 'rpm_1', amountFen: 200_000_00, paidOn: on('2026-03-01'), early: null } as const;
    expect(replayRepayments(loan, [act, payoff], today, aLoan()).loan).toMatchObject({ state: 'SETTLED', restructures: 0 });
  });
});

describe('[7.4] a restructure that is refused', () => {
  it.each<[string, Partial<RestructureTerms>, string]>([
    ['a higher rate', { annualRate: parseRate('0.1201') }, 'terms.annualRate'],
    ['no period', { periods: 0 }, 'terms.periods'],
    ['half a period', { periods: 1.5 }, 'terms.periods'],
    ['too many periods', { periods: 121 }, 'terms.periods'],
    ['grace to the end', { periods: 6, principalGracePeriods: 6 }, 'terms.principalGracePeriods'],
    ['negative grace', { principalGracePeriods: -1 }, 'terms.principalGracePeriods'],
    ['a first due day of today', { firstDueOn: on('2026-02-15') }, 'terms.firstDueOn'],
    ['a first due day too far away', { firstDueOn: on('2026-04-16') }, 'terms.firstDueOn'],
  ])('for %s', (_title, change, field) => {
    const problems = restructureProblems(aLoan(), terms(change), on('2026-02-15'), policy);
    expect(problems).toMatchObject([{ code: 'RESTRUCTURE_TERMS_INVALID', field }]);
  });

  it('for a loan that was restructured twice, or that has ended', () => {
    expect(restructureProblems({ ...aLoan(), restructures: 2 }, terms(), on('2026-02-15'), policy)).toMatchObject([
      { code: 'RESTRUCTURED_TOO_OFTEN' },
    ]);
    const settled = pay(aLoan(), 200_000_00, '2026-02-01');
    expect(restructureProblems(settled, terms(), on('2026-02-15'), policy)).toMatchObject([{ code: 'LOAN_NOT_RUNNING' }]);
  });

  it('and one that is fine is not', () => expect(restructureProblems(aLoan(), terms(), on('2026-02-15'), policy)).toEqual([]));
});

describe('[7.3] whatever was paid before and agreed then', () => {
  it('principal is kept, nothing owed is lost, the books balance and the new rows clear', () => {
    const cases = fc.record({
      method: fc.constantFrom(...METHODS),
      next: fc.constantFrom(...METHODS),
      dayCount: fc.constantFrom(...COUNTS),
      made: fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 15_000_00 })), { maxLength: 4 }),
      day: fc.integer({ min: 0, max: 400 }),
      periods: fc.integer({ min: 1, max: 36 }),
    });
    fc.assert(
      fc.property(cases, ({ method, next, dayCount, made, day, periods }) => {
        let loan = aLoan({ method, dayCount });
        const when = addDays(loan.disbursedOn, day);
        for (const [days, amountFen] of [...made].sort(([a], [b]) => a - b).filter(([days]) => days <= day)) {
          loan = applyRepayment(loan, amountFen, { paidOn: addDays(loan.disbursedOn, days), today }).loan;
        }
        if (loan.state !== 'ACTIVE') return;
        const before = closeDay(loan, when, aPolicy()).loan;
        if (before.state !== 'ACTIVE') return;
        const after = restructureLoan(before, when, terms({ method: next, periods }), policy);
        expect(sumFen(after.rows.map((row) => row.principalFen))).toBe(after.principalFen);
        expect(after.outstandingFen).toBe(before.outstandingFen);
        expect(payoffFen(after, when)).toBe(payoffFen(before, when));
        expect(sumFen(Object.values(bookOf(after)))).toBe(0);
        expect(after.rows.at(-1)?.balanceFen).toBe(0);
        expect(sumFen(after.rows.map((row) => row.principalFen - row.principalPaidFen))).toBe(after.outstandingFen);
      }),
      { numRuns: 200 },
    );
  });
});
