import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sumFen } from '@weilend/kernel';
import { LeaseLost } from '@weilend/mongo';
import { seedParameters, sentMessages } from '@weilend/testing';
import type { BankAnswer } from '../../domain/disbursement/bank-answer.js';
import { firstBreak } from '../../domain/ledger/journal.js';
import type { Loan } from '../../domain/loan/loan.js';
import { financeKit } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import { PaymentChannel } from './payment-channel.port.js';
import type { PaymentRequest } from './payment-channel.port.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

/** A bank that answers what the test says and counts how often it was asked to pay. */
class ScriptedBank extends PaymentChannel {
  readonly requests: PaymentRequest[] = [];
  queries = 0;

  constructor(
    private readonly answers: { pay: BankAnswer; query?: BankAnswer },
    private readonly beforeAnswer: () => Promise<unknown> = () => Promise.resolve(),
  ) {
    super();
  }

  async pay(request: PaymentRequest): Promise<BankAnswer> {
    this.requests.push(request);
    await this.beforeAnswer();
    return this.answers.pay;
  }

  async query(): Promise<BankAnswer> {
    this.queries++;
    await this.beforeAnswer();
    return this.answers.query ?? { kind: 'UNKNOWN', reason: 'silent' };
  }
}

const PAID: BankAnswer = { kind: 'PAID', reference: 'bank-1' };
const UNKNOWN: BankAnswer = { kind: 'UNKNOWN', reason: 'timeout' };
const count = (collection: string, filter: object): Promise<number> => kit.p.database.collection(collection).countDocuments(filter);
const loanOf = async (one: Case): Promise<Loan> => {
  const row = await kit.p.database.collection<{ _id: string }>('loans').findOne({ contractId: one.contractId });
  return { ...row, id: row?._id } as unknown as Loan;
};
const exposureOf = (one: Case) => kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId });

describe('[4.19] a released payment is paid, booked and told, once', () => {
  it('posts ledger entry, loan, order, exposure, event and handoffs together', async () => {
    const one = await (await Case.begin(kit)).opened();
    const released = await one.released();
    expect(released.state).toBe('RESERVED');
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: 0, reservedFen: 50_000_00 });
    const paid = await one.settle();
    const loan = await loanOf(one);
    expect(paid).toMatchObject({ state: 'PAID', loanId: loan.id, payment: { sends: 1, reference: `SIM-${paid.id}` } });
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: 50_000_00, reservedFen: 0, loans: 1 });
    expect(loan).toMatchObject({ state: 'ACTIVE', outstandingFen: 50_000_00, principalFen: 50_000_00, disbursedOn: one.today });
    const entries = await kit.repos.ledger.entriesOf(loan.id);
    expect(entries).toMatchObject([{ idemKey: `disbursement:${one.contractId}`, no: 1, hash: loan.chain.hash }]);
    expect(firstBreak(entries)).toBeNull();
    expect((await one.sent()).slice(2)).toEqual(['finance.loan-disbursed.v1', 'finance.handoff-completed.v1', 'handoff.care-for-loan.v1']);
    expect((await one.disburseHandoff())?.state).toBe('completed');
  });

  it('has the very schedule that the cost sheet showed', async () => {
    const one = await (await Case.begin(kit, { method: 'INTEREST_ONLY' })).opened();
    await one.released();
    await one.settle();
    const loan = await loanOf(one);
    const shown = one.sheet.rows.map((row) => [row.no, row.dueOn, row.principalFen, row.interestFen, row.balanceFen]);
    expect(loan.rows.map((row) => [row.no, row.dueOn, row.principalFen, row.interestFen, row.balanceFen])).toEqual(shown);
    expect(sumFen(loan.rows.map((row) => row.principalFen))).toBe(one.terms.amountFen);
  });

  it('says whether it is the first loan of the customer', async () => {
    const first = await (await Case.begin(kit)).opened();
    await first.released();
    await first.settle();
    const second = await (await Case.begin(kit, { customerId: first.customerId })).opened();
    await second.released();
    await second.settle();
    const told = (await sentMessages(kit.p)).filter(
      (one) => one.type === 'finance.loan-disbursed.v1' && one.data['customerId'] === first.customerId,
    );
    expect(told.map((one) => one.data['firstLoanOfCustomer'])).toEqual([true, false]);
  });

  it('pays exactly once when many processes try at the same moment', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const bank = new ScriptedBank({ pay: PAID, query: PAID });
    await Promise.all([one.settle(bank), one.settle(bank), one.settle(bank)].map((trying) => trying.catch(() => null)));
    expect(await one.order()).toMatchObject({ state: 'PAID' });
    expect(new Set(bank.requests.map((request) => request.requestId)).size).toBe(1);
    expect([
      await count('loans', { contractId: one.contractId }),
      (await kit.repos.ledger.entriesOf((await loanOf(one)).id)).length,
    ]).toEqual([1, 1]);
    expect((await one.sent()).filter((type) => type === 'finance.loan-disbursed.v1')).toHaveLength(1);
    await one.settle(bank);
    expect(await count('loans', { contractId: one.contractId })).toBe(1);
  });

  it('pays the contract amount to the registered account, and the bank gets the order as request id', async () => {
    const one = await (await Case.begin(kit)).opened();
    const { id } = await one.released();
    const bank = new ScriptedBank({ pay: PAID });
    await one.settle(bank);
    expect(bank.requests).toMatchObject([{ requestId: id, amountFen: one.terms.amountFen, holderName: '张三', bankCode: '102100099996' }]);
  });
});

describe('[4.19] an unknown answer stays pending and is asked for, never paid again', () => {
  it('until the bank knows', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const silent = new ScriptedBank({ pay: UNKNOWN });
    for (let pass = 0; pass < 4; pass++) await one.settle(silent);
    expect(await one.order()).toMatchObject({ state: 'SENT', payment: { sends: 1, queries: 4 } });
    expect([silent.requests.length, silent.queries, await count('loans', { contractId: one.contractId })]).toEqual([1, 3, 0]);
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: 0, reservedFen: 50_000_00 });
    await one.settle(new ScriptedBank({ pay: UNKNOWN, query: PAID }));
    expect(await one.order()).toMatchObject({ state: 'PAID', payment: { sends: 1 } });
  });

  it('also when the process died between the sending and the answer', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const dying = new ScriptedBank({ pay: PAID }, () => Promise.reject(new Error('killed')));
    await expect(one.settle(dying)).rejects.toThrow('killed');
    expect(await one.order()).toMatchObject({ state: 'SENT', payment: { sends: 1 } });
    const after = new ScriptedBank({ pay: PAID, query: PAID });
    await one.settle(after);
    expect([dying.requests.length, after.requests.length, after.queries]).toEqual([1, 0, 1]);
    expect(await one.order()).toMatchObject({ state: 'PAID' });
  });

  it.each([
    ['999001', 'PAID', 1],
    ['999002', 'RETURNED', 1],
    ['999003', 'PAID', 2],
    ['999004', 'RETURNED', 1],
  ])('with the simulated bank and an account …%s: %s after %i sending(s)', async (suffix, state, sends) => {
    const one = await (await Case.begin(kit, { suffix })).opened();
    await one.released();
    for (let pass = 0; pass < 4; pass++) await one.settle();
    expect(await one.order()).toMatchObject({ state, payment: { sends } });
    expect(await count('loans', { contractId: one.contractId })).toBe(state === 'PAID' ? 1 : 0);
  });

  it('gives a refused payment back, frees the limit, and sales may hand over again', async () => {
    const one = await (await Case.begin(kit, { suffix: '999002' })).opened();
    await one.released();
    expect(await one.settle()).toMatchObject({ state: 'RETURNED', endReason: 'the account is closed' });
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: 0, reservedFen: 0, loans: 0 });
    expect((await one.disburseHandoff())?.outcome).toMatchObject({ code: 'PAYMENT_REFUSED_BY_BANK', reasons: ['the account is closed'] });
    await kit.inbox.receive(one.signed());
    expect(await one.order()).toMatchObject({ state: 'OPEN' });
    expect(await one.orders()).toBe(2);
  });

  it('writes nothing once its lease is gone', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const lease = await kit.p.leases.take('settle-payments', 60_000);
    const stale = { name: 'settle-payments', fence: (lease?.fence ?? 1) - 1 };
    const bank = new ScriptedBank({ pay: PAID });
    await expect(kit.settleWith(bank).execute((await one.order()).id, stale)).rejects.toThrow(LeaseLost);
    expect([(await one.order()).state, bank.requests.length]).toEqual(['RESERVED', 0]);
  });
});

describe('[7.3] G7: the limit holds when payments race', () => {
  it('two loans of one borrower, each within the limit and not both: one is released', async () => {
    const first = await (await Case.begin(kit)).opened();
    const second = await (await Case.begin(kit, { customerId: first.customerId })).opened();
    await seedParameters(kit.p, { 'concentration.net-assets': String(first.terms.amountFen * 10 + 1) });
    const tries = await Promise.allSettled([first.released(), second.released()]);
    await seedParameters(kit.p);
    expect(tries.map((tried) => tried.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((tried) => tried.status === 'rejected')).toMatchObject({ reason: { code: 'CONCENTRATION_EXCEEDED' } });
    expect(await exposureOf(first)).toMatchObject({ reservedFen: 50_000_00 });
  });
});
