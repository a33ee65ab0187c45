import { describe, expect, it, test } from '@jest/globals';
import { bookOf } from '../loan/loan-book.js';
import { aLoan } from '../loan/loan.builder.js';
import {
  accountDifferences,
  borrowerDifferences,
  loanDifferences,
  orphanDifferences,
  periodDifferences,
  trialDifferences,
} from './check-books.js';
import type { BorrowerSums, EntrySums } from './check-books.js';
import { ACCOUNTS } from './journal.js';

const loan = { ...aLoan(), chain: { no: 3, hash: 'h' } };
const right: EntrySums = { entries: 3, accounts: bookOf(loan) };
const { [ACCOUNTS.FUNDS]: _funds, ...withoutFunds } = bookOf(loan);

describe('[7.3] a loan against its entries', () => {
  it('says nothing when every account and the chain are the same', () => expect(loanDifferences(loan, right)).toEqual([]));

  it('takes an account that the entries never moved for zero', () => {
    const moved = Object.fromEntries(Object.entries(right.accounts).filter(([, fen]) => fen !== 0));
    expect(loanDifferences(loan, { ...right, accounts: moved })).toEqual([]);
  });

  test.each<[string, EntrySums, object[]]>([
    [
      'one fen of principal',
      { ...right, accounts: { ...right.accounts, [ACCOUNTS.LOANS]: 99_999_99 } },
      [{ account: ACCOUNTS.LOANS, unit: 'FEN', expected: 100_000_00, found: 99_999_99 }],
    ],
    ['an account without entries', { ...right, accounts: withoutFunds }, [{ account: ACCOUNTS.FUNDS, expected: -100_000_00, found: 0 }]],
    [
      'an account that no loan has',
      { ...right, accounts: { ...right.accounts, '9999.x': 1 } },
      [{ account: '9999.x', expected: 0, found: 1 }],
    ],
    ['an entry too few', { ...right, entries: 2 }, [{ account: 'entries', unit: 'COUNT', expected: 3, found: 2 }]],
    ['an entry too many', { ...right, entries: 4 }, [{ account: 'entries', unit: 'COUNT', expected: 3, found: 4 }]],
  ])('tells %s with both figures', (_title, sums, expected) => {
    expect(loanDifferences(loan, sums)).toMatchObject(expected.map((one) => ({ subject: 'LOAN', subjectId: loan.id, ...one })));
  });

  it('without any entries differs in all that it holds', () => {
    expect(loanDifferences(loan).map(({ account }) => account)).toEqual([ACCOUNTS.FUNDS, ACCOUNTS.LOANS, 'entries']);
  });

  it('that does not exist makes its entries orphans', () => {
    expect(orphanDifferences('lon_9', { entries: 1, accounts: { a: 5, b: -5 } })).toEqual([
      { subject: 'LOAN', subjectId: 'lon_9', account: 'a', unit: 'FEN', expected: 0, found: 5 },
      { subject: 'LOAN', subjectId: 'lon_9', account: 'b', unit: 'FEN', expected: 0, found: -5 },
      { subject: 'LOAN', subjectId: 'lon_9', account: 'entries', unit: 'COUNT', expected: 0, found: 1 },
    ]);
  });
});

describe('[G7] a borrower against his loans and the payments under way', () => {
  const balance = { outstandingFen: 500, reservedFen: 100, loans: 2 };
  test.each<[string, BorrowerSums | undefined, BorrowerSums | undefined, string[]]>([
    ['the same', balance, balance, []],
    ['a borrower of nothing', undefined, undefined, []],
    ['a row of zeros without loans', { outstandingFen: 0, reservedFen: 0, loans: 0 }, undefined, []],
    ['a fen more', balance, { ...balance, outstandingFen: 501 }, ['outstanding']],
    ['a payment that is not reserved', balance, { ...balance, reservedFen: 200 }, ['reserved']],
    ['a reservation that nobody freed', balance, { ...balance, reservedFen: 0 }, ['reserved']],
    ['a loan too many', balance, { ...balance, loans: 3 }, ['loans']],
    ['a missing row', undefined, balance, ['outstanding', 'reserved', 'loans']],
    ['a row without loans', balance, undefined, ['outstanding', 'reserved', 'loans']],
  ])('%s', (_title, exposure, sums, accounts) => {
    expect(borrowerDifferences('cus_1', exposure, sums).map(({ account }) => account)).toEqual(accounts);
  });
});

test.each<[string, [number, number][], number]>([
  ['an empty ledger', [], 0],
  [
    'equal sides',
    [
      [5, 3],
      [0, 2],
    ],
    0,
  ],
  [
    'a fen on one side',
    [
      [5, 3],
      [0, 3],
    ],
    1,
  ],
])('[4.19] the whole ledger: %s', (_title, sides, differences) => {
  expect(trialDifferences(sides.map(([debitFen, creditFen]) => ({ debitFen, creditFen })))).toHaveLength(differences);
});

test('balances are told in the order of the accounts', () => {
  const of = { subject: 'PERIOD', subjectId: '2026-10' } as const;
  expect(accountDifferences(of, { b: 1, a: 1 }, { c: 2 }).map(({ account }) => account)).toEqual(['a', 'b', 'c']);
});

test.each<[string, [number, number], string[]]>([
  ['the same', [7, 3], []],
  ['a fen less on the debit side', [6, 3], ['a debit']],
  ['a fen less on both sides, which no balance shows', [6, 2], ['a credit', 'a debit']],
])('[7.3] a closed month against its entries: %s', (_title, [debitFen, creditFen], accounts) => {
  const closed = { month: '2026-10', accounts: [{ account: 'a', debitFen: 7, creditFen: 3 }] };
  const differences = periodDifferences(closed, [{ account: 'a', debitFen, creditFen }]);
  expect(differences.map(({ account }) => account)).toEqual(accounts);
  expect(differences.every(({ subject, subjectId }) => subject === 'PERIOD' && subjectId === '2026-10')).toBe(true);
});
