import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { Bucket } from '../arrears/past-due.js';
import { aLoan } from '../loan/loan.builder.js';
import { lateLoan } from './late-loan.js';

const loan = (bucket: Bucket, overdueSince: string | null) => ({
  ...{ ...aLoan(), bucket },
  overdueSince: overdueSince === null ? null : parseLocalDate(overdueSince),
});
const facts = { loanId: 'lon_1', disbursedOn: '2026-01-15', principalFen: 100_000_00 };

test.each<[string, Bucket, [Bucket, string | null], object | null]>([
  ['a sound loan', 'CURRENT', ['CURRENT', null], null],
  ['a few days late', 'CURRENT', ['M1', '2026-02-15'], null],
  ['cured', 'M4_PLUS', ['CURRENT', null], null],
  ['still thirty days late', 'M2_M3', ['M2_M3', '2026-02-15'], null],
  [
    'thirty days late with its first instalment',
    'M1',
    ['M2_M3', '2026-02-15'],
    { late30On: '2026-03-17', late90On: null, firstDefaultOn: '2026-03-17' },
  ],
  [
    'thirty days late with a later instalment',
    'M1',
    ['M2_M3', '2026-03-15'],
    { late30On: '2026-04-14', late90On: null, firstDefaultOn: null },
  ],
  ['ninety days late', 'M2_M3', ['M4_PLUS', '2026-03-15'], { late30On: '2026-04-14', late90On: '2026-06-13', firstDefaultOn: null }],
  [
    'ninety days late at once',
    'CURRENT',
    ['M4_PLUS', '2026-02-15'],
    { late30On: '2026-03-17', late90On: '2026-05-16', firstDefaultOn: '2026-03-17' },
  ],
  ['back from ninety to thirty days', 'M4_PLUS', ['M2_M3', '2026-03-15'], { late30On: '2026-04-14', late90On: null, firstDefaultOn: null }],
])('[5.3] %s', (_title, before, [bucket, since], expected) => {
  expect(lateLoan(loan(before, null), loan(bucket, since))).toEqual(expected && { ...facts, ...expected });
});
