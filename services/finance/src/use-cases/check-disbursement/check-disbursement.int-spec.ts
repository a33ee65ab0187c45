import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedParameters } from '@weilend/testing';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const key = (): string => newId('key');
const make = async (one: Case, who: EmployeeActor = people.maker, amountFen = one.terms.amountFen) =>
  kit.makeDisbursement.execute(who, { requestKey: key(), orderId: (await one.order()).id, amountFen });
const check = async (one: Case, who: EmployeeActor = people.checker) =>
  kit.checkDisbursement.execute(who, { requestKey: key(), orderId: (await one.order()).id });
const as = (employeeId: string): EmployeeActor => ({ ...people.both, employeeId });

/** A refusal leaves order, exposure and outbox as they were, and writes itself down [1.4]. */
async function expectRefused(one: Case, act: () => Promise<unknown>, code: string): Promise<void> {
  const exposures = () => kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId });
  const before = [await one.order(), await one.sent(), await exposures()];
  await expect(act()).rejects.toMatchObject({ code });
  expect([await one.order(), await one.sent(), await exposures()]).toEqual(before);
  expect(await kit.p.database.collection('audit_rows').countDocuments({ outcome: 'refused', code })).toBeGreaterThan(0);
}

describe('[4.19, 7.3] making and checking a payment', () => {
  it('takes two people and reserves the amount for the borrower', async () => {
    const one = await (await Case.begin(kit)).opened();
    await make(one);
    await check(one);
    expect(await one.order()).toMatchObject({ state: 'RESERVED', makerId: people.maker.employeeId, checkerId: people.checker.employeeId });
  });

  it('one key gives one answer', async () => {
    const one = await (await Case.begin(kit)).opened();
    const input = { requestKey: key(), orderId: (await one.order()).id, amountFen: one.terms.amountFen };
    expect(await kit.makeDisbursement.execute(people.maker, input)).toBe(await kit.makeDisbursement.execute(people.maker, input));
    await expect(kit.makeDisbursement.execute(people.maker, { ...input, amountFen: 1 })).rejects.toThrow('REQUEST_KEY_REUSED');
  });

  it('is refused when maker and checker are one person', async () => {
    const one = await (await Case.begin(kit)).opened();
    await make(one, people.both);
    await expectRefused(one, () => check(one, people.both), 'SEGREGATION_OF_DUTIES');
  });

  it.each(['SALESPERSON', 'INVESTIGATOR', 'VOTER', 'CONTRACT_SIGNER'] as const)(
    'is refused to who was %s of the application',
    async (role) => {
      const one = await Case.begin(kit);
      const taken = person('finance', 'finance-officer');
      await kit.inbox.receive(one.decisionMade());
      await kit.inbox.receive(one.signed({ participants: [{ role, employeeId: taken.employeeId }] }));
      await expectRefused(one, () => make(one, as(taken.employeeId)), 'SEGREGATION_OF_DUTIES');
      await make(one);
      await expectRefused(one, () => check(one, as(taken.employeeId)), 'SEGREGATION_OF_DUTIES');
    },
  );

  it.each([-1, 1, -50_000_00])('[7.10] G8: is refused with %i fen beside the contract amount', async (difference) => {
    const one = await (await Case.begin(kit)).opened();
    await expectRefused(one, () => make(one, people.maker, one.terms.amountFen + difference), 'AMOUNT_NOT_CONTRACT');
  });

  it('is refused out of turn', async () => {
    const one = await (await Case.begin(kit)).opened();
    await expectRefused(one, () => check(one), 'ILLEGAL_TRANSITION');
    await make(one);
    await expectRefused(one, () => make(one, people.both), 'ILLEGAL_TRANSITION');
    await check(one);
    await expectRefused(one, () => check(one, people.both), 'ILLEGAL_TRANSITION');
  });

  it('is refused for an order that does not exist', async () => {
    await expect(
      kit.makeDisbursement.execute(people.maker, { requestKey: key(), orderId: newId('dis'), amountFen: 1 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused when the limit has been lowered since the order was opened', async () => {
    const one = await (await Case.begin(kit)).opened();
    await make(one);
    await seedParameters(kit.p, { 'concentration.single-borrower': '0.00009' });
    await expectRefused(one, () => check(one), 'CONCENTRATION_EXCEEDED');
    await seedParameters(kit.p);
    await check(one);
  });

  it('ends when the approval lapses before the money left, and the order goes back', async () => {
    for (const steps of [[], [make], [make, check]]) {
      const one = await (await Case.begin(kit)).opened();
      for (const step of steps) await step(one);
      await kit.inbox.receive(one.decisionLapsed());
      expect(await one.order()).toMatchObject({ state: 'RETURNED' });
      expect((await one.disburseHandoff())?.outcome).toMatchObject({ code: 'APPROVAL_NOT_IN_FORCE' });
      await expectRefused(one, () => make(one), 'ILLEGAL_TRANSITION');
    }
  });

  it('goes on when the approval lapses after the payment was sent', async () => {
    const one = await (await Case.begin(kit, { suffix: '999001' })).opened();
    await one.released();
    await one.settle();
    await kit.inbox.receive(one.decisionLapsed());
    expect(await one.order()).toMatchObject({ state: 'SENT' });
  });
});

describe('[4.19] giving a payment back', () => {
  it('needs a reason and returns the handoff with it', async () => {
    const one = await (await Case.begin(kit)).opened();
    const reject = async (reason: string) => kit.rejectDisbursement.execute(people.checker, { orderId: (await one.order()).id, reason });
    await expectRefused(one, () => reject('  '), 'REJECTION_REASON_MISSING');
    await reject('收款账户待核实');
    expect(await one.order()).toMatchObject({ state: 'RETURNED', endReason: '收款账户待核实' });
    expect((await one.disburseHandoff())?.outcome).toMatchObject({ code: 'DISBURSEMENT_REJECTED', reasons: ['收款账户待核实'] });
    await expectRefused(one, () => reject('again'), 'ILLEGAL_TRANSITION');
  });

  it('is possible after the release, until the payment is sent: nothing stays reserved and the bank is never asked', async () => {
    const one = await (await Case.begin(kit)).opened();
    const { id } = await one.released();
    await kit.rejectDisbursement.execute(people.checker, { orderId: id, reason: '客户来电要求暂停' });
    expect(await one.settle()).toMatchObject({ state: 'RETURNED', payment: { sends: 0 } });
    expect(await kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId })).toMatchObject({
      reservedFen: 0,
    });
  });

  it('races the sending: it is sent or given back, never both', async () => {
    for (let round = 0; round < 4; round++) {
      const one = await (await Case.begin(kit)).opened();
      const { id } = await one.released();
      const back = kit.rejectDisbursement.execute(people.checker, { orderId: id, reason: '暂停' });
      const [rejected] = await Promise.allSettled([back, one.settle()]);
      const order = await one.order();
      expect([order.state, order.payment.sends]).toEqual(rejected.status === 'fulfilled' ? ['RETURNED', 0] : ['PAID', 1]);
    }
  });

  it('is refused once the payment is sent', async () => {
    const one = await (await Case.begin(kit, { suffix: '999001' })).opened();
    const { id } = await one.released();
    await one.settle();
    await expectRefused(one, () => kit.rejectDisbursement.execute(people.checker, { orderId: id, reason: 'too late' }), 'PAYMENT_RELEASED');
  });
});
