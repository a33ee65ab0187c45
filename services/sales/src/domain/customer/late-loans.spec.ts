import { expect, test } from '@jest/globals';
import { withLateLoan } from './late-loans.js';

const known = [{ loanId: 'lon_1', worstDaysPastDue: 40, daysPastDue: 10 }];

test.each([
  ['the first delay is noted', [], { loanId: 'lon_1', daysPastDue: 3 }, [{ loanId: 'lon_1', worstDaysPastDue: 3, daysPastDue: 3 }]],
  [
    'a worse one raises the worst',
    known,
    { loanId: 'lon_1', daysPastDue: 50 },
    [{ loanId: 'lon_1', worstDaysPastDue: 50, daysPastDue: 50 }],
  ],
  ['a cure keeps the worst', known, { loanId: 'lon_1', daysPastDue: 0 }, [{ loanId: 'lon_1', worstDaysPastDue: 40, daysPastDue: 0 }]],
  [
    'another loan stands beside',
    known,
    { loanId: 'lon_2', daysPastDue: 1 },
    [...known, { loanId: 'lon_2', worstDaysPastDue: 1, daysPastDue: 1 }],
  ],
])('[3.9] %s', (_title, loans, told, expected) => {
  expect(withLateLoan(loans, told)).toEqual(expected);
});

test.each([
  ['a loan that was never late', [], { loanId: 'lon_1', daysPastDue: 0 }],
  ['what is known already', known, { loanId: 'lon_1', daysPastDue: 10 }],
])('[3.9] %s changes nothing', (_title, loans, told) => {
  expect(withLateLoan(loans, told)).toBe(loans);
});
