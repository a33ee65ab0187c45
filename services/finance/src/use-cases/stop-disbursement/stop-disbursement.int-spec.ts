import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const CANCELLED = 'finance.disbursement-cancelled.v1';
const REFUSED = 'finance.cancellation-refused.v1';
const made = async (one: Case) =>
  kit.makeDisbursement.execute(people.maker, { requestKey: newId('key'), orderId: (await one.order()).id, amountFen: one.terms.amountFen });
const reserved = async (one: Case) =>
  kit.p.database.collection<{ _id: string; reservedFen: number }>('exposures').findOne({ _id: one.customerId });

/** What must hold once a withdrawal was applied before money left. */
async function expectStopped(one: Case): Promise<void> {
  expect((await one.sent()).filter((type) => type === CANCELLED)).toHaveLength(1);
  expect(await one.sent()).not.toContain(REFUSED);
  expect((await one.handoffs()).filter((row) => row.state === 'open')).toEqual([]);
  expect(await kit.p.database.collection('loans').countDocuments({ contractId: one.contractId })).toBe(0);
  expect((await reserved(one))?.reservedFen ?? 0).toBe(0);
}

describe('[4.19] a withdrawal stops the payment while no money has left', () => {
  it.each<[string, (one: Case) => Promise<unknown>]>([
    ['OPEN', () => Promise.resolve()],
    ['MADE', made],
    ['RESERVED', (one) => one.released()],
  ])('an order in state %s is cancelled, its handoff recalled and the limit freed', async (_state, until) => {
    for (const message of ['withdrawn', 'cancellationRequested'] as const) {
      const one = await (await Case.begin(kit)).opened();
      await until(one);
      await kit.inbox.receive(one[message]());
      expect(await one.order()).toMatchObject({ state: 'CANCELLED', endReason: 'the customer withdrew', askAt: null });
      expect((await one.disburseHandoff())?.state).toBe('recalled');
      await expectStopped(one);
    }
  });

  it('and nobody can make, check or pay it any more', async () => {
    const one = await (await Case.begin(kit)).opened();
    await kit.inbox.receive(one.withdrawn());
    await expect(made(one)).rejects.toThrow('ILLEGAL_TRANSITION');
    await one.settle();
    expect((await one.order()).payment.sends).toBe(0);
    await kit.inbox.receive(one.signed());
    expect((await one.handoffs()).filter((row) => row.type === 'disburse-loan').map((row) => row.state)).toEqual(['recalled', 'recalled']);
    await expectStopped(one);
  });
});

describe('[4.19] once the payment was sent, only the bank decides', () => {
  it.each(['withdrawn', 'cancellationRequested'] as const)('%s is refused and the loan stands', async (message) => {
    const one = await (await Case.begin(kit, { suffix: '999001' })).opened();
    await one.released();
    await one.settle();
    expect(await one.order()).toMatchObject({ state: 'SENT' });
    await kit.inbox.receive(one[message]());
    expect((await one.sent()).slice(-1)).toEqual([REFUSED]);
    for (let pass = 0; pass < 2; pass++) await one.settle();
    expect(await one.order()).toMatchObject({ state: 'PAID' });
    expect(await one.sent()).not.toContain(CANCELLED);
  });

  it('after payment too', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    await one.settle();
    await kit.inbox.receive(one.cancellationRequested());
    expect((await one.sent()).at(-1)).toBe(REFUSED);
    expect(await one.order()).toMatchObject({ state: 'PAID' });
  });

  it('a withdrawal that races the sending either stops it or is refused, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await (await Case.begin(kit)).opened();
      await one.released();
      await Promise.all([kit.inbox.receive(one.cancellationRequested()), one.settle().catch(() => null)]);
      const { state } = await one.order();
      const told = (await one.sent()).filter((type) => type === CANCELLED || type === REFUSED);
      expect(told).toEqual([state === 'PAID' ? REFUSED : CANCELLED]);
      if (state !== 'PAID') await expectStopped(one);
    }
  });

  it('a withdrawal that races the checker ends with no open handoff or a paid loan', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await (await Case.begin(kit)).opened();
      await made(one);
      const { id } = await one.order();
      const check = kit.checkDisbursement.execute(people.checker, { requestKey: newId('key'), orderId: id }).catch(() => null);
      await Promise.all([kit.inbox.receive(one.withdrawn()), check]);
      expect(await one.order()).toMatchObject({ state: 'CANCELLED' });
      await expectStopped(one);
    }
  });
});

describe('messages in every order that sales can send them', () => {
  const scripts: Record<string, (one: Case) => ReturnType<Case['signed']>[]> = {
    'contract, then withdrawal': (one) => [one.signed(), one.withdrawn()],
    'withdrawal, then contract': (one) => [one.withdrawn(), one.signed()],
    'contract, then cancellation': (one) => [one.signed(), one.cancellationRequested()],
    'cancellation, then contract': (one) => [one.cancellationRequested(), one.signed()],
    'contract, withdrawal and cancellation': (one) => [one.signed(), one.withdrawn(), one.cancellationRequested()],
    'cancellation, contract and withdrawal': (one) => [one.cancellationRequested(), one.signed(), one.withdrawn()],
  };
  const deliveries: readonly ('before' | 'between' | 'after')[] = ['before', 'between', 'after'];

  it.each(Object.keys(scripts).flatMap((name) => deliveries.map((when) => [name, when] as const)))(
    '%s, approval heard %s: nothing is left open',
    async (name, when) => {
      const one = await Case.begin(kit);
      const decided = one.decisionMade();
      const messages = scripts[name]?.(one) ?? [];
      if (when === 'before') await kit.inbox.receive(decided);
      for (const [index, message] of messages.entries()) {
        await kit.inbox.receive(message);
        if (when === 'between' && index === 0) await kit.inbox.receive(decided);
      }
      if (when === 'after') await kit.inbox.receive(decided);
      await expectStopped(one);
      const left = { lane: { $regex: one.applicationId }, state: { $in: ['parked', 'waiting', 'dead'] } };
      expect(await kit.p.database.collection('inbox').countDocuments(left)).toBe(0);
    },
  );

  it('also when the queue turns them round', async () => {
    const one = await Case.begin(kit);
    await kit.inbox.receive(one.decisionMade());
    const [signed, withdrawn] = [one.signed(), one.withdrawn()];
    await kit.inbox.receive(withdrawn);
    await kit.inbox.receive(signed);
    await expectStopped(one);
  });
});
