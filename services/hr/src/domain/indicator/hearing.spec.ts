import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { countingQuarter, earliestDay, follow, followAll, isCorrection } from './hearing.js';
import type { Heard, Saying } from './hearing.js';

const day = parseLocalDate;
const start = {
  id: 'lon_1',
  ...{ employeeId: 'emp_1', customerId: 'cus_1', first: true },
  ...{ disbursedOn: day('2026-03-10'), firstDueOn: day('2026-04-10') },
};
const paidOut: Saying = { kind: 'LOAN_PAID_OUT', loan: start, amountFen: 1_000 };
const heard = (saying: Saying, closed: readonly string[] = []): Heard => ({
  ...{ id: 'hrd_1', version: 1, employeeId: 'emp_1', aboutId: 'lon_1' },
  saying,
  closed,
});
const factsOf = (...all: Heard[]) =>
  followAll(all).facts.map(({ kind, quarter, occurredOn, value }) => `${kind} ${quarter} ${occurredOn} ${value}`);

describe('[5.5] the quarter in which a day counts', () => {
  test.each<[string, string[], string]>([
    ['2026-03-31', [], '2026-Q1'],
    ['2026-04-01', [], '2026-Q2'],
    ['2026-03-31', ['2026-Q1'], '2026-Q2'],
    ['2026-03-31', ['2026-Q1', '2026-Q2'], '2026-Q3'],
    ['2026-03-31', ['2026-Q2'], '2026-Q1'],
    ['2025-12-31', ['2025-Q4'], '2026-Q1'],
  ])('%s while %j is closed', (on, closed, quarter) => {
    expect(countingQuarter(day(on), closed)).toBe(quarter);
  });
});

describe('[5.1, 5.3] what follows from what was heard', () => {
  test('a loan is counted, owes, is late, and is counted off', () => {
    expect(
      factsOf(
        heard(paidOut),
        heard({ kind: 'LOAN_OWES', on: day('2026-04-10'), outstandingFen: 900 }),
        heard({ kind: 'LOAN_STANDS', standing: { on: day('2026-05-11'), daysPastDue: 1, bucket: 'M1', loanClass: 'SPECIAL_MENTION' } }),
        heard({ kind: 'LOAN_WRITTEN_OFF', on: day('2026-12-01') }),
      ),
    ).toEqual([
      'LOAN_DISBURSED 2026-Q1 2026-03-10 1000',
      'OUTSTANDING 2026-Q1 2026-03-10 1000',
      'OUTSTANDING 2026-Q2 2026-04-10 -100',
      'OVERDUE 2026-Q2 2026-05-11 900',
      'NON_PERFORMING 2026-Q4 2026-12-01 900',
    ]);
  });

  test('taken back: off its own quarter while that is open, off the next when it is closed, and off every balance', () => {
    const back: Saying = { kind: 'LOAN_TAKEN_BACK', on: day('2026-05-01') };
    expect(factsOf(heard(paidOut), heard(back)).slice(2)).toEqual([
      'LOAN_REVERSED 2026-Q1 2026-05-01 1000',
      'OUTSTANDING 2026-Q1 2026-03-10 -1000',
    ]);
    expect(factsOf(heard(paidOut), heard(back, ['2026-Q1'])).slice(2)).toEqual([
      'LOAN_REVERSED 2026-Q2 2026-05-01 1000',
      'OUTSTANDING 2026-Q2 2026-03-10 -1000',
    ]);
    expect(factsOf(heard(paidOut), heard(back), heard(back)).length).toBe(4);
  });

  test('[5.1] a customer who turns out to be known is no new one, once; who sold the loan keeps it', () => {
    const merged: Saying = { kind: 'CUSTOMER_MERGED', on: day('2026-04-02'), survivorId: 'cus_2', first: false };
    const { loan, facts } = followAll([heard(paidOut), heard(merged), heard(merged)]);
    expect(facts.slice(2)).toMatchObject([{ kind: 'CUSTOMER_MERGED', employeeId: 'emp_1', quarter: '2026-Q1' }]);
    expect(loan).toMatchObject({ customerId: 'cus_2', first: false, employeeId: 'emp_1' });
    expect(factsOf(heard(paidOut), heard({ ...merged, first: true })).length).toBe(2);
  });

  test('a mark, a violation, a deadline is one fact', () => {
    const plain: Saying = { kind: 'PLAIN', fact: 'VIOLATION', value: 1, marked: true, on: day('2026-03-31'), detail: 'SEVERE' };
    expect(follow(null, heard(plain)).facts).toEqual([
      {
        employeeId: 'emp_1',
        quarter: '2026-Q1',
        belongsTo: '2026-Q1',
        kind: 'VIOLATION',
        aboutId: 'lon_1',
        value: 1,
        marked: true,
        occurredOn: '2026-03-31',
        detail: 'SEVERE',
      },
    ]);
  });

  test('what is heard of a loan that nobody knows is nothing', () => {
    expect(follow(null, heard({ kind: 'LOAN_TAKEN_BACK', on: day('2026-05-01') }))).toEqual({ loan: null, facts: [] });
  });

  test('a fact that counts later than it happened is a correction', () => {
    expect(isCorrection({ quarter: '2026-Q2', occurredOn: '2026-03-31' })).toBe(true);
    expect(isCorrection({ quarter: '2026-Q1', occurredOn: '2026-03-31' })).toBe(false);
    expect(isCorrection({ quarter: '2026-Q2', occurredOn: '2026-05-01', belongsTo: '2026-Q1' })).toBe(true);
    expect(isCorrection({ quarter: '2026-Q1', occurredOn: '2026-05-01', belongsTo: '2026-Q1' })).toBe(false);
  });

  test.each<[string, Saying, string]>([
    ['a payout', paidOut, '2026-03-10'],
    ['a balance', { kind: 'LOAN_OWES', on: day('2026-08-01'), outstandingFen: 1 }, '2026-08-01'],
    [
      'a judgement',
      { kind: 'LOAN_STANDS', standing: { on: day('2026-08-02'), daysPastDue: 1, bucket: 'M1', loanClass: 'PASS' } },
      '2026-08-02',
    ],
    ['a payment taken back, which touches the sale', { kind: 'LOAN_TAKEN_BACK', on: day('2026-08-03') }, '2026-03-10'],
    [
      'a merger, which touches the sale',
      { kind: 'CUSTOMER_MERGED', on: day('2026-08-03'), survivorId: 'cus_2', first: false },
      '2026-03-10',
    ],
  ])('the earliest day that %s can count for', (_title, saying, on) => {
    expect(earliestDay(follow(null, heard(paidOut)).loan, saying)).toBe(on);
  });
});
