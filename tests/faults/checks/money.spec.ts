import { describe, expect, test } from '@jest/globals';
import { onePaidLoan } from './facts.builder.ts';
import type { MoneyFacts } from './facts.ts';
import { fourEyes } from './four-eyes.ts';
import { ledgerTrue } from './ledger.ts';
import { moneyOnce } from './money-once.ts';

const good = onePaidLoan();
const first = <T>(rows: readonly T[]): T => rows[0] as T;

describe('I1: money goes out once', () => {
  test('holds for a loan that was paid', () => {
    expect(moneyOnce(good)).toEqual({ checked: 1, problems: [] });
  });

  const cancelled = { ...first(good.orders), state: 'CANCELLED' };
  test('holds for a contract whose payment finance stopped', () => {
    expect(moneyOnce({ ...good, orders: [cancelled], bank: [], journal: [], loans: [] })).toEqual({ checked: 1, problems: [] });
  });

  const other = { ...first(good.journal), _id: 'jnl_2' };
  test.each<[string, Partial<MoneyFacts>, string]>([
    ['a disbursement that was posted twice', { journal: [...good.journal, other] }, 'posted 2 times'],
    ['a signed contract that was not paid', { orders: [], bank: [], journal: [], loans: [] }, '0 paid orders'],
    ['money for a payment that was stopped', { orders: [cancelled] }, '1 posted disbursements'],
    ['a posting without a contract', { contracts: [] }, 'without a signed contract'],
    ['a payment without an approval', { decisions: [{ applicationId: 'app_1', result: 'REJECTED' }] }, 'without an approval'],
    ['two requests at the bank', { bank: [...good.bank, { _id: 'dis_2', amountFen: 5_000, paid: true }] }, 'the bank paid dis_2'],
    ['another amount', { bank: [{ ...first(good.bank), amountFen: 5_001 }] }, 'several amounts'],
    [
      'a transaction that was posted to two loans',
      { repayments: ['rpm_1', 'rpm_2'].map((_id) => ({ _id, loanId: _id, channel: 'BANK', channelTransactionId: 't1' })) },
      'BANK/t1',
    ],
  ])('is broken by %s', (_title, change, said) => {
    expect(moneyOnce({ ...good, ...change }).problems.join('\n')).toContain(said);
  });
});

describe('I2: the ledger is true', () => {
  test('holds', () => {
    expect(ledgerTrue(good)).toEqual({ checked: 1, driftFen: 0, problems: [] });
  });

  const [entry, loan, exposure] = [first(good.journal), first(good.loans), first(good.exposures)];
  test.each<[string, Partial<MoneyFacts>, string]>([
    ['an entry of one side', { journal: [{ ...entry, lines: entry.lines.slice(0, 1) }] }, 'does not balance'],
    ['a missing entry', { journal: [{ ...entry, no: 2 }] }, 'the chain of lon_1 is broken'],
    ['a chain that is longer than the loan knows', { loans: [{ ...loan, chain: { no: 0, hash: null } }] }, 'does not know the end'],
    ['a loan with another balance', { loans: [{ ...loan, outstandingFen: 4_999 }] }, 'lon_1 says 4999'],
    ['a borrower with another balance', { exposures: [{ ...exposure, outstandingFen: 0 }] }, 'cus_1 is kept with 0'],
  ])('is broken by %s', (_title, change, said) => {
    expect(ledgerTrue({ ...good, ...change }).problems.join('\n')).toContain(said);
  });
});

describe('I9: four eyes', () => {
  test('hold', () => {
    expect(fourEyes(good.orders)).toEqual({ checked: 1, problems: [] });
  });

  test('are two when the maker releases, or the seller pays', () => {
    const [order] = [first(good.orders)];
    expect(fourEyes([{ ...order, checkerId: 'emp_4' }]).problems).toHaveLength(1);
    const participants = [...order.participants, { role: 'PAYMENT_MAKER', employeeId: 'emp_1' }];
    expect(fourEyes([{ ...order, participants }]).problems).toHaveLength(1);
  });
});
