import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { firstBreak } from '../../domain/ledger/journal.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const key = (): string => newId('key');
const propose = async (one: Case, change: object = {}, who: EmployeeActor = people.maker) =>
  kit.proposeReversal.execute(who, {
    ...{
      requestKey: key(),
      orderId: (await one.order()).id,
      cause: 'BANK_RETURNED',
      reason: '户名不符，银行退汇',
      bankReference: newId('txn'),
    },
    ...change,
  });
const confirm = async (one: Case, who: EmployeeActor = people.checker, requestKey = key()) =>
  kit.confirmReversal.execute(who, { requestKey, orderId: (await one.order()).id });
const reject = async (one: Case) => kit.rejectReversal.execute(people.checker, { orderId: (await one.order()).id });
const rowOf = (collection: string, filter: object) => kit.p.database.collection<{ _id: string }>(collection).findOne(filter as never);
const loanOf = (one: Case) => rowOf('loans', { contractId: one.contractId });
const exposureOf = (one: Case) => rowOf('exposures', { _id: one.customerId });
const as = (employeeId: string, role: 'finance-officer' | 'finance-manager'): EmployeeActor => ({
  ...people.both,
  employeeId,
  roles: [role],
});

async function paidOut(): Promise<Case> {
  const one = await (await Case.begin(kit)).opened();
  await one.released();
  await one.settle();
  return one;
}

async function repay(one: Case): Promise<{ loanId: string; repaymentId: string }> {
  const loanId = (await loanOf(one))?._id ?? '';
  const received = { loanId, amountFen: 100_00, paidOn: one.today, channel: 'BANK', channelTransactionId: newId('txn') };
  await kit.recordRepayment.execute(people.maker, { ...received, requestKey: key() });
  return { loanId, repaymentId: (await rowOf('repayments', { loanId }))?._id ?? '' };
}

/** A refusal leaves order, loan, exposure and outbox as they were. */
async function expectRefused(one: Case, act: () => Promise<unknown>, code: string): Promise<void> {
  const state = async () => [await one.order(), await loanOf(one), await exposureOf(one), await one.sent()];
  const before = await state();
  await expect(act()).rejects.toMatchObject({ code });
  expect(await state()).toEqual(before);
}

describe('[7.3, 4.19] a payment that is taken back after it was made', () => {
  it('ends the loan, empties the books, frees borrower and group, and is told once', async () => {
    const one = await paidOut();
    const groupId = await kit.openBorrowerGroup.execute(people.checker, {
      ...{ name: '甲', customerIds: [one.customerId, newId('cus')], reason: '配偶' },
    });
    await propose(one);
    expect(await one.order()).toMatchObject({ state: 'PAID', reversal: { state: 'PROPOSED', proposedBy: people.maker.employeeId } });
    expect(await loanOf(one)).toMatchObject({ state: 'ACTIVE' });
    const requestKey = key();
    expect(await confirm(one, people.checker, requestKey)).toBe(await confirm(one, people.checker, requestKey));
    const loan = await loanOf(one);
    expect(loan).toMatchObject({ state: 'REVERSED', outstandingFen: 0, nextChangeOn: null });
    expect(await one.order()).toMatchObject({ state: 'PAID', reversal: { state: 'CONFIRMED', confirmedBy: people.checker.employeeId } });
    const entries = await kit.repos.ledger.entriesOf(loan?._id ?? '');
    expect([entries.map((entry) => entry.kind), firstBreak(entries)]).toEqual([['DISBURSEMENT', 'REVERSAL'], null]);
    const [paid, back] = entries.map(({ lines }) => new Map(lines.map((line) => [line.account, line.debitFen - line.creditFen])));
    expect(
      [...(paid ?? [])].map(([account, movedFen]) => [account, movedFen + (back?.get(account) ?? 0)]).every(([, sum]) => sum === 0),
    ).toBe(true);
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: 0, reservedFen: 0, loans: 0 });
    expect(await rowOf('borrower_groups', { _id: groupId })).toMatchObject({ outstandingFen: 0, reservedFen: 0 });
    const told = (await sentMessages(kit.p)).filter((message) => message.type === 'finance.disbursement-reversed.v1');
    expect(told.filter((message) => message.subject === one.applicationId)).toMatchObject([
      {
        data: {
          loanId: loan?._id,
          contractId: one.contractId,
          amountFen: one.terms.amountFen,
          cause: 'BANK_RETURNED',
          reversedOn: one.today,
        },
      },
    ]);
  });

  it('takes no money any more, and the contract is not paid again', async () => {
    const one = await paidOut();
    await propose(one, { cause: 'PAID_IN_ERROR' });
    await confirm(one);
    await expect(repay(one)).rejects.toMatchObject({ code: 'LOAN_REVERSED' });
    await kit.inbox.receive(one.signed());
    expect((await one.handoffs()).at(-1)?.outcome ?? (await one.disburseHandoff())?.outcome).toBeDefined();
    expect(await one.orders()).toBe(1);
  });

  it('the next loan of the customer is his first again', async () => {
    const one = await paidOut();
    await propose(one);
    await confirm(one);
    const next = await (await Case.begin(kit, { customerId: one.customerId })).opened();
    await next.released();
    await next.settle();
    const told = (await sentMessages(kit.p)).filter((message) => message.type === 'finance.loan-disbursed.v1');
    expect(told.find((message) => message.subject === next.applicationId)?.data['firstLoanOfCustomer']).toBe(true);
  });

  it('is refused while a repayment stands, and goes on once that was taken back', async () => {
    const one = await paidOut();
    const { loanId, repaymentId } = await repay(one);
    await expectRefused(one, () => propose(one), 'LOAN_ALREADY_REPAID');
    await kit.reverseRepayment.execute(people.checker, { requestKey: key(), loanId, repaymentId, reason: '误记' });
    await propose(one);
    await confirm(one);
    const entries = await kit.repos.ledger.entriesOf(loanId);
    expect([entries.map((entry) => entry.kind), firstBreak(entries)]).toEqual([
      ['DISBURSEMENT', 'REPAYMENT', 'REVERSAL', 'REVERSAL'],
      null,
    ]);
    expect(await loanOf(one)).toMatchObject({ state: 'REVERSED', receivedFen: 0 });
  });

  it('is refused when a repayment came after the proposal, which is then rejected', async () => {
    const one = await paidOut();
    await propose(one);
    await repay(one);
    await expectRefused(one, () => confirm(one), 'LOAN_ALREADY_REPAID');
    await reject(one);
    expect((await one.order()).reversal).toBeNull();
  });

  it('races a repayment: one of the two is done', async () => {
    for (let round = 0; round < 4; round++) {
      const one = await paidOut();
      await propose(one);
      const [confirmed, repaid] = await Promise.allSettled([confirm(one), repay(one)]);
      expect([confirmed.status, repaid.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect(await loanOf(one)).toMatchObject({ state: confirmed.status === 'fulfilled' ? 'REVERSED' : 'ACTIVE' });
      expect((await exposureOf(one)) as unknown as { outstandingFen: number }).toMatchObject({
        outstandingFen: ((await loanOf(one)) as unknown as { outstandingFen: number }).outstandingFen,
      });
    }
  });
});

describe('[7.3] two persons take a payment back', () => {
  it('who proposed does not confirm', async () => {
    const one = await paidOut();
    await propose(one, {}, people.both);
    await expectRefused(one, () => confirm(one, people.both), 'SEGREGATION_OF_DUTIES');
    await confirm(one);
  });

  it('nor who made the payment, nor anybody who had another part in the application', async () => {
    const one = await paidOut();
    await expectRefused(one, () => propose(one, {}, as(people.salesperson.employeeId, 'finance-officer')), 'SEGREGATION_OF_DUTIES');
    await propose(one, {}, people.both);
    await expectRefused(one, () => confirm(one, as(people.maker.employeeId, 'finance-manager')), 'SEGREGATION_OF_DUTIES');
    await expectRefused(one, () => confirm(one, as(people.salesperson.employeeId, 'finance-manager')), 'SEGREGATION_OF_DUTIES');
  });

  it('once, however many confirm at the same moment', async () => {
    const one = await paidOut();
    await propose(one);
    const tries = await Promise.allSettled([confirm(one), confirm(one), confirm(one)]);
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    expect((await one.sent()).filter((type) => type === 'finance.disbursement-reversed.v1')).toHaveLength(1);
  });

  it('the money that came back once takes one payment back', async () => {
    const [first, second] = [await paidOut(), await paidOut()];
    await propose(first, { bankReference: 'BACK-1' });
    await expectRefused(second, () => propose(second, { bankReference: ' BACK-1 ' }), 'RETURN_ALREADY_USED');
    await reject(first);
    await propose(second, { bankReference: 'BACK-1' });
  });

  it('nothing is taken back that was not paid or not proposed', async () => {
    const one = await (await Case.begin(kit)).opened();
    await expectRefused(one, () => propose(one), 'NOT_PAID_OUT');
    await expectRefused(one, () => confirm(one), 'REVERSAL_NOT_PROPOSED');
    await expectRefused(one, () => reject(one), 'REVERSAL_NOT_PROPOSED');
    await expect(kit.confirmReversal.execute(people.checker, { requestKey: key(), orderId: newId('dis') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
