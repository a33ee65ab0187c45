import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId, parseLocalDate } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { firstBreak } from '../../domain/ledger/journal.js';
import type { Loan } from '../../domain/loan/loan.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import type { RecordRepaymentRequest } from './record-repayment.use-case.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

async function paidOut(): Promise<{ one: Case; loanId: string }> {
  const one = await (await Case.begin(kit)).opened();
  await one.released();
  const { loanId } = await one.settle();
  return { one, loanId: String(loanId) };
}
const loanOf = async (loanId: string) =>
  (await kit.p.database.collection<{ _id: string }>('loans').findOne({ _id: loanId })) as unknown as Loan;
const repay = (loanId: string, amountFen: number, change: Partial<RecordRepaymentRequest> = {}) =>
  kit.recordRepayment.execute(people.maker, {
    requestKey: newId('key'),
    loanId,
    amountFen,
    paidOn: kit.p.clock.today(),
    channel: 'BANK',
    channelTransactionId: newId('txn'),
    ...change,
  });
const told = async (loanId: string) => (await sentMessages(kit.p)).filter((one) => one.subject === loanId).map((one) => one.data);

describe('[4.19, 5.3] a repayment', () => {
  it('changes loan, ledger, exposure and tells the others, together', async () => {
    const { one, loanId } = await paidOut();
    await repay(loanId, 1000_00);
    expect(await loanOf(loanId)).toMatchObject({ outstandingFen: 49_500_00, creditFen: 0, chain: { no: 2 } });
    expect(await kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId })).toMatchObject({
      outstandingFen: 49_500_00,
    });
    const entries = await kit.repos.ledger.entriesOf(loanId);
    expect(entries.map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'REPAYMENT']);
    expect(firstBreak(entries)).toBeNull();
    expect(await told(loanId)).toMatchObject([
      { principalFen: 500_00, interestFen: 500_00, creditFen: 0, outstandingPrincipalFen: 49_500_00, settled: false },
    ]);
  });

  it('of everything owed settles the loan', async () => {
    const { loanId } = await paidOut();
    await repay(loanId, 50_000_00);
    expect(await loanOf(loanId)).toMatchObject({ state: 'SETTLED', outstandingFen: 0, creditFen: 0, settledOn: kit.p.clock.today() });
    expect(await told(loanId)).toMatchObject([{ principalFen: 50_000_00, settled: true, outstandingPrincipalFen: 0 }]);
  });

  it('of more than is owed leaves a credit', async () => {
    const { loanId } = await paidOut();
    await repay(loanId, 50_000_07);
    expect(await loanOf(loanId)).toMatchObject({ state: 'SETTLED', creditFen: 7 });
  });

  it('is posted once by its transaction, whatever key it comes with and however many come at once', async () => {
    const { loanId } = await paidOut();
    const channelTransactionId = newId('txn');
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => repay(loanId, 1000_00, { channelTransactionId })));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    await expect(repay(loanId, 1000_00, { channelTransactionId })).rejects.toMatchObject({ code: 'REPAYMENT_ALREADY_RECORDED' });
    expect(await loanOf(loanId)).toMatchObject({ outstandingFen: 49_500_00 });
    expect(await told(loanId)).toHaveLength(1);
  });

  it('with the same number of another channel is another repayment', async () => {
    const { loanId } = await paidOut();
    const channelTransactionId = newId('txn');
    await repay(loanId, 100, { channelTransactionId });
    await repay(loanId, 100, { channelTransactionId, channel: 'CASH' });
    expect(await told(loanId)).toHaveLength(2);
  });

  it('many at once lose nothing', async () => {
    const { loanId } = await paidOut();
    await Promise.all(Array.from({ length: 6 }, () => repay(loanId, 100_00)));
    const loan = await loanOf(loanId);
    const sum = (read: (row: Loan['rows'][number]) => number): number => loan.rows.reduce((total, row) => total + read(row), 0);
    expect(sum((row) => row.interestPaidFen + row.principalPaidFen) + loan.creditFen).toBe(600_00);
    expect(firstBreak(await kit.repos.ledger.entriesOf(loanId))).toBeNull();
  });

  it.each<[string, Partial<RecordRepaymentRequest>, string]>([
    ['of nothing', { amountFen: 0 }, 'REPAYMENT_AMOUNT_INVALID'],
    ['of less than nothing', { amountFen: -1 }, 'REPAYMENT_AMOUNT_INVALID'],
    ['dated tomorrow', { paidOn: addDays(parseLocalDate('2099-01-01'), 0) }, 'REPAYMENT_DATE_INVALID'],
    ['dated before the payment', { paidOn: parseLocalDate('2020-01-01') }, 'REPAYMENT_DATE_INVALID'],
    ['without a transaction number', { channelTransactionId: ' ' }, 'INPUT_INVALID'],
    ['without a channel', { channel: '' }, 'INPUT_INVALID'],
    ['of a loan that does not exist', { loanId: newId('lon') }, 'NOT_FOUND'],
  ])('%s is refused and changes nothing', async (_title, change, code) => {
    const { loanId } = await paidOut();
    const before = await loanOf(loanId);
    await expect(repay(loanId, 100, change)).rejects.toMatchObject({ code });
    expect([await loanOf(loanId), await told(loanId)]).toEqual([before, []]);
  });
});
