import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { addLoan, takeBackLoan } from './loan-results.js';
import type { CustomerResults } from './loan-results.js';

const none: CustomerResults = { id: 'cus_1', version: 0, loans: [] };
const loan = (no: number, disbursedOn: string) => ({
  ...{ loanId: `lon_${no}`, applicationId: `app_${no}`, salespersonId: 'emp_1', amountFen: 100 * no },
  disbursedOn: disbursedOn as LocalDate,
});
const first = (results: CustomerResults) => results.loans.filter((one) => one.first).map((one) => one.loanId);

describe('[2.3, 5.1] loans of a customer', () => {
  test('the earliest that stands is his first, in whatever order they are told', () => {
    const early = loan(2, '2026-01-05');
    const late = loan(1, '2026-03-01');
    expect(first(addLoan(addLoan(none, late), early))).toEqual(['lon_2']);
    expect(addLoan(addLoan(none, late), early)).toEqual(addLoan(addLoan(none, early), late));
  });

  test('told twice counts once', () => {
    const once = addLoan(none, loan(1, '2026-01-05'));
    expect(addLoan(once, loan(1, '2026-01-05'))).toBe(once);
  });

  test('taken back counts for nothing, and the next one is then his first', () => {
    const two = addLoan(addLoan(none, loan(1, '2026-01-05')), loan(2, '2026-02-05'));
    const left = takeBackLoan(two, 'lon_1');
    expect(left.loans.map((one) => one.reversed)).toEqual([true, false]);
    expect(first(left)).toEqual(['lon_2']);
    expect(takeBackLoan(left, 'lon_1')).toBe(left);
  });

  test.each(['lon_7', ''])('taking back "%s", which is not there, changes nothing', (loanId) => {
    const one = addLoan(none, loan(1, '2026-01-05'));
    expect(takeBackLoan(one, loanId)).toBe(one);
  });
});
