import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import type { EarlyMode } from '../domain/loan/early-repayment.js';
import { bankKitOf, csvLine, HEADER } from '../../test/builders/bank-kit.builder.js';
import { financeKit, people } from '../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../test/builders/finance-kit.builder.js';
import { Case } from '../../test/builders/signed-case.builder.js';
import { LoanQueries } from './loan.queries.js';
import { FinancePapers } from './papers/finance-papers.queries.js';
import { PriceQueries } from './price.queries.js';
import { ReceiptQueries } from './receipt.queries.js';

let kit: FinanceKit;
let receipts: ReceiptQueries;
let loans: LoanQueries;
beforeAll(async () => {
  kit = await financeKit();
  loans = new LoanQueries(kit.p.database);
  receipts = new ReceiptQueries(kit.p.database, loans);
});
afterAll(() => kit.stop());

async function paidOut(): Promise<string> {
  const one = await (await Case.begin(kit)).opened();
  await one.released();
  return String((await one.settle()).loanId);
}
const repay = (loanId: string, amountFen: number, early: EarlyMode | null = null) => {
  const received = { loanId, amountFen, early, paidOn: kit.p.clock.today(), channel: '柜台', channelTransactionId: newId('txn') };
  return kit.recordRepayment.execute(people.maker, { requestKey: newId('key'), ...received });
};
const ofLoan = async (loanId: string, as: Actor = people.maker) => {
  const ids = (await loans.repaymentsOf([loanId])).map((one) => one.id);
  return (await receipts.byRepaymentIds(ids, as)).sort((a, b) => a.receiptNo - b.receiptNo);
};

describe('[4.19, 5.3] every repayment has its receipt', () => {
  it('with number, people, spread and what was left when it was booked', async () => {
    const loanId = await paidOut();
    await repay(loanId, 1_000_00, 'SMALLER_INSTALMENT');
    await repay(loanId, 200_00);
    const day = kit.p.clock.today().replaceAll('-', '');
    const numberOf = (no: string) => `SJ${day}-${loanId.slice(-10).toUpperCase()}-${no}`;
    expect(await ofLoan(loanId)).toMatchObject([
      { number: numberOf('001'), borrower: '张*', payer: '张*', amountFen: 1_000_00, outstandingAfterFen: 49_000_00, voided: null },
      { number: numberOf('002'), amountFen: 200_00, outstandingAfterFen: 49_000_00, spread: [{ name: '转入溢缴款', amountFen: 200_00 }] },
    ]);
  });

  it('numbers have no gap and no double, however many are recorded at once and refused between', async () => {
    const [one, other] = [await paidOut(), await paidOut()];
    const tries = [...Array.from({ length: 6 }, () => repay(one, 100_00)), repay(one, 0), repay(other, 100_00), repay(one, -1)];
    const ends = await Promise.allSettled(tries);
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(7);
    await repay(one, 100_00);
    expect((await ofLoan(one)).map((receipt) => receipt.receiptNo)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect((await ofLoan(other)).map((receipt) => receipt.receiptNo)).toEqual([1]);
  });

  it('one that was taken back is void and keeps its number; the next one goes on counting', async () => {
    const loanId = await paidOut();
    await repay(loanId, 300_00);
    const repaymentId = (await ofLoan(loanId))[0]?.repaymentId ?? '';
    await kit.reverseRepayment.execute(people.checker, { requestKey: newId('key'), loanId, repaymentId, reason: '银行退回' });
    await repay(loanId, 300_00);
    expect(await ofLoan(loanId)).toMatchObject([
      { receiptNo: 1, voided: { on: kit.p.clock.today(), reason: '银行退回' } },
      { receiptNo: 2, voided: null },
    ]);
  });

  it('names the payer as the bank named him', async () => {
    const loanId = await paidOut();
    const bank = bankKitOf(kit);
    const line = csvLine({ paidOn: kit.p.clock.today(), amount: '88.00', payerName: '李小四', remark: loanId });
    await bank.importFile([HEADER, line].join('\n'));
    await bank.carry();
    expect(await ofLoan(loanId)).toMatchObject([{ borrower: '张*', payer: '李**', channel: '工行基本户' }]);
  });

  it('[3.7] is shown to who may see the loan, and to nobody else', async () => {
    const loanId = await paidOut();
    await repay(loanId, 100_00);
    expect(await ofLoan(loanId, people.salesperson)).toHaveLength(1);
    expect(await ofLoan(loanId, person('sales', 'salesperson'))).toEqual([]);
    expect(await receipts.byRepaymentIds([newId('rpm')], people.maker)).toEqual([]);
  });

  it('is the same PDF each time, until it is void', async () => {
    const loanId = await paidOut();
    await repay(loanId, 100_00);
    const repaymentId = (await ofLoan(loanId))[0]?.repaymentId ?? '';
    const papers = new FinancePapers(new PriceQueries(kit.p.database), receipts);
    const [first, second] = [await papers.make(repaymentId), await papers.make(repaymentId)];
    expect(first?.fileName).toBe(`还款收据-${repaymentId}.pdf`);
    expect(first && second?.bytes.equals(first.bytes)).toBe(true);
    await kit.reverseRepayment.execute(people.checker, { requestKey: newId('key'), loanId, repaymentId, reason: '入错户' });
    expect(first && (await papers.make(repaymentId))?.bytes.equals(first.bytes)).toBe(false);
    expect([await papers.make(newId('rpm')), await papers.make(newId('cst')), await papers.make('../x')]).toEqual([null, null, null]);
  });
});
