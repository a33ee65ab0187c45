import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import type { BankLine } from '../../domain/bank/bank-line.js';
import { firstBreak } from '../../domain/ledger/journal.js';
import { bankKitOf, csvLine, HEADER } from '../../../test/builders/bank-kit.builder.js';
import type { BankKit } from '../../../test/builders/bank-kit.builder.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
let bank: BankKit;
let today: string;
beforeAll(async () => {
  kit = await financeKit();
  bank = bankKitOf(kit);
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());

interface Paid {
  readonly one: Case;
  readonly loanId: string;
  readonly account: string;
}
/** Of an amount of its own, so that no other loan of the tests fits it. */
let amountFen = 50_000_00;
async function paidOut(options: { customerId?: string; amountFen?: number } = {}): Promise<Paid> {
  amountFen += 1_000_00;
  const one = await (await Case.begin(kit, { amountFen, ...options })).opened();
  await one.released();
  const { loanId } = await one.settle();
  const { accountNumber } = await kit.p.work.run({ actor: people.maker, operation: 'read' }, (tx) =>
    kit.repos.accounts.get(one.payeeAccountId, tx),
  );
  return { one, loanId: String(loanId), account: accountNumber };
}
const loanOf = async (loanId: string) =>
  (await kit.p.database.collection<{ _id: string }>('loans').findOne({ _id: loanId })) as unknown as {
    outstandingFen: number;
    rows: { totalFen: number }[];
  };
const line = (change: object) => csvLine({ paidOn: today, amount: '100.00', ...change });
/** Imports lines, carries them, and says what became of them. */
async function carried(...lines: string[]): Promise<BankLine[]> {
  const id = await bank.importFile([HEADER, ...lines].join('\n'));
  await bank.carry();
  return bank.lines(id);
}
const told = async (loanId: string) =>
  (await sentMessages(kit.p)).filter((one) => one.subject === loanId && one.type === 'finance.repayment-recorded.v1');

describe('[4.19, 5.3] lines of a bank statement find their loans', () => {
  it('by an id in the remark: loan, contract or application', async () => {
    const { one, loanId } = await paidOut();
    const remarks = [`还款${loanId}`, one.contractId.toUpperCase(), `app ${one.applicationId}`];
    const lines = await carried(...remarks.map((remark) => line({ remark })));
    expect(lines.map(({ state, matchedBy, loanId: on }) => [state, matchedBy, on])).toEqual(
      lines.map(() => ['POSTED', 'REFERENCE', loanId]),
    );
    expect(
      (await bank.repayments(loanId)).map(({ channel, channelTransactionId, amountFen: fen }) => [channel, channelTransactionId, fen]),
    ).toEqual(lines.map(({ transactionId }) => ['工行基本户', transactionId, 100_00]));
    expect(await told(loanId)).toHaveLength(3);
    expect(firstBreak(await kit.repos.ledger.entriesOf(loanId))).toBeNull();
  });

  it('by the account of a borrower with one loan that runs, blanks or not', async () => {
    const { loanId, account } = await paidOut();
    const [posted] = await carried(line({ payerName: '李四', payerAccount: account.replace(/(\d{4})/g, '$1 ') }));
    expect(posted).toMatchObject({ state: 'POSTED', matchedBy: 'ACCOUNT', loanId });
    expect(posted?.repaymentId).toBe((await bank.repayments(loanId))[0]?._id);
  });

  it('by name and amount when exactly one loan fits', async () => {
    const { loanId } = await paidOut({ amountFen: 77_777_00 });
    const amount = ((await loanOf(loanId)).rows[0]!.totalFen / 100).toFixed(2);
    const [posted] = await carried(line({ amount, payerName: '张三', payerAccount: '6217000000000000' }));
    expect(posted).toMatchObject({ state: 'POSTED', matchedBy: 'AMOUNT', loanId });
  });

  it('what is not certain waits for a person, with the loans it might be', async () => {
    const customerId = newId('cus');
    const [first, second] = [await paidOut({ customerId, amountFen: 61_111_00 }), await paidOut({ customerId, amountFen: 61_111_00 })];
    const amount = ((await loanOf(first.loanId)).rows[0]!.totalFen / 100).toFixed(2);
    const lines = await carried(
      line({ payerAccount: first.account }),
      line({ payerAccount: first.account, amount }),
      line({ payerName: '无此人', payerAccount: '6217000000000000' }),
      line({ remark: newId('lon') }),
      line({ payerAccount: '************3456' }),
    );
    expect(lines.map((one) => [one.state, one.reason])).toEqual([
      ['UNMATCHED', 'AMOUNT_FITS_NONE'],
      ['UNMATCHED', 'AMOUNT_FITS_SEVERAL'],
      ['UNMATCHED', 'PAYER_UNKNOWN'],
      ['UNMATCHED', 'REFERENCE_UNKNOWN'],
      ['UNMATCHED', 'PAYER_UNKNOWN'],
    ]);
    expect(lines[1]?.candidates).toEqual([first, second].map(({ loanId }) => ({ loanId, why: 'ACCOUNT', fits: 'INSTALMENT' })));
    expect(await bank.repayments(first.loanId)).toEqual([]);
  });

  it('money for a loan that has ended, or had not begun, is no repayment of it', async () => {
    const { loanId } = await paidOut();
    const { outstandingFen } = await loanOf(loanId);
    const [paid] = await carried(line({ remark: loanId, amount: ((outstandingFen + 100) / 100).toFixed(2) }));
    expect(paid).toMatchObject({ state: 'POSTED' });
    const running = await paidOut();
    const before = addDays(kit.p.clock.today(), -1);
    const lines = await carried(line({ remark: loanId }), csvLine({ paidOn: before, amount: '1.00', remark: running.loanId }));
    expect(lines.map((one) => [one.state, one.reason])).toEqual([
      ['UNMATCHED', 'LOAN_SETTLED'],
      ['UNMATCHED', 'PAID_BEFORE_LOAN'],
    ]);
  });

  it('a transaction that a person recorded already is not posted again, under whatever name of the channel', async () => {
    const { loanId } = await paidOut();
    const [same, other] = [newId('txn'), newId('txn')];
    const received = { loanId, amountFen: 100_00, paidOn: kit.p.clock.today() };
    await kit.recordRepayment.execute(people.maker, {
      ...received,
      requestKey: newId('key'),
      channel: '工行基本户',
      channelTransactionId: same,
    });
    await kit.recordRepayment.execute(people.maker, {
      ...received,
      requestKey: newId('key'),
      channel: 'BANK',
      channelTransactionId: other,
    });
    const lines = await carried(line({ transactionId: same, remark: loanId }), line({ transactionId: other, remark: loanId }));
    expect(lines.map((one) => [one.state, one.reason])).toEqual([
      ['POSTED', null],
      ['UNMATCHED', 'RECORDED_UNDER_ANOTHER_CHANNEL'],
    ]);
    expect(await bank.repayments(loanId)).toHaveLength(2);
  });

  it('a statement is done when none of its lines is open', async () => {
    const { loanId } = await paidOut();
    const id = await bank.importFile([HEADER, line({ remark: loanId }), line({ remark: newId('lon') })].join('\n'));
    expect(await bank.statement(id)).toMatchObject({ state: 'RUNNING', finishedAt: null });
    await bank.carry();
    expect(await bank.statement(id)).toMatchObject({ state: 'DONE', finishedAt: expect.any(Date) });
  });
});

describe('[7.3] whatever dies, a line is posted once', () => {
  async function oneLine(): Promise<{ loanId: string; id: string }> {
    const { loanId } = await paidOut();
    return { loanId, id: await bank.importFile([HEADER, line({ remark: loanId })].join('\n')) };
  }
  class Died extends Error {}

  it.each([
    ['before the repayment was recorded', false],
    ['after the repayment was recorded, before the line knew', true],
  ])('a process dies %s', async (_title, recorded) => {
    const { loanId, id } = await oneLine();
    const dying = bank.postWith({
      execute: async (actor, input) => {
        if (recorded) await kit.recordRepayment.execute(actor, input);
        throw new Died();
      },
    });
    await bank.carry(dying);
    expect(await bank.lines(id)).toMatchObject([{ state: 'POSTING', failures: 1 }]);
    await bank.carry();
    expect(await bank.lines(id)).toMatchObject([{ state: 'POSTED', loanId }]);
    expect(await bank.repayments(loanId)).toHaveLength(1);
    expect(await told(loanId)).toHaveLength(1);
  });

  it('many workers at once post it once', async () => {
    const { loanId, id } = await oneLine();
    const [{ _id: lineId }] = (await bank.stored({ statementId: id })) as [{ _id: string }];
    await bank.match.execute(people.maker, lineId);
    await Promise.allSettled(Array.from({ length: 5 }, () => bank.post.execute(people.maker, lineId)));
    await bank.carry();
    expect(await bank.lines(id)).toMatchObject([{ state: 'POSTED' }]);
    expect(await bank.repayments(loanId)).toHaveLength(1);
  });

  it('a line that fails again and again waits for a person and holds up no other', async () => {
    const [bad, good] = [await paidOut(), await paidOut()];
    const id = await bank.importFile([HEADER, line({ remark: bad.loanId }), line({ remark: good.loanId })].join('\n'));
    const broken = bank.postWith({
      execute: (actor, input) =>
        input.loanId === bad.loanId ? Promise.reject(new TypeError('a bug')) : kit.recordRepayment.execute(actor, input),
    });
    for (let pass = 0; pass < 5; pass++) await bank.carry(broken);
    expect(await bank.lines(id)).toMatchObject([{ state: 'FAILED', reason: 'PROCESSING_FAILED' }, { state: 'POSTED' }]);
    expect(await bank.statement(id)).toMatchObject({ state: 'DONE' });
  });

  it('a loan that does not take it gives it back with the reason', async () => {
    const { id } = await oneLine();
    const settledMeanwhile = bank.postWith({
      execute: (actor, input) => kit.recordRepayment.execute(actor, { ...input, paidOn: addDays(input.paidOn, -400) }),
    });
    await bank.carry(settledMeanwhile);
    expect(await bank.lines(id)).toMatchObject([{ state: 'UNMATCHED', reason: 'REPAYMENT_DATE_INVALID', loanId: null }]);
  });
});
