import { describe, expect, test } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { asOf, claimsOf, newClaims, owes, stands, startLoan } from './sold-loan.js';
import type { SoldLoan } from './sold-loan.js';

const day = parseLocalDate;
const start = {
  id: 'lon_1',
  ...{ employeeId: 'emp_1', customerId: 'cus_1', first: true },
  ...{ disbursedOn: day('2026-01-10'), firstDueOn: day('2026-02-10') },
};
const loan = startLoan(start, 1_000);
const late = (on: string, daysPastDue: number, bucket = 'M1', loanClass = 'SPECIAL_MENTION') => ({
  on: day(on),
  daysPastDue,
  bucket,
  loanClass,
});

describe('[5.3] what a loan owes as of a day', () => {
  const told = [
    ['paid out', loan],
    ['paid in part', owes(loan, day('2026-02-10'), 900)],
    ['late', stands(owes(loan, day('2026-02-10'), 900), late('2026-03-11', 1))],
    ['cured', stands(stands(loan, late('2026-02-11', 1)), late('2026-02-20', 0, 'CURRENT', 'PASS'))],
    ['bad', stands(stands(loan, late('2026-02-11', 1)), late('2026-05-11', 90, 'M4_PLUS', 'SUBSTANDARD'))],
    ['written off', { ...loan, writtenOffOn: day('2026-06-01') }],
    ['written off, and paid in part after it', owes({ ...loan, writtenOffOn: day('2026-06-01') }, day('2026-07-01'), 400)],
    ['settled while late', owes(stands(loan, late('2026-02-11', 1)), day('2026-02-15'), 0)],
  ] as const;
  test.each<[string, string, number[]]>([
    ['paid out', '2026-01-09', [0, 0, 0]],
    ['paid out', '2026-01-10', [1_000, 0, 0]],
    ['paid in part', '2026-02-09', [1_000, 0, 0]],
    ['paid in part', '2026-02-10', [900, 0, 0]],
    ['late', '2026-03-10', [900, 0, 0]],
    ['late', '2026-03-31', [900, 900, 0]],
    ['cured', '2026-02-19', [1_000, 1_000, 0]],
    ['cured', '2026-02-20', [1_000, 0, 0]],
    ['bad', '2026-03-31', [1_000, 1_000, 0]],
    ['bad', '2026-06-30', [1_000, 1_000, 1_000]],
    ['written off', '2026-05-31', [1_000, 0, 0]],
    ['written off', '2026-06-01', [1_000, 1_000, 1_000]],
    ['written off, and paid in part after it', '2026-09-30', [400, 400, 400]],
    ['settled while late', '2026-03-31', [0, 0, 0]],
  ])('%s, on %s', (title, on, owed) => {
    const found = told.find(([name]) => name === title)?.[1] as SoldLoan;
    expect(Object.values(asOf(found, day(on)))).toEqual(owed);
  });

  test('a payment that is booked for an earlier day changes that day and all after it, nothing before', () => {
    const second = owes(owes(loan, day('2026-04-02'), 800), day('2026-03-30'), 600);
    expect(['2026-03-29', '2026-03-31', '2026-04-02'].map((on) => asOf(second, day(on)).OUTSTANDING)).toEqual([1_000, 800, 600]);
  });

  test('the end of a day that is told after the payment of the next one still counts for its own day', () => {
    const paid = owes(loan, day('2026-04-01'), 0);
    expect(asOf(stands(paid, late('2026-03-31', 30, 'M2_M3')), day('2026-03-31'))).toMatchObject({ OVERDUE: 1_000 });
  });
});

describe('[5.3] first-payment default', () => {
  test.each<[string, SoldLoan, string | null]>([
    ['30 days after the first due day', stands(loan, late('2026-03-12', 30, 'M2_M3')), '2026-03-12'],
    ['found later still', stands(loan, late('2026-05-11', 90, 'M4_PLUS')), '2026-05-11'],
    ['told once', stands(stands(loan, late('2026-03-12', 30, 'M2_M3')), late('2026-05-11', 90, 'M4_PLUS')), '2026-03-12'],
    ['a later instalment is another thing', stands(loan, late('2026-05-12', 30, 'M2_M3')), null],
    ['late by less', stands(loan, late('2026-02-20', 10)), null],
    ['never', loan, null],
    ['of a loan that was taken back', { ...stands(loan, late('2026-03-12', 30, 'M2_M3')), reversed: true }, null],
  ])('%s', (_title, one, on) => {
    expect(claimsOf(one).find(({ kind }) => kind === 'FIRST_PAYMENT_DEFAULT')?.on ?? null).toBe(on);
  });
});

test('[5.1, 5.3] a loan that is taken back leaves nothing on any day', () => {
  const run = stands(owes(loan, day('2026-02-10'), 900), late('2026-03-12', 30, 'M2_M3'));
  const sums = new Map<string, number>();
  for (const { kind, on, value } of [...newClaims(null, run), ...newClaims(run, { ...run, reversed: true })])
    sums.set(`${kind} ${on}`, (sums.get(`${kind} ${on}`) ?? 0) + value);
  expect([...sums.values()].every((sum) => sum === 0)).toBe(true);
  expect(sums.size).toBe(4);
});

test('[5.3] whatever is told in whatever order: what was told until any day sums to what the loan owes on it', () => {
  const step = fc.oneof(
    fc.record({ days: fc.nat(300), owed: fc.nat(1_000) }),
    fc.record({
      days: fc.nat(300),
      bucket: fc.constantFrom('CURRENT', 'M1', 'M2_M3', 'M4_PLUS'),
      loanClass: fc.constantFrom('PASS', 'SUBSTANDARD', 'LOSS'),
    }),
    fc.record({ days: fc.nat(300), writeOff: fc.constant(true) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.nat(320), (steps, look) => {
      let one: SoldLoan = loan;
      const told = [...newClaims(null, loan)];
      for (const told_ of steps) {
        const on = addDays(start.disbursedOn, told_.days);
        const next =
          'owed' in told_
            ? owes(one, on, told_.owed)
            : 'bucket' in told_
              ? stands(one, { on, daysPastDue: told_.days, bucket: told_.bucket, loanClass: told_.loanClass })
              : { ...one, writtenOffOn: on };
        told.push(...newClaims(one, next));
        one = next;
      }
      const until = addDays(start.disbursedOn, look);
      for (const [kind, owed] of Object.entries(asOf(one, until))) {
        const sum = told.filter((claim) => claim.kind === kind && claim.on <= until).reduce((all, { value }) => all + value, 0);
        expect([kind, sum]).toEqual([kind, owed]);
      }
    }),
    { numRuns: 2_000 },
  );
});
