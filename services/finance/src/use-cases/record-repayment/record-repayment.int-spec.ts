import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, parseLocalDate, sumFen } from '@weilend/kernel';
import { firstBreak } from '../../domain/ledger/journal.js';
import { bookOf } from '../../domain/loan/loan-book.js';
import { financeKit } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { RunningLoan } from '../../../test/builders/running-loan.builder.js';
import type { RecordRepaymentRequest } from './record-repayment.use-case.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const SMALLER = { early: 'SMALLER_INSTALMENT' } as const;

describe('[4.19, 5.3] a repayment', () => {
  it('before its due day waits as credit: loan, ledger and the others know, together', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(1000_00);
    expect(await one.now()).toMatchObject({ outstandingFen: 50_000_00, creditFen: 1000_00, receivedFen: 1000_00, chain: { no: 2 } });
    const entries = await one.entries();
    expect(entries.map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'REPAYMENT']);
    expect(firstBreak(entries)).toBeNull();
    expect(await one.told()).toMatchObject([
      { data: { principalFen: 0, interestFen: 0, creditFen: 1000_00, outstandingPrincipalFen: 50_000_00, settled: false } },
    ]);
  });

  it('that repays principal early changes schedule, balance and exposure, and keeps the old schedule', async () => {
    const one = await RunningLoan.begin(kit);
    const before = await one.now();
    await one.repay(10_000_00, SMALLER);
    const after = await one.now();
    expect(after).toMatchObject({ outstandingFen: 40_000_00, creditFen: 0, scheduleNo: 2 });
    expect(after.rows.at(-1)?.dueOn).toBe(before.rows.at(-1)?.dueOn);
    expect(after.rows[1]?.totalFen).toBeLessThan(before.rows[0]?.totalFen ?? 0);
    expect(await one.rows('exposures', { _id: one.customerId })).toMatchObject([{ outstandingFen: 40_000_00 }]);
    const versions = await one.rows<{ no: number; cause: string; rows: object[] }>('loan_schedules', { loanId: one.id });
    expect(versions.map(({ no, cause, rows }) => [no, cause, rows.length])).toEqual([
      [1, 'DISBURSEMENT', 12],
      [2, 'PREPAYMENT', 13],
    ]);
    expect(await one.told()).toMatchObject([{ data: { principalFen: 10_000_00, outstandingPrincipalFen: 40_000_00 } }]);
  });

  it('may repay early again and again, each a version', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(10_000_00, SMALLER);
    await one.repay(10_000_00, { early: 'SHORTER_TERM' });
    const after = await one.now();
    expect(after).toMatchObject({ outstandingFen: 30_000_00, scheduleNo: 3 });
    expect(after.rows.filter((row) => row.kind === 'PREPAYMENT')).toHaveLength(2);
    expect(sumFen(Object.values(bookOf(after)))).toBe(0);
    expect(await one.rows('loan_schedules', { loanId: one.id })).toHaveLength(3);
  });

  it('of everything owed settles the loan', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(50_000_00);
    expect(await one.now()).toMatchObject({
      state: 'SETTLED',
      outstandingFen: 0,
      creditFen: 0,
      settledOn: kit.p.clock.today(),
      scheduleNo: 1,
    });
    expect(await one.told()).toMatchObject([{ data: { principalFen: 50_000_00, settled: true, outstandingPrincipalFen: 0 } }]);
  });

  it('of more than is owed leaves a credit', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(50_000_07);
    expect(await one.now()).toMatchObject({ state: 'SETTLED', creditFen: 7 });
  });

  it('is posted once by its transaction, whatever key it comes with and however many come at once', async () => {
    const one = await RunningLoan.begin(kit);
    const channelTransactionId = newId('txn');
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => one.repay(1000_00, { channelTransactionId })));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    await expect(one.repay(1000_00, { channelTransactionId })).rejects.toMatchObject({ code: 'REPAYMENT_ALREADY_RECORDED' });
    expect(await one.now()).toMatchObject({ receivedFen: 1000_00 });
    expect(await one.told()).toHaveLength(1);
  });

  it('that was booked on the wrong loan and taken back may be posted where it belongs, once', async () => {
    const [wrong, right] = [await RunningLoan.begin(kit), await RunningLoan.begin(kit)];
    const channelTransactionId = newId('txn');
    await wrong.repay(1000_00, { channelTransactionId });
    await wrong.reverse((await wrong.repaymentIds())[0] ?? '');
    await right.repay(1000_00, { channelTransactionId });
    await expect(wrong.repay(1000_00, { channelTransactionId })).rejects.toMatchObject({ code: 'REPAYMENT_ALREADY_RECORDED' });
    expect([(await wrong.now()).receivedFen, (await right.now()).receivedFen]).toEqual([0, 1000_00]);
  });

  it('with the same number of another channel is another repayment on another loan, never on the same', async () => {
    const [one, other] = [await RunningLoan.begin(kit), await RunningLoan.begin(kit)];
    const channelTransactionId = newId('txn');
    await one.repay(100, { channelTransactionId });
    await expect(one.repay(100, { channelTransactionId, channel: 'CASH' })).rejects.toMatchObject({ code: 'REPAYMENT_ALREADY_RECORDED' });
    await expect(one.repay(100, { channelTransactionId: ` ${channelTransactionId} ` })).rejects.toMatchObject({
      code: 'REPAYMENT_ALREADY_RECORDED',
    });
    await other.repay(100, { channelTransactionId, channel: 'CASH' });
    expect([await one.told(), await other.told()].map((told) => told.length)).toEqual([1, 1]);
  });

  it('many at once lose nothing, whether they wait or repay early', async () => {
    const one = await RunningLoan.begin(kit);
    await Promise.all(Array.from({ length: 6 }, (_, place) => one.repay(100_00, place % 2 === 0 ? SMALLER : {})));
    const loan = await one.now();
    expect(sumFen(loan.rows.map((row) => row.interestPaidFen + row.principalPaidFen)) + loan.creditFen).toBe(600_00);
    expect(firstBreak(await one.entries())).toBeNull();
  });

  it.each<[string, Partial<RecordRepaymentRequest>, string]>([
    ['of nothing', { amountFen: 0 }, 'REPAYMENT_AMOUNT_INVALID'],
    ['of less than nothing', { amountFen: -1 }, 'REPAYMENT_AMOUNT_INVALID'],
    ['of nothing, early', { amountFen: 0, ...SMALLER }, 'REPAYMENT_AMOUNT_INVALID'],
    ['dated tomorrow', { paidOn: parseLocalDate('2099-01-01') }, 'REPAYMENT_DATE_INVALID'],
    ['dated before the payment', { paidOn: parseLocalDate('2020-01-01') }, 'REPAYMENT_DATE_INVALID'],
    ['without a transaction number', { channelTransactionId: ' ' }, 'INPUT_INVALID'],
    ['without a channel', { channel: '' }, 'INPUT_INVALID'],
    ['of a loan that does not exist', { loanId: newId('lon') }, 'NOT_FOUND'],
  ])('%s is refused and changes nothing', async (_title, change, code) => {
    const one = await RunningLoan.begin(kit);
    const before = await one.now();
    await expect(one.repay(100, change)).rejects.toMatchObject({ code });
    expect([await one.now(), await one.told()]).toEqual([before, []]);
  });
});
