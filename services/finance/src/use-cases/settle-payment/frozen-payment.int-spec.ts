import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { MessageSource } from '@weilend/testing';
import type { BankAnswer } from '../../domain/disbursement/bank-answer.js';
import { financeKit } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import { PaymentChannel } from './payment-channel.port.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const source = new MessageSource();

/** A bank that counts how often it was asked to pay. */
class CountingBank extends PaymentChannel {
  payments = 0;

  constructor(private readonly answers: { pay: BankAnswer; query: BankAnswer }) {
    super();
  }

  async pay(): Promise<BankAnswer> {
    this.payments++;
    return this.answers.pay;
  }

  async query(): Promise<BankAnswer> {
    return this.answers.query;
  }
}

const PAID: BankAnswer = { kind: 'PAID', reference: 'bank-1' };
const aBank = (pay: BankAnswer = PAID, query: BankAnswer = PAID) => new CountingBank({ pay, query });

/** Risk freezes a borrower. */
function freeze(customerId: string) {
  const ids = { measureId: newId('mea'), alertId: newId('alt'), ownerId: newId('emp'), participants: [], applicationId: null };
  const data: HandoffData<'apply-finance-measure'> = {
    ...ids,
    kind: 'FREEZE',
    customerId,
    loanId: null,
    dueOn: '2999-01-01',
    reason: '失联',
  };
  const received = () => kit.inbox.receive(source.handoff('apply-finance-measure', 'risk', { subject: data.alertId, data }));
  const { measureId, alertId } = ids;
  const lifted = { measureId, alertId, customerId, liftedBy: newId('emp') };
  return { received, lift: () => kit.inbox.receive(source.event('risk.freeze-lifted.v1', alertId, lifted)) };
}

const exposureOf = (one: Case) => kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId });

describe('[7.4, 4.19] a payment that was released before its borrower was frozen', () => {
  it('is not sent, keeps its place and its amount, and goes out once when risk lifts the freeze', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const { received, lift } = freeze(one.customerId);
    await received();
    const bank = aBank();
    const before = new Date();
    for (let pass = 0; pass < 3; pass++) expect(await one.settle(bank)).toMatchObject({ state: 'RESERVED', payment: { sends: 0 } });
    expect(bank.payments).toBe(0);
    expect((await one.order()).askAt?.getTime()).toBeGreaterThan(before.getTime() + 30_000);
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: 0, reservedFen: one.terms.amountFen });
    expect(await one.sent()).not.toContain('finance.loan-disbursed.v1');
    await lift();
    expect(await one.settle(bank)).toMatchObject({ state: 'PAID', payment: { sends: 1 } });
    expect(bank.payments).toBe(1);
  });

  it('is not sent a second time either, when the bank says that it has never seen it', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const lost = aBank({ kind: 'UNKNOWN', reason: 'timeout' }, { kind: 'NOT_FOUND' });
    expect(await one.settle(lost)).toMatchObject({ state: 'SENT', payment: { sends: 1 } });
    const { received, lift } = freeze(one.customerId);
    await received();
    expect(await one.settle(lost)).toMatchObject({ state: 'SENT', payment: { sends: 1 } });
    expect(lost.payments).toBe(1);
    await lift();
    expect(await one.settle(aBank(PAID, { kind: 'NOT_FOUND' }))).toMatchObject({ state: 'PAID', payment: { sends: 2 } });
  });

  it('is booked all the same when the bank had paid it before', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    await one.settle(aBank({ kind: 'UNKNOWN', reason: 'timeout' }));
    await freeze(one.customerId).received();
    expect(await one.settle(aBank())).toMatchObject({ state: 'PAID', payment: { sends: 1 } });
    expect(await exposureOf(one)).toMatchObject({ outstandingFen: one.terms.amountFen, reservedFen: 0 });
  });

  it('can still be taken back by the customer', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    await freeze(one.customerId).received();
    await one.settle(aBank());
    await kit.inbox.receive(one.cancellationRequested());
    expect(await one.order()).toMatchObject({ state: 'CANCELLED' });
    expect(await exposureOf(one)).toMatchObject({ reservedFen: 0 });
  });

  it('is found under the file that the customer goes on with', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const oldId = newId('cus');
    await freeze(oldId).received();
    const merged = { survivorId: one.customerId, mergedId: oldId, mergedBy: newId('emp'), mergedOn: '2026-11-20' };
    await kit.inbox.receive(source.event('sales.customer-merged.v1', oldId, merged));
    const bank = aBank();
    expect([(await one.settle(bank)).state, bank.payments]).toEqual(['RESERVED', 0]);
  });

  it('is either held or out, when freeze and sending meet', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const one = await (await Case.begin(kit)).opened();
      await one.released();
      const bank = aBank();
      const [settled] = await Promise.all([one.settle(bank), freeze(one.customerId).received()]);
      expect(settled.state).toBe(bank.payments === 0 ? 'RESERVED' : 'PAID');
    }
  });

  it('leaves other borrowers alone', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    await freeze(newId('cus')).received();
    expect((await one.settle(aBank())).state).toBe('PAID');
  });
});
