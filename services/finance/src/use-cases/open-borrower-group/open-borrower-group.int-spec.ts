import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { seedParameters, sentMessages } from '@weilend/testing';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import { ExposureQueries } from '../../queries/exposure.queries.js';
import { LendingPolicies } from '../../persistence/lending-policies.js';

let kit: FinanceKit;
let exposures: ExposureQueries;
beforeAll(async () => {
  kit = await financeKit();
  exposures = new ExposureQueries(kit.p.database, new LendingPolicies(kit.p.parameters, kit.p.clock));
});
afterAll(() => kit.stop());

const reason = '同一实际控制人';
const LENT = 50_000_00;
const open = (customerIds: readonly string[], change: object = {}) =>
  kit.openBorrowerGroup.execute(people.checker, { name: '张氏兄弟', customerIds, reason, ...change });
const add = (groupId: string, customerId: string, change: object = {}) =>
  kit.addGroupMember.execute(people.checker, { groupId, customerId, reason, ...change });
const remove = (groupId: string, customerId: string) => kit.removeGroupMember.execute(people.checker, { groupId, customerId, reason });
const rowOf = (collection: string, id: string) => kit.p.database.collection<{ _id: string }>(collection).findOne({ _id: id });
const owed = async (groupId: string) => {
  const [view] = await exposures.groups([groupId]);
  return view && [view.group.outstandingFen, view.group.reservedFen, view.standing.balanceFen > view.standing.limitFen];
};
/** Net assets of which the group may owe so much. */
const groupLimit = (fen: number) =>
  seedParameters(kit.p, {
    'concentration.net-assets': String(fen * 10),
    'concentration.single-borrower': '1',
    'concentration.group': '0.1',
  });

async function paidOut(customerId?: string): Promise<Case> {
  const one = await (await Case.begin(kit, customerId ? { customerId } : {})).opened();
  await one.released();
  await one.settle();
  return one;
}

async function expectRefused(act: () => Promise<unknown>, code: string): Promise<void> {
  const rows = async () => [
    await kit.p.database.collection('borrower_groups').find().toArray(),
    await kit.p.database.collection('exposures').find().toArray(),
  ];
  const before = await rows();
  await expect(act()).rejects.toMatchObject({ code });
  expect(await rows()).toEqual(before);
}

describe('[7.3, 1.2] related parties share one limit', () => {
  it('their balances become the group’s, and every payment moves both rows', async () => {
    const [lent, other] = [await paidOut(), await (await Case.begin(kit)).opened()];
    const groupId = await open([lent.customerId, other.customerId]);
    expect(await owed(groupId)).toEqual([LENT, 0, false]);
    await other.released();
    expect(await owed(groupId)).toEqual([LENT, LENT, false]);
    await other.settle();
    expect(await owed(groupId)).toEqual([2 * LENT, 0, false]);
    const loan = await kit.p.database.collection<{ _id: string }>('loans').findOne({ contractId: other.contractId });
    const repaid = { loanId: loan?._id ?? '', amountFen: LENT, paidOn: other.today, channel: 'BANK', channelTransactionId: newId('txn') };
    await kit.recordRepayment.execute(people.maker, { ...repaid, requestKey: newId('key') });
    const [outstandingFen] = (await owed(groupId)) ?? [];
    const [view] = await exposures.ofCustomers([other.customerId]);
    expect(outstandingFen).toBe(LENT + (view?.exposure.outstandingFen ?? Number.NaN));
    expect(view?.group?.group.id).toBe(groupId);
  });

  it('a payment within the borrower’s limit and not within the group’s is refused with the group’s', async () => {
    const [lent, other] = [await paidOut(), await (await Case.begin(kit)).opened()];
    const groupId = await open([lent.customerId, other.customerId]);
    await groupLimit(2 * LENT - 1);
    await expect(other.released()).rejects.toMatchObject({ code: 'GROUP_CONCENTRATION_EXCEEDED' });
    expect(await owed(groupId)).toEqual([LENT, 0, false]);
    await groupLimit(2 * LENT);
    await kit.checkDisbursement.execute(people.checker, { requestKey: newId('key'), orderId: (await other.order()).id });
    expect(await owed(groupId)).toEqual([LENT, LENT, false]);
    await seedParameters(kit.p);
  });

  it('joining is a fact: a group above its limit is shown as breached, and gets no new money', async () => {
    const [first, second] = [await paidOut(), await paidOut()];
    await groupLimit(LENT);
    const groupId = await open([first.customerId, second.customerId]);
    expect(await owed(groupId)).toEqual([2 * LENT, 0, true]);
    const third = await Case.begin(kit, { customerId: first.customerId });
    await third.opened();
    expect((await third.disburseHandoff())?.outcome).toMatchObject({ code: 'GROUP_CONCENTRATION_EXCEEDED' });
    await seedParameters(kit.p);
  });

  it('a refused payment of a member frees the group too', async () => {
    const [refused, other] = [await (await Case.begin(kit, { suffix: '999002' })).opened(), newId('cus')];
    const groupId = await open([refused.customerId, other]);
    await refused.released();
    expect(await owed(groupId)).toEqual([0, LENT, false]);
    await refused.settle();
    expect(await owed(groupId)).toEqual([0, 0, false]);
  });

  it('two members race for the last of the limit: one is released', async () => {
    const [first, second] = [await (await Case.begin(kit)).opened(), await (await Case.begin(kit)).opened()];
    const groupId = await open([first.customerId, second.customerId]);
    await groupLimit(2 * LENT - 1);
    const tries = await Promise.allSettled([first.released(), second.released()]);
    await seedParameters(kit.p);
    expect(tries.map((tried) => tried.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((tried) => tried.status === 'rejected')).toMatchObject({ reason: { code: 'GROUP_CONCENTRATION_EXCEEDED' } });
    expect(await owed(groupId)).toEqual([0, LENT, false]);
  });

  it('joining crosses payments of the member: the group owes what its members owe, whichever was first', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await (await Case.begin(kit)).opened(), newId('cus')];
      const [groupId] = await Promise.all([open([other, one.customerId]), one.released()]);
      expect(await owed(groupId)).toEqual([0, LENT, false]);
      await Promise.all([one.settle(), remove(groupId, one.customerId)]);
      expect(await owed(groupId)).toEqual([0, 0, false]);
      expect(await rowOf('exposures', one.customerId)).toMatchObject({ outstandingFen: LENT, reservedFen: 0, groupId: null });
    }
  });

  it('who leaves takes his balance along, and stays written with both reasons', async () => {
    const [lent, other] = [await paidOut(), newId('cus')];
    const groupId = await open([lent.customerId, other]);
    await remove(groupId, lent.customerId);
    expect(await owed(groupId)).toEqual([0, 0, false]);
    const { employeeId } = people.checker;
    expect(await rowOf('borrower_groups', groupId)).toMatchObject({
      members: [{ customerId: other }],
      formerMembers: [{ customerId: lent.customerId, reason, addedBy: employeeId, leftReason: reason, removedBy: employeeId }],
    });
    await add(groupId, lent.customerId);
    expect(await owed(groupId)).toEqual([LENT, 0, false]);
  });
});

describe('[7.3] what is refused changes nothing', () => {
  it.each<[string, (groupId: string, member: string) => Promise<unknown>, string]>([
    ['a group of one', () => open([newId('cus')]), 'GROUP_MEMBERS_MISSING'],
    ['a group of the same customer twice', (_group, member) => open([member, member]), 'GROUP_MEMBERS_MISSING'],
    ['a customer who is none', () => open([newId('cus'), newId('emp')]), 'CUSTOMER_ID_INVALID'],
    ['a group without a name', () => open([newId('cus'), newId('cus')], { name: ' ' }), 'GROUP_NAME_INVALID'],
    ['a group without a reason', () => open([newId('cus'), newId('cus')], { reason: ' ' }), 'GROUP_REASON_MISSING'],
    ['who is in a group already', (_group, member) => open([newId('cus'), member]), 'CUSTOMER_IN_GROUP'],
    ['a member twice', (groupId, member) => add(groupId, member), 'CUSTOMER_IN_GROUP'],
    ['a member without a reason', (groupId) => add(groupId, newId('cus'), { reason: '' }), 'GROUP_REASON_MISSING'],
    ['a group that is none', () => add(newId('grp'), newId('cus')), 'NOT_FOUND'],
    ['the leaving of a stranger', (groupId) => remove(groupId, newId('cus')), 'NOT_IN_GROUP'],
    ['leaving a group that is none', (_group, member) => remove(newId('grp'), member), 'NOT_FOUND'],
  ])('%s', async (_title, act, code) => {
    const member = newId('cus');
    const groupId = await open([member, newId('cus')]);
    await expectRefused(() => act(groupId, member), code);
  });

  it('one key opens one group', async () => {
    const input = { requestKey: newId('key'), name: '甲', customerIds: [newId('cus'), newId('cus')], reason };
    expect(await kit.openBorrowerGroup.execute(people.checker, input)).toBe(await kit.openBorrowerGroup.execute(people.checker, input));
  });
});

describe('[7.3] the caps of a network micro-loan company', () => {
  it.each([
    ['HOUSEHOLD_GOODS', 'CONSUMER_CAP_EXCEEDED', { 'online.consumer-cap': String(LENT - 1), 'online.business-cap': String(LENT) }],
    ['EQUIPMENT', 'BUSINESS_CAP_EXCEEDED', { 'online.consumer-cap': String(LENT), 'online.business-cap': String(LENT - 1) }],
  ] as const)('%s above its cap is returned when the licence is ONLINE, and goes on when it is not', async (purpose, code, caps) => {
    for (const [licence, outcome] of [['ONLINE', { code }] as const, ['LOCAL', null] as const]) {
      await seedParameters(kit.p, { 'licence.kind': licence, ...caps });
      const one = await Case.begin(kit);
      await kit.inbox.receive(one.decisionMade());
      await kit.inbox.receive(one.signed({ purpose }));
      const handoff = await one.disburseHandoff();
      if (outcome) expect(handoff?.outcome).toMatchObject(outcome);
      else
        expect(await one.order()).toMatchObject({ state: 'OPEN', purpose, loanUse: code.startsWith('CONSUMER') ? 'CONSUMER' : 'BUSINESS' });
    }
    await seedParameters(kit.p);
  });

  it('what was repaid may be lent again', async () => {
    await seedParameters(kit.p, { 'licence.kind': 'ONLINE', 'online.business-cap': String(LENT) });
    const one = await paidOut();
    const again = await (await Case.begin(kit, { customerId: one.customerId })).opened();
    expect((await again.disburseHandoff())?.outcome).toMatchObject({ code: 'BUSINESS_CAP_EXCEEDED' });
    const loan = await kit.p.database.collection<{ _id: string }>('loans').findOne({ contractId: one.contractId });
    const repaid = { loanId: loan?._id ?? '', amountFen: 2 * LENT, paidOn: one.today, channel: 'BANK', channelTransactionId: newId('txn') };
    await kit.recordRepayment.execute(people.maker, { ...repaid, requestKey: newId('key') });
    await kit.inbox.receive(again.signed());
    expect(await again.order()).toMatchObject({ state: 'OPEN' });
    await seedParameters(kit.p);
  });
});

describe('[7.3] risk is told who is one risk with whom', () => {
  const told = async (groupId: string) =>
    (await sentMessages(kit.p)).filter((one) => one.type === 'finance.borrower-group-changed.v1' && one.subject === groupId);

  it('after every change, with all who are in the group then', async () => {
    const [one, two, three] = [newId('cus'), newId('cus'), newId('cus')];
    const groupId = await open([one, two]);
    await add(groupId, three);
    await remove(groupId, one);
    expect((await told(groupId)).map(({ data }) => data['customerIds'])).toEqual([[one], [one, two], [one, two, three], [two, three]]);
  });

  it('not of what was refused', async () => {
    const groupId = await open([newId('cus'), newId('cus')]);
    await expect(add(groupId, newId('cus'), { reason: ' ' })).rejects.toMatchObject({ code: 'GROUP_REASON_MISSING' });
    expect(await told(groupId)).toHaveLength(2);
  });
});
