import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { draft } from '../../../test/builders/inputs.builder.js';
import { assigned, investigated, opened, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';

let risk: RiskUnderTest;
const third = person('risk', 'investigator');
const seller = person('sales', 'salesperson');
beforeAll(async () => {
  risk = await riskUnderTest();
  await seedPeople(risk.platform, [third, seller]);
});
afterAll(() => risk.platform.stop());

const load = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));
const stored = (id: string) => risk.platform.database.collection('investigations').findOne({ _id: id as never });
const conflict = (employeeId: string, customerId: string, by = risk.people.manager) =>
  risk.declare.execute(by, { employeeId, customerId, relation: 'RELATIVE', reason: 'a cousin of the borrower' });
const everybody = () => [risk.people.first, risk.people.second, third].map((one) => one.employeeId);

describe('[4.11] a pair by load and conflict', () => {
  test('the two with the least open work; each new investigation goes to who has less', async () => {
    const pairs: string[][] = [];
    for (let count = 0; count < 3; count++) {
      const { id } = await opened(risk);
      await risk.assignProposed.execute(risk.people.manager, { investigationId: id });
      pairs.push([...(await load(id)).investigatorIds]);
    }
    const times = everybody().map((employeeId) => pairs.flat().filter((one) => one === employeeId).length);
    expect(times).toEqual([2, 2, 2]);
  });

  test('who is close to the customer, or away, is passed over', async () => {
    const { id, customerId } = await opened(risk);
    await conflict(risk.people.first.employeeId, customerId);
    await risk.assignProposed.execute(risk.people.manager, { investigationId: id });
    expect([...(await load(id)).investigatorIds].sort()).toEqual([risk.people.second.employeeId, third.employeeId].sort());
    const other = await opened(risk, { customerId });
    const absentIds = [third.employeeId];
    const refused = risk.assignProposed.execute(risk.people.manager, { investigationId: other.id, absentIds });
    await expect(refused).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND', data: { free: 1 } });
    expect((await load(other.id)).state).toBe('OPENED');
  });

  test('by hand neither, until the conflict is ended', async () => {
    const { id, customerId } = await opened(risk);
    const conflictId = await conflict(risk.people.first.employeeId, customerId);
    const input = { investigationId: id, investigatorIds: [risk.people.first.employeeId, third.employeeId] };
    await expect(risk.assign.execute(risk.people.manager, input)).rejects.toMatchObject({ code: 'INVESTIGATOR_CONFLICTED' });
    await risk.endConflict.execute(risk.people.manager, { conflictId, reason: 'another person of the same name' });
    await risk.assign.execute(risk.people.manager, input);
    expect((await load(id)).assignments).toMatchObject([{ proposed: false, reason: null, assignedBy: risk.people.manager.employeeId }]);
  });

  test('one of the two leaves: the other goes on with the least loaded, and why is kept', async () => {
    const { id } = await assigned(risk);
    const { first, second, manager } = risk.people;
    await risk.replace.execute(manager, { investigationId: id, leavingId: first.employeeId, reason: 'has left the company' });
    const { investigatorIds, assignments, plans } = await load(id);
    expect(investigatorIds).toEqual([second.employeeId, third.employeeId]);
    expect(assignments.at(-1)).toMatchObject({ reason: 'has left the company', proposed: true });
    expect(plans).toHaveLength(1);
  });

  test.each<[string, () => object, string]>([
    ['who is not of the pair', () => ({ leavingId: third.employeeId }), 'INVESTIGATOR_NOT_OF_PAIR'],
    ['by the other one again', () => ({ replacementId: risk.people.second.employeeId }), 'INVESTIGATORS_NOT_TWO'],
    ['by a salesperson', () => ({ replacementId: seller.employeeId }), 'INVESTIGATOR_NOT_ELIGIBLE'],
    ['without a reason', () => ({ reason: '' }), 'TEXT_MISSING'],
    ['when nobody is free', () => ({ absentIds: [third.employeeId] }), 'PAIR_NOT_FOUND'],
  ])('nobody is replaced: %s', async (_name, change, code) => {
    const before = await assigned(risk);
    const input = { investigationId: before.id, leavingId: risk.people.first.employeeId, reason: 'is away for a month', ...change() };
    await expect(risk.replace.execute(risk.people.manager, input)).rejects.toMatchObject({ code });
    expect(await load(before.id)).toEqual(before);
  });
});

describe('[4.11, 3.7] the register of conflicts', () => {
  test('a person declares for himself; the reason is not readable in the database', async () => {
    const customerId = newId('cus');
    const declared = { customerId, relation: 'SPOUSE' as const, reason: 'married to the borrower' };
    const id = await risk.declare.execute(seller, declared);
    expect(await reading(risk, (tx) => risk.conflicts.get(id, tx))).toMatchObject({
      employeeId: seller.employeeId,
      reason: declared.reason,
    });
    expect(JSON.stringify(await risk.platform.database.collection('investigator_conflicts').findOne({ _id: id as never }))).not.toContain(
      'married',
    );
    await expect(risk.declare.execute(seller, declared)).rejects.toMatchObject({ code: 'CONFLICT_ALREADY_DECLARED' });
  });

  test('nobody but the risk manager excludes somebody else, and only who is known', async () => {
    await expect(conflict(third.employeeId, newId('cus'), seller)).rejects.toMatchObject({ code: 'CONFLICT_FOR_OTHERS' });
    await expect(conflict(newId('emp'), newId('cus'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[G3] who declares a conflict in the middle can not sign the report off', async () => {
    const { id, customerId } = await investigated(risk);
    await risk.declare.execute(risk.people.first, { customerId, relation: 'FRIEND', reason: 'we went to school together' });
    await expect(risk.finalise.execute(risk.people.second, draft(id))).rejects.toMatchObject({ code: 'INVESTIGATOR_CONFLICTED' });
    const replaced = { investigationId: id, leavingId: risk.people.first.employeeId, reason: 'is a friend of the borrower' };
    await risk.replace.execute(risk.people.manager, replaced);
    expect(await risk.finalise.execute(risk.people.second, draft(id))).toMatch(/^rep_/);
  });
});

describe('[4.10] the outline', () => {
  const soon = () => new Date(Date.now() + 3_600_000);
  const checks = () => [
    { method: 'SITE_VISIT' as const, place: 'the shop in Chaoyang district', people: 'Mr Wang', dueAt: soon() },
    { method: 'PHONE_VERIFICATION' as const, people: 'the accountant', dueAt: soon() },
    { method: 'BUREAU_INQUIRY' as const, dueAt: soon() },
    { method: 'DATA_ANALYSIS' as const, dueAt: soon() },
  ];

  test('stands from the first moment with the deadlines of the company, and is due as a field of its own', async () => {
    const { id, plans } = await assigned(risk);
    expect(plans).toMatchObject([{ planNo: 1, checks: [{ method: 'SITE_VISIT' }, {}, {}, {}] }]);
    const first = Math.min(...(plans[0]?.checks ?? []).map((one) => one.dueAt.getTime()));
    expect((await stored(id))?.['checkDueAt']).toEqual(new Date(first));
  });

  test('[3.7] where and whom are not readable in the database; the earlier outline stays', async () => {
    const { id } = await assigned(risk);
    await risk.plan.execute(risk.people.first, { investigationId: id, checks: checks(), focus: 'is the shop his own?' });
    expect((await load(id)).plans).toMatchObject([
      { planNo: 1 },
      { planNo: 2, checks: [{ place: 'the shop in Chaoyang district' }, {}, {}, {}] },
    ]);
    const row = JSON.stringify(await stored(id));
    for (const secret of ['Chaoyang', 'Mr Wang', 'accountant']) expect(row).not.toContain(secret);
  });

  test('all checks done: nothing is due', async () => {
    const { id } = await investigated(risk);
    expect((await stored(id))?.['checkDueAt']).toBeNull();
  });

  test('only the two write it', async () => {
    const before = await assigned(risk);
    const planned = risk.plan.execute(third, { investigationId: before.id, checks: checks() });
    await expect(planned).rejects.toMatchObject({ code: 'NOT_ASSIGNED' });
    expect(await load(before.id)).toEqual(before);
  });
});
