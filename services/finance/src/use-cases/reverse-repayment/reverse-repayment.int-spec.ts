import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { firstBreak } from '../../domain/ledger/journal.js';
import { financeKit } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { RunningLoan } from '../../../test/builders/running-loan.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const early = { early: 'SMALLER_INSTALMENT' } as const;

describe('[7.3] a repayment that is taken back', () => {
  it('leaves loan, books and balance as if it had not been, and says so', async () => {
    const one = await RunningLoan.begin(kit);
    const before = await one.now();
    await one.repay(1000_00);
    const [repaymentId = ''] = await one.repaymentIds();
    await one.reverse(repaymentId);
    const { outstandingFen, rows } = before;
    expect(await one.now()).toMatchObject({ outstandingFen, receivedFen: 0, creditFen: 0, rows, scheduleNo: 1 });
    expect(await one.rows('exposures', { _id: one.customerId })).toMatchObject([{ outstandingFen }]);
    const entries = await one.entries();
    expect(entries.map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'REPAYMENT', 'REVERSAL']);
    expect(firstBreak(entries)).toBeNull();
    const turned = entries[2]?.lines.map((line) => ({ account: line.account, debitFen: line.creditFen, creditFen: line.debitFen }));
    expect(turned).toEqual(entries[1]?.lines);
    expect(await one.rows('repayments', { loanId: one.id })).toMatchObject([{ reversal: { reason: '银行退回' } }]);
    expect((await one.told()).map(({ type }) => type)).toEqual(['finance.repayment-recorded.v1', 'finance.repayment-reversed.v1']);
    expect((await one.told())[1]?.data).toMatchObject({
      repaymentId,
      outstandingPrincipalFen: outstandingFen,
      reversedOn: kit.p.clock.today(),
    });
  });

  it('spreads what was paid after it anew: early principal becomes the credit that it was without the money before', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(30_000_00, early);
    await one.repay(20_000_00);
    const [first = '', second = ''] = await one.repaymentIds();
    expect(await one.now()).toMatchObject({ state: 'SETTLED' });
    await one.reverse(first);
    expect(await one.rows('repayments', { _id: second })).toMatchObject([{ principalFen: 0, creditFen: 20_000_00 }]);
    expect(await one.now()).toMatchObject({ state: 'ACTIVE', receivedFen: 20_000_00, outstandingFen: 50_000_00, creditFen: 20_000_00 });
  });

  it('brings the schedule back that ran without it, as a new version', async () => {
    const one = await RunningLoan.begin(kit);
    const { rows } = await one.now();
    await one.repay(10_000_00, early);
    await one.reverse((await one.repaymentIds())[0] ?? '');
    expect(await one.now()).toMatchObject({ scheduleNo: 3, outstandingFen: 50_000_00, rows });
    const versions = await one.rows<{ cause: string }>('loan_schedules', { loanId: one.id });
    expect(versions.map(({ cause }) => cause)).toEqual(['DISBURSEMENT', 'PREPAYMENT', 'REPLAY']);
  });

  it('wakes a loan that it had settled', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(50_000_00);
    await one.reverse((await one.repaymentIds())[0] ?? '');
    expect(await one.now()).toMatchObject({ state: 'ACTIVE', settledOn: null, outstandingFen: 50_000_00 });
  });

  it('is taken back once', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(700_00);
    const [repaymentId = ''] = await one.repaymentIds();
    const tries = await Promise.allSettled([1, 2, 3].map(() => one.reverse(repaymentId)));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    await expect(one.reverse(repaymentId)).rejects.toMatchObject({ code: 'REPAYMENT_ALREADY_REVERSED' });
    expect((await one.entries()).map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'REPAYMENT', 'REVERSAL']);
  });

  it('is refused without a reason, for a stranger and for another loan, and nothing moves', async () => {
    const [one, other] = [await RunningLoan.begin(kit), await RunningLoan.begin(kit)];
    await one.repay(700_00);
    const [repaymentId = ''] = await one.repaymentIds();
    await expect(one.reverse(repaymentId, ' ')).rejects.toMatchObject({ code: 'REVERSAL_REASON_MISSING' });
    await expect(one.reverse(newId('rpm'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.reverse(repaymentId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await one.now()).toMatchObject({ receivedFen: 700_00, chain: { no: 2 } });
  });
});
