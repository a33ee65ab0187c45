import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { firstBreak } from '../../domain/ledger/journal.js';
import type { Loan } from '../../domain/loan/loan.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

async function paidOut(): Promise<{ one: Case; loanId: string }> {
  const one = await (await Case.begin(kit)).opened();
  await one.released();
  return { one, loanId: String((await one.settle()).loanId) };
}
const find = <T>(collection: string, filter: object) =>
  kit.p.database.collection(collection).find(filter).sort({ _id: 1 }).toArray() as unknown as Promise<T[]>;
const loanOf = async (loanId: string) => (await find<Loan>('loans', { _id: loanId }))[0]!;
const repaymentIds = async (loanId: string) => (await find<{ _id: string }>('repayments', { loanId })).map(({ _id }) => _id);
const repay = (loanId: string, amountFen: number) =>
  kit.recordRepayment.execute(people.maker, {
    ...{ requestKey: newId('key'), loanId, amountFen, paidOn: kit.p.clock.today(), channel: 'BANK', channelTransactionId: newId('txn') },
  });
const reverse = (loanId: string, repaymentId: string, reason = '银行退回', requestKey = newId('key')) =>
  kit.reverseRepayment.execute(people.checker, { requestKey, loanId, repaymentId, reason });

describe('[7.3] a repayment that is taken back', () => {
  it('leaves loan, books and balance as if it had not been, and says so', async () => {
    const { one, loanId } = await paidOut();
    const before = await loanOf(loanId);
    await repay(loanId, 1000_00);
    const [repaymentId = ''] = await repaymentIds(loanId);
    await reverse(loanId, repaymentId);
    const after = await loanOf(loanId);
    expect(after).toMatchObject({ outstandingFen: before.outstandingFen, receivedFen: 0, creditFen: 0, rows: before.rows });
    expect(await find('exposures', { _id: one.customerId })).toMatchObject([{ outstandingFen: before.outstandingFen }]);
    const entries = await kit.repos.ledger.entriesOf(loanId);
    expect(entries.map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'REPAYMENT', 'REVERSAL']);
    expect(firstBreak(entries)).toBeNull();
    const turned = entries[2]?.lines.map((line) => ({ account: line.account, debitFen: line.creditFen, creditFen: line.debitFen }));
    expect(turned).toEqual(entries[1]?.lines);
    expect(await find('repayments', { loanId })).toMatchObject([{ reversal: { reason: '银行退回' } }]);
    const told = (await sentMessages(kit.p)).filter((message) => message.subject === loanId).map((message) => message.type);
    expect(told).toEqual(['finance.repayment-recorded.v1', 'finance.repayment-reversed.v1']);
  });

  it('spreads what was paid after it anew', async () => {
    const { loanId } = await paidOut();
    await repay(loanId, 500_00);
    await repay(loanId, 300_00);
    const [first = '', second = ''] = await repaymentIds(loanId);
    expect(await find('repayments', { _id: second })).toMatchObject([{ interestFen: 0, principalFen: 300_00 }]);
    await reverse(loanId, first);
    expect(await find('repayments', { _id: second })).toMatchObject([{ interestFen: 300_00, principalFen: 0 }]);
    expect(await loanOf(loanId)).toMatchObject({ receivedFen: 300_00, outstandingFen: 50_000_00 });
  });

  it('wakes a loan that it had settled', async () => {
    const { loanId } = await paidOut();
    await repay(loanId, 50_000_00);
    const [repaymentId = ''] = await repaymentIds(loanId);
    await reverse(loanId, repaymentId);
    expect(await loanOf(loanId)).toMatchObject({ state: 'ACTIVE', settledOn: null, outstandingFen: 50_000_00 });
  });

  it('is taken back once', async () => {
    const { loanId } = await paidOut();
    await repay(loanId, 700_00);
    const [repaymentId = ''] = await repaymentIds(loanId);
    const tries = await Promise.allSettled([1, 2, 3].map(() => reverse(loanId, repaymentId)));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    await expect(reverse(loanId, repaymentId)).rejects.toMatchObject({ code: 'REPAYMENT_ALREADY_REVERSED' });
    expect((await kit.repos.ledger.entriesOf(loanId)).map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'REPAYMENT', 'REVERSAL']);
  });

  it('is refused without a reason, for a stranger and for another loan, and nothing moves', async () => {
    const [{ loanId }, other] = [await paidOut(), await paidOut()];
    await repay(loanId, 700_00);
    const [repaymentId = ''] = await repaymentIds(loanId);
    await expect(reverse(loanId, repaymentId, ' ')).rejects.toMatchObject({ code: 'REVERSAL_REASON_MISSING' });
    await expect(reverse(loanId, newId('rpm'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reverse(other.loanId, repaymentId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await loanOf(loanId)).toMatchObject({ receivedFen: 700_00, chain: { no: 2 } });
  });
});
