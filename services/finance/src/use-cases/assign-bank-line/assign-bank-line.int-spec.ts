import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { BankLine } from '../../domain/bank/bank-line.js';
import { bankKitOf, csvLine, HEADER } from '../../../test/builders/bank-kit.builder.js';
import type { BankKit } from '../../../test/builders/bank-kit.builder.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
let bank: BankKit;
beforeAll(async () => {
  kit = await financeKit();
  bank = bankKitOf(kit);
});
afterAll(() => kit.stop());

async function paidOut(): Promise<string> {
  const one = await (await Case.begin(kit)).opened();
  await one.released();
  return String((await one.settle()).loanId);
}
/** A line that found no loan. */
async function waiting(change: { amount?: string; remark?: string } = {}): Promise<{ id: string; statementId: string }> {
  const line = csvLine({ paidOn: kit.p.clock.today(), amount: '300.00', payerName: '路人', ...change });
  const statementId = await bank.importFile([HEADER, line].join('\n'));
  await bank.carry();
  return { id: (await bank.stored({ statementId }))[0]!._id, statementId };
}
const lineOf = async (statementId: string): Promise<BankLine> => (await bank.lines(statementId))[0]!;
const assign = (lineId: string, loanId: string, requestKey = newId('key')) =>
  bank.assign.execute(people.maker, { requestKey, lineId, loanId });
const aside = (lineId: string, reason = '利息收入') => bank.setAside.execute(people.checker, { lineId, reason });
const reverse = async (loanId: string) => {
  const last = (await bank.repayments(loanId)).at(-1);
  await kit.reverseRepayment.execute(people.checker, { requestKey: newId('key'), loanId, repaymentId: last!._id, reason: '入错户' });
};

describe('[4.19, 7.3] a person says whose repayment a line is', () => {
  it('and it is recorded at once, by him, under the number of the bank', async () => {
    const [loanId, { id, statementId }] = [await paidOut(), await waiting()];
    const requestKey = newId('key');
    expect(await assign(id, loanId, requestKey)).toBe(id);
    const line = await lineOf(statementId);
    expect(line).toMatchObject({ state: 'POSTED', matchedBy: 'PERSON', loanId, decidedBy: `employee:${people.maker.employeeId}` });
    expect(await bank.repayments(loanId)).toMatchObject([
      {
        channel: '工行基本户',
        channelTransactionId: line.transactionId,
        amountFen: 300_00,
        recordedBy: `employee:${people.maker.employeeId}`,
      },
    ]);
    expect(await assign(id, loanId, requestKey)).toBe(id);
    expect(await bank.repayments(loanId)).toHaveLength(1);
  });

  it('two people at once: one of them, once', async () => {
    const [one, other, { id }] = [await paidOut(), await paidOut(), await waiting()];
    const ends = await Promise.allSettled([assign(id, one), assign(id, other), assign(id, one), assign(id, other)]);
    expect(ends.filter((end) => end.status === 'fulfilled').length).toBeGreaterThan(0);
    expect([...(await bank.repayments(one)), ...(await bank.repayments(other))]).toHaveLength(1);
  });

  it('money on the wrong loan goes to the right one after it was taken back, and not before', async () => {
    const [wrong, right, { id, statementId }] = [await paidOut(), await paidOut(), await waiting()];
    await assign(id, wrong);
    await expect(assign(id, right)).rejects.toMatchObject({ code: 'BANK_LINE_POSTED' });
    await reverse(wrong);
    await assign(id, right);
    const line = await lineOf(statementId);
    expect(line).toMatchObject({ state: 'POSTED', loanId: right });
    expect(await bank.repayments(right)).toMatchObject([{ channelTransactionId: line.transactionId, reversal: null }]);
    await expect(assign(id, wrong)).rejects.toMatchObject({ code: 'BANK_LINE_POSTED' });
  });

  it('what was set aside can be taken up again', async () => {
    const [loanId, { id, statementId }] = [await paidOut(), await waiting()];
    await aside(id);
    expect(await lineOf(statementId)).toMatchObject({
      state: 'SET_ASIDE',
      reason: '利息收入',
      decidedBy: `employee:${people.checker.employeeId}`,
    });
    await assign(id, loanId);
    expect(await lineOf(statementId)).toMatchObject({ state: 'POSTED', reason: null });
  });

  it('a line that could not be finished is finished, not posted again', async () => {
    const [loanId, { id, statementId }] = [await paidOut(), await waiting()];
    const { transactionId } = await lineOf(statementId);
    const received = { amountFen: 300_00, paidOn: kit.p.clock.today(), channel: '工行基本户', channelTransactionId: transactionId };
    await kit.recordRepayment.execute(people.maker, { requestKey: newId('key'), loanId, ...received });
    await expect(assign(id, await paidOut())).rejects.toMatchObject({ code: 'BANK_LINE_POSTED' });
    await assign(id, loanId);
    expect(await lineOf(statementId)).toMatchObject({ state: 'POSTED', loanId });
    expect(await bank.repayments(loanId)).toHaveLength(1);
  });

  it.each<[string, (loanId: string) => Promise<unknown>, string]>([
    ['a line that there is not', (loanId) => assign(newId('bln'), loanId), 'NOT_FOUND'],
    ['a loan that there is not', async () => assign((await waiting()).id, newId('lon')), 'NOT_FOUND'],
    ['money that left the account', async (loanId) => assign((await waiting({ amount: '-300.00' })).id, loanId), 'BANK_LINE_MONEY_OUT'],
    ['setting aside without a reason', async () => aside((await waiting()).id, ' '), 'SET_ASIDE_REASON_MISSING'],
    ['setting aside what is posted', async (loanId) => aside((await waiting({ remark: loanId })).id), 'ILLEGAL_TRANSITION'],
  ])('%s is refused and nothing is recorded', async (_title, act, code) => {
    const loanId = await paidOut();
    await expect(act(loanId)).rejects.toMatchObject({ code });
    expect((await bank.repayments(loanId)).length).toBe(code === 'ILLEGAL_TRANSITION' ? 1 : 0);
  });

  it('a loan that has ended takes nothing, and the line goes on waiting', async () => {
    const [loanId, { id, statementId }] = [await paidOut(), await waiting()];
    await assign((await waiting({ amount: '50000.00' })).id, loanId);
    await expect(assign(id, loanId)).rejects.toMatchObject({ code: 'BANK_LINE_LOAN_SETTLED' });
    expect(await lineOf(statementId)).toMatchObject({ state: 'UNMATCHED' });
  });
});
