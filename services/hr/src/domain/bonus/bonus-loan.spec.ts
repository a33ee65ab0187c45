import { describe, expect, test } from '@jest/globals';
import { day, goodFormula } from './bonus.builder.js';
import { badSince, clawedBackSince, isBad, noteReversal, noteStatus } from './bonus-loan.js';
import type { BonusLoan, LoanStatus } from './bonus-loan.js';

const status = (bucket: LoanStatus['bucket'], loanClass: LoanStatus['loanClass'], on: string): LoanStatus => ({
  ...{ employeeId: 'emp_1', bucket, loanClass, changedOn: day(on) },
});
const after = (...told: LoanStatus[]) => told.reduce<BonusLoan | null>((loan, one) => noteStatus(loan, 'lon_1', one), null) as BonusLoan;

describe('[5.3] how a loan has fared', () => {
  test('the first day of every step is kept, the milder ones included', () => {
    const loan = after(status('M2_M3', 'SPECIAL_MENTION', '2026-05-01'), status('M4_PLUS', 'DOUBTFUL', '2026-07-01'));
    expect(loan).toMatchObject({ bucket: 'M4_PLUS', loanClass: 'DOUBTFUL', changedOn: '2026-07-01' });
    expect(loan.reached).toEqual({
      ...{ M1: '2026-05-01', M2_M3: '2026-05-01', M4_PLUS: '2026-07-01' },
      ...{ SPECIAL_MENTION: '2026-05-01', SUBSTANDARD: '2026-07-01', DOUBTFUL: '2026-07-01' },
    });
  });

  test('one that recovers is sound again, and its days stay', () => {
    const loan = after(status('M4_PLUS', 'SUBSTANDARD', '2026-05-01'), status('CURRENT', 'PASS', '2026-06-01'));
    expect(isBad(loan, goodFormula)).toBe(false);
    expect(badSince(loan, goodFormula)).toBe('2026-05-01');
  });

  test('what is told late moves a first day and not the state', () => {
    const loan = after(status('CURRENT', 'PASS', '2026-06-01'), status('M4_PLUS', 'PASS', '2026-05-01'));
    expect(loan).toMatchObject({ bucket: 'CURRENT', reached: { M4_PLUS: '2026-05-01' } });
  });
});

describe('[5.6] bad is what the formula calls bad', () => {
  test.each<[LoanStatus['bucket'], LoanStatus['loanClass'], boolean]>([
    ['CURRENT', 'PASS', false],
    ['M2_M3', 'SPECIAL_MENTION', false],
    ['M4_PLUS', 'PASS', true],
    ['CURRENT', 'SUBSTANDARD', true],
    ['CURRENT', 'LOSS', true],
  ])('%s and %s: %s', (bucket, loanClass, bad) => {
    const loan = after(status(bucket, loanClass, '2026-05-01'));
    expect(isBad(loan, goodFormula)).toBe(bad);
    expect(badSince(loan, goodFormula)).toBe(bad ? '2026-05-01' : null);
  });

  test.each<[string, string, string | null]>([
    ['within its own quarter', '2026-03-31', '2026-03-31'],
    ['on the last day of the fourth quarter after', '2027-03-31', '2027-03-31'],
    ['a day later', '2027-04-01', null],
  ])('taken back when it turns bad %s', (_title, on, since) => {
    expect(clawedBackSince(after(status('M4_PLUS', 'PASS', on)), '2026-Q1', goodFormula)).toBe(since);
  });

  test.each<[string, BonusLoan | null]>([
    ['of which nothing was said', null],
    ['that was sound', after(status('CURRENT', 'PASS', '2026-05-01'))],
    ['that was bad', after(status('M4_PLUS', 'LOSS', '2026-05-01'))],
  ])('a loan %s is no more once its payment is taken back, whatever the formula and whatever is said later', (_title, known) => {
    const gone = noteReversal(known, 'lon_1', { employeeId: 'emp_1', on: day('2029-05-02') });
    const told = noteStatus(
      noteReversal(gone, 'lon_1', { employeeId: 'emp_1', on: day('2029-06-01') }),
      'lon_1',
      status('CURRENT', 'PASS', '2029-07-01'),
    );
    const formula = { ...goodFormula, clawback: { shareBps: 0, quarters: 0 } };
    for (const loan of [gone, told])
      expect([isBad(loan, formula), clawedBackSince(loan, '2026-Q1', formula)]).toEqual([true, '2029-05-02']);
  });

  test('never by a formula that takes nothing back', () => {
    const formula = { ...goodFormula, clawback: { shareBps: 0, quarters: 0 } };
    expect(clawedBackSince(after(status('M4_PLUS', 'LOSS', '2026-03-01')), '2026-Q1', formula)).toBeNull();
  });
});
