import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { MessageSource, seedParameters } from '@weilend/testing';
import { accountNumber } from '../../../test/builders/account-number.builder.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { repositories } from '../../../test/builders/repositories.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import { LendingPolicies } from '../../persistence/lending-policies.js';
import { ExposureQueries } from '../../queries/exposure.queries.js';
import { BorrowerCheck } from '../check-ledger/borrower-check.js';

let kit: FinanceKit;
let exposures: ExposureQueries;
const source = new MessageSource();
beforeAll(async () => {
  kit = await financeKit();
  exposures = new ExposureQueries(kit.p.database, new LendingPolicies(kit.p.parameters, kit.p.clock));
});
afterAll(() => kit.stop());

const LENT = 50_000_00;
const rows = (name: string) => kit.p.database.collection<{ _id: string; customerId: string }>(name);
const mergedNews = (survivorId: string, mergedId: string) =>
  source.event('sales.customer-merged.v1', mergedId, { survivorId, mergedId, mergedBy: newId('emp'), mergedOn: kit.p.clock.today() });
const merge = (survivorId: string, mergedId: string) => kit.inbox.receive(mergedNews(survivorId, mergedId));
const exposureOf = async (customerId: string) => (await exposures.ofCustomers([customerId]))[0]?.exposure;
const group = async (...customerIds: string[]) =>
  kit.openBorrowerGroup.execute(people.checker, { name: '关联方', customerIds, reason: '同一实际控制人' });
const owedOf = async (groupId: string) => (await exposures.groups([groupId]))[0]?.group;

async function paidOut(customerId = newId('cus')): Promise<Case> {
  const one = await (await Case.begin(kit, { customerId })).opened();
  await one.released();
  await one.settle();
  return one;
}

/** Balances of borrowers against their loans and payments under way: no difference. */
async function booksHold(...customerIds: string[]): Promise<void> {
  const repos = repositories(kit.p);
  const check = new BorrowerCheck(repos.exposures, repos.loans, repos.orders);
  const found = await kit.p.work.run({ actor: people.checker, operation: 'check' }, (tx) => check.of(customerIds, tx));
  expect(found).toEqual([]);
}

describe('[3.6, 7.3] two files became one', () => {
  it('what was lent and what is under way count together, under the surviving id', async () => {
    const [survivor, merged] = [await paidOut(), await paidOut()];
    const underWay = await (await Case.begin(kit, { customerId: merged.customerId })).opened();
    await underWay.released();
    await merge(survivor.customerId, merged.customerId);
    expect(await exposureOf(survivor.customerId)).toMatchObject({ outstandingFen: 2 * LENT, reservedFen: LENT, loans: 2 });
    expect(await exposureOf(merged.customerId)).toMatchObject({ outstandingFen: 0, reservedFen: 0, loans: 0 });
    await booksHold(survivor.customerId, merged.customerId);
    for (const name of ['loans', 'disbursement_orders', 'exposures', 'payee_accounts'])
      expect(await rows(name).countDocuments({ customerId: merged.customerId, outstandingFen: { $ne: 0 }, holderName: null })).toBe(0);
    await underWay.settle();
    expect(await exposureOf(survivor.customerId)).toMatchObject({ outstandingFen: 3 * LENT, reservedFen: 0, loans: 3 });
    await booksHold(survivor.customerId, merged.customerId);
  });

  it('his limit looks at both: what each file alone might have, the customer may not', async () => {
    const [survivor, merged] = [await paidOut(), await paidOut()];
    await merge(survivor.customerId, merged.customerId);
    const limits = { 'concentration.net-assets': String(25 * LENT), 'concentration.single-borrower': '0.1', 'concentration.group': '1' };
    await seedParameters(kit.p, limits);
    const third = await (await Case.begin(kit, { customerId: survivor.customerId })).opened();
    expect((await third.disburseHandoff())?.outcome).toMatchObject({ code: 'CONCENTRATION_EXCEEDED' });
    await seedParameters(kit.p);
  });

  it('the same news twice, and at once, is heard once', async () => {
    const [survivor, merged] = [await paidOut(), await paidOut()];
    const news = mergedNews(survivor.customerId, merged.customerId);
    await Promise.all([kit.inbox.receive(news), kit.inbox.receive(news)]);
    await merge(survivor.customerId, merged.customerId);
    expect(await exposureOf(survivor.customerId)).toMatchObject({ outstandingFen: 2 * LENT, loans: 2 });
    await booksHold(survivor.customerId, merged.customerId);
  });

  it.each([['as they happened', [0, 1]] as const, ['the later one first', [1, 0]] as const])(
    'a file that was merged and merged again, heard %s, ends with the last one',
    async (_title, order) => {
      const [a, b, c] = [await paidOut(), await paidOut(), await paidOut()];
      const news = [mergedNews(b.customerId, a.customerId), mergedNews(c.customerId, b.customerId)];
      for (const at of order) {
        const one = news[at];
        if (one) await kit.inbox.receive(one);
      }
      expect(await exposureOf(c.customerId)).toMatchObject({ outstandingFen: 3 * LENT, loans: 3 });
      expect(await rows('loans').countDocuments({ customerId: c.customerId })).toBe(3);
      await booksHold(a.customerId, b.customerId, c.customerId);
    },
  );

  it('of whom finance knows nothing leaves no trace but the id', async () => {
    const [survivorId, mergedId] = [newId('cus'), newId('cus')];
    await merge(survivorId, mergedId);
    expect(await rows('exposures').countDocuments({ _id: { $in: [survivorId, mergedId] } })).toBe(0);
    expect(await rows('merged_customers').findOne({ _id: mergedId })).toMatchObject({ survivorId });
  });
});

describe('[3.6, 7.3] a group of related parties', () => {
  it('of the merged file has the surviving one instead', async () => {
    const [survivor, merged, third] = [await paidOut(), await paidOut(), newId('cus')];
    const groupId = await group(merged.customerId, third);
    await merge(survivor.customerId, merged.customerId);
    const now = await owedOf(groupId);
    expect(now?.members.map(({ customerId }) => customerId)).toEqual([survivor.customerId, third]);
    expect(now).toMatchObject({ outstandingFen: 2 * LENT, reservedFen: 0 });
    expect(await exposureOf(survivor.customerId)).toMatchObject({ groupId });
  });

  it('of each file: they are one, and the next payment of anybody in it moves it', async () => {
    const [survivor, merged] = [await paidOut(), await paidOut()];
    const other = await (await Case.begin(kit)).opened();
    const groupId = await group(survivor.customerId, newId('cus'));
    const second = await group(merged.customerId, other.customerId);
    await merge(survivor.customerId, merged.customerId);
    expect(await owedOf(groupId)).toMatchObject({ outstandingFen: 2 * LENT, reservedFen: 0 });
    expect(await owedOf(second)).toMatchObject({ outstandingFen: 0, reservedFen: 0, members: [] });
    await other.released();
    expect(await owedOf(groupId)).toMatchObject({ outstandingFen: 2 * LENT, reservedFen: LENT });
  });
});

describe('[3.6, 4.19] what names the id that ended later', () => {
  it('a decision, a contract and an account from before: the loan is the surviving file’s', async () => {
    const survivorId = newId('cus');
    const one = await Case.begin(kit);
    await kit.inbox.receive(one.decisionMade());
    await merge(survivorId, one.customerId);
    await kit.inbox.receive(one.signed());
    expect(await one.order()).toMatchObject({ state: 'OPEN', customerId: survivorId });
    await one.released();
    await one.settle();
    expect(await rows('loans').findOne({ contractId: one.contractId } as never)).toMatchObject({ customerId: survivorId });
    expect(await exposureOf(survivorId)).toMatchObject({ outstandingFen: LENT, loans: 1 });
    await booksHold(survivorId, one.customerId);
  });

  it('an account that both files have is the customer’s under either', async () => {
    const [survivorId, one] = [newId('cus'), await Case.begin(kit)];
    const number = { holderName: '张三', accountNumber: accountNumber('777001'), bankCode: '102100099996' };
    const [his, same] = [survivorId, one.customerId].map((customerId) => ({ customerId, ...number }));
    if (!his || !same) throw new Error('there are two');
    await kit.registerPayeeAccount.execute(people.salesperson, his);
    const payeeAccountId = await kit.registerPayeeAccount.execute(people.salesperson, same);
    await merge(survivorId, one.customerId);
    await kit.inbox.receive(one.decisionMade());
    await kit.inbox.receive(one.signed({ payeeAccountId }));
    expect(await one.order()).toMatchObject({ state: 'OPEN', customerId: survivorId, payeeAccountId });
    await expect(kit.registerPayeeAccount.execute(people.salesperson, same)).rejects.toMatchObject({ code: 'PAYEE_ACCOUNT_EXISTS' });
  });

  it('a member who is added under it joins under the surviving id', async () => {
    const [survivorId, mergedId] = [newId('cus'), newId('cus')];
    await merge(survivorId, mergedId);
    const groupId = await group(mergedId, newId('cus'));
    expect((await owedOf(groupId))?.members[0]?.customerId).toBe(survivorId);
    await expect(kit.addGroupMember.execute(people.checker, { groupId, customerId: mergedId, reason: '重复' })).rejects.toMatchObject({
      code: 'CUSTOMER_IN_GROUP',
    });
  });
});
