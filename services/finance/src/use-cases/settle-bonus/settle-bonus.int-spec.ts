import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { handoffRows, MessageSource, person } from '@weilend/testing';
import { accountNumber } from '../../../test/builders/account-number.builder.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import type { StoredBonus } from '../../persistence/bonus-payment.repository.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const key = (): string => newId('key');
const AMOUNT = 8_000_00;

interface Handed {
  readonly employeeId: string;
  readonly handoffId: string;
}

async function handedOver(change: object = {}): Promise<Handed> {
  const [employeeId, handoffId] = [newId('emp'), newId('hof')];
  const data = { employeeId, quarter: '2026-Q3', kind: 'BONUS' as const, amountFen: AMOUNT, ...change };
  await kit.inbox.receive(new MessageSource().handoff('pay-bonus', 'hr', { subject: data.employeeId, id: handoffId, data }));
  return { employeeId: data.employeeId, handoffId };
}

const clerk = person('finance', 'finance-officer');
const register = (employeeId: string, suffix = '123456', who: EmployeeActor = clerk) =>
  kit.registerSalaryAccount.execute(who, {
    employeeId,
    holderName: '李四',
    accountNumber: accountNumber(suffix),
    bankCode: '102100099996',
  });
const bonusOf = async ({ handoffId }: Handed): Promise<StoredBonus> => {
  const row = await kit.p.database.collection<{ _id: string }>('bonus_payments').findOne({ handoffId } as never);
  if (!row) throw new Error('there is no bonus payment');
  return { ...row, id: row._id } as unknown as StoredBonus;
};
const handoffOf = async ({ handoffId }: Handed) => (await handoffRows(kit.p)).find((row) => row._id === handoffId);
const make = async (one: Handed, who: EmployeeActor = people.maker, amountFen = AMOUNT) =>
  kit.releaseBonus.make(who, { requestKey: key(), paymentId: (await bonusOf(one)).id, amountFen });
const check = async (one: Handed, who: EmployeeActor = people.checker) =>
  kit.releaseBonus.check(who, { requestKey: key(), paymentId: (await bonusOf(one)).id });
const reject = async (one: Handed, reason: string) =>
  kit.releaseBonus.reject(people.checker, { paymentId: (await bonusOf(one)).id, reason });

async function settle(one: Handed): Promise<StoredBonus> {
  const lease = await kit.p.leases.take('settle-payments', 60_000);
  if (!lease) throw new Error('another process settles');
  await kit.settleWith(kit.bank).execute((await bonusOf(one)).id, lease);
  return bonusOf(one);
}

async function released(suffix?: string): Promise<Handed> {
  const one = await handedOver();
  await register(one.employeeId, suffix);
  await make(one);
  await check(one);
  return one;
}

async function expectRefused(one: Handed, act: () => Promise<unknown>, code: string): Promise<void> {
  const before = [await bonusOf(one), await handoffOf(one)];
  await expect(act()).rejects.toMatchObject({ code });
  expect([await bonusOf(one), await handoffOf(one)]).toEqual(before);
}

describe('[5.6] a bonus that human resources handed over', () => {
  it('is paid by two persons through the bank, booked once, and told back with its facts', async () => {
    const one = await released();
    const paid = await settle(one);
    await settle(one);
    expect(paid).toMatchObject({
      state: 'PAID',
      makerId: people.maker.employeeId,
      checkerId: people.checker.employeeId,
      payment: { sends: 1 },
    });
    expect(await kit.repos.ledger.entriesOf(paid.id)).toMatchObject([
      {
        ...{ kind: 'BONUS', no: 1, idemKey: `bonus:${paid.id}` },
        lines: [
          { account: '6602.staff-costs', debitFen: AMOUNT },
          { account: '1001.operating-funds', creditFen: AMOUNT },
        ],
      },
    ]);
    const facts = { paymentId: paid.id, amountFen: AMOUNT, paidOn: kit.p.clock.today(), reference: `SIM-${paid.id}` };
    expect(await handoffOf(one)).toMatchObject({ state: 'completed', outcome: facts });
    expect((await kit.repos.bonuses.dueIds(10)).includes(paid.id)).toBe(false);
  });

  it.each([
    ['999001', 'PAID', 1],
    ['999002', 'RETURNED', 1],
    ['999003', 'PAID', 2],
    ['999004', 'RETURNED', 1],
  ])('with an account …%s it is %s after %i sending(s)', async (suffix, state, sends) => {
    const one = await released(suffix);
    for (let pass = 0; pass < 4; pass++) await settle(one);
    expect(await bonusOf(one)).toMatchObject({ state, payment: { sends } });
    expect(await kit.repos.ledger.entriesOf((await bonusOf(one)).id)).toHaveLength(state === 'PAID' ? 1 : 0);
    if (state === 'RETURNED')
      expect(await handoffOf(one)).toMatchObject({
        state: 'returned',
        outcome: { code: 'PAYMENT_REFUSED_BY_BANK', reasons: ['the account is closed'] },
      });
  });

  it('is found by the job that settles payments', async () => {
    const one = await released();
    expect(await kit.repos.bonuses.dueIds(100)).toContain((await bonusOf(one)).id);
  });

  it('is ordered once per person, quarter and kind; what came back may be handed over anew', async () => {
    const one = await handedOver();
    const { employeeId } = one;
    const second = { employeeId, handoffId: newId('hof') };
    const data = { employeeId, quarter: '2026-Q3', kind: 'BONUS' as const, amountFen: AMOUNT };
    const source = new MessageSource();
    await kit.inbox.receive(source.handoff('pay-bonus', 'hr', { subject: newId('emp'), id: second.handoffId, data }));
    expect(await handoffOf(second)).toMatchObject({ state: 'returned', outcome: { code: 'BONUS_ALREADY_ORDERED' } });
    await handedOver({ employeeId: newId('emp'), kind: 'DEFERRED_BONUS' });
    await reject(one, '金额待核对');
    expect(await handoffOf(one)).toMatchObject({ state: 'returned', outcome: { code: 'BONUS_REJECTED', reasons: ['金额待核对'] } });
    const third = { employeeId, handoffId: newId('hof') };
    await kit.inbox.receive(source.handoff('pay-bonus', 'hr', { subject: newId('emp'), id: third.handoffId, data }));
    expect(await bonusOf(third)).toMatchObject({ state: 'OPEN' });
  });
});

describe('[5.6, 7.3] what is refused changes nothing', () => {
  const payee = (one: Handed): EmployeeActor => ({ ...people.both, employeeId: one.employeeId });

  it.each<[string, (one: Handed) => Promise<unknown>, string]>([
    ['another amount', (one) => make(one, people.maker, AMOUNT + 1), 'AMOUNT_NOT_BONUS'],
    ['making one’s own', (one) => make(one, payee(one)), 'BONUS_TO_ONESELF'],
    ['registering one’s own account', (one) => register(one.employeeId, '123456', payee(one)), 'BONUS_TO_ONESELF'],
    ['releasing what is not made', (one) => check(one), 'ILLEGAL_TRANSITION'],
    ['giving it back without a reason', (one) => reject(one, ' '), 'REJECTION_REASON_MISSING'],
  ])('%s', async (_title, act, code) => {
    const one = await handedOver();
    await register(one.employeeId);
    await expectRefused(one, () => act(one), code);
  });

  it('making it before an account is registered', async () => {
    const one = await handedOver();
    await expectRefused(one, () => make(one), 'SALARY_ACCOUNT_MISSING');
    await register(one.employeeId);
    await make(one);
  });

  it('releasing by the maker or by who gets it, and taking back what is released', async () => {
    const one = await handedOver();
    await register(one.employeeId);
    await make(one, people.both);
    await expectRefused(one, () => check(one, people.both), 'SEGREGATION_OF_DUTIES');
    await expectRefused(one, () => check(one, payee(one)), 'BONUS_TO_ONESELF');
    await check(one);
    await expectRefused(one, () => reject(one, 'too late'), 'PAYMENT_RELEASED');
  });

  it('[3.7] the account is stored encrypted', async () => {
    const one = await handedOver();
    await register(one.employeeId);
    const row = await kit.p.database.collection<{ _id: string }>('salary_accounts').findOne({ _id: one.employeeId });
    expect(JSON.stringify(row)).not.toMatch(/李四|6222/);
  });
});
