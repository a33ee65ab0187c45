import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { handoffRows, inboxOf, MessageSource, sentMessages, sentTypes, snapshotOf } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { administrator as admin, hired as hiredAs, peopleUnderTest } from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
import {
  RehangReportsWhenRehungInPart,
  RehangReportsWhenSomebodyLeft,
} from '../../consumers/rehang-reports-when-somebody-left.consumer.js';
import { hrService } from '../../hr.module.js';

let people: PeopleUnderTest;
let p: PlatformUnderTest;
beforeAll(async () => {
  people = await peopleUnderTest();
  p = people.platform;
});
afterAll(() => p.stop());

const hired = (department: Department, roles: string[]): Promise<string> => hiredAs(people, { department, roles });
const deactivate = (employeeId: string, by = admin): Promise<string> => people.deactivate.execute(by, { employeeId });

const handedOver = async (employeeId: string) => (await handoffRows(p)).filter((row) => row.subject === employeeId);

describe('[1.3, 2.13] who leaves', () => {
  test.each([
    ['a salesperson', 'salesperson'],
    ['the sales manager', 'sales-manager'],
  ])('%s: his customers become work of sales, after everybody knows that he left', async (_title, role) => {
    const employeeId = await hired('sales', [role]);
    await deactivate(employeeId);
    expect(await handedOver(employeeId)).toMatchObject([
      { type: 'transfer-portfolio', direction: 'out', to: 'sales', state: 'open', data: { employeeId } },
    ]);
    const types = (await sentMessages(p)).filter((one) => one.subject === employeeId).map((one) => one.type);
    expect(types.slice(-2)).toEqual(['hr.employee-deactivated.v1', 'handoff.transfer-portfolio.v1']);
  });

  test.each<[string, Department, string]>([
    ['an investigator', 'risk', 'investigator'],
    ['a trainer of sales', 'sales', 'trainer'],
    ['a finance officer', 'finance', 'finance-officer'],
  ])('%s owns no customers', async (_title, department, role) => {
    const employeeId = await hired(department, [role]);
    await deactivate(employeeId);
    expect(await handedOver(employeeId)).toEqual([]);
  });

  test.each<[string, string[], string[], number]>([
    ['out of sales', ['salesperson'], ['investigator'], 1],
    ['to lead sales', ['salesperson'], ['sales-manager'], 0],
    ['to train for sales', ['salesperson'], ['trainer'], 1],
    ['who never sold', ['trainer'], ['investigator'], 0],
  ])('who moves %s leaves his customers behind, or keeps them', async (_title, roles, after, given) => {
    const employeeId = await hired('sales', roles);
    const department = after[0] === 'investigator' ? ('risk' as const) : ('sales' as const);
    await people.change.execute(admin, { employeeId, department, roles: after });
    expect((await handedOver(employeeId)).map(({ type, data }) => [type, (data as { employeeId: string }).employeeId])).toEqual(
      Array.from({ length: given }, () => ['transfer-portfolio', employeeId]),
    );
    if (after[0] === 'sales-manager') await deactivate(employeeId);
  });

  test('[2.1] whom he led comes under the next one above who is still there, with what they asked him for; under nobody at the top', async () => {
    const led = (managerId: string | null) => hiredAs(people, { department: 'risk', roles: ['investigator'], managerId });
    const top = await led(null);
    const [middle, gone] = await led(top).then(async (id) => [id, await led(id)]);
    const leaver = await led(gone as string);
    const [one, other, away] = [await led(leaver), await led(leaver), await led(leaver)];
    const person = { ...admin, employeeId: one, roles: ['investigator'] };
    const days = { from: addDays(p.clock.today(), 1), to: addDays(p.clock.today(), 2) };
    const leaveId = await people.requestLeave.execute(person as never, { kind: 'ANNUAL', ...days });
    for (const employeeId of [away, gone as string, leaver]) await deactivate(employeeId);
    const source = new MessageSource();
    const inbox = inboxOf(p, [new RehangReportsWhenSomebodyLeft(people.rehang)]);
    const told = async (employeeId: string) => {
      const data = { employeeId, deactivatedAt: new Date().toISOString() };
      await inbox.receive(source.event('hr.employee-deactivated.v1', employeeId, data));
    };
    const managersOf = async (ids: readonly (string | undefined)[]) => {
      const found = new Map((await people.employeeQueries.byIds(ids.map(String))).map(({ id, managerId }) => [id, managerId]));
      return ids.map((id) => found.get(String(id)));
    };
    for (let twice = 0; twice < 2; twice++) await told(leaver);
    expect(await managersOf([one, other, away])).toEqual([middle, middle, leaver]);
    const [latest] = (await people.employeeQueries.changesOf(one, {})).nodes;
    expect(latest).toMatchObject({
      kind: 'TRANSFERRED',
      changedBy: 'service:hr',
      before: { managerId: leaver },
      after: { managerId: middle },
    });
    expect(await p.database.collection('leaves').findOne({ _id: leaveId } as never)).toMatchObject({ managerId: middle });
    await told(top);
    expect(await managersOf([middle])).toEqual([top]);
    await deactivate(top);
    await told(top);
    expect(await managersOf([middle])).toEqual([null]);
  });

  test('[2.1] a large team comes under another superior some at a time, each once', async () => {
    const led = (managerId: string | null) => hiredAs(people, { department: 'risk', roles: ['investigator'], managerId });
    const above = await led(null);
    const leaver = await led(above);
    const rows = p.database.collection<{ _id: string }>('employees');
    const one = await rows.findOne({ _id: await led(leaver) });
    const team = Array.from({ length: 60 }, (_, no) => ({ ...one, _id: newId('emp'), employeeNo: `T-${no}` }));
    await rows.insertMany(team as never);
    await deactivate(leaver);
    const source = new MessageSource();
    const inbox = inboxOf(p, [new RehangReportsWhenSomebodyLeft(people.rehang), new RehangReportsWhenRehungInPart(people.rehang)]);
    const count = (managerId: string) => rows.countDocuments({ managerId } as never);
    const data = { employeeId: leaver, deactivatedAt: new Date().toISOString() };
    await inbox.receive(source.event('hr.employee-deactivated.v1', leaver, data));
    expect([await count(leaver), await count(above)]).toEqual([11, 51]);
    expect(await sentTypes(p)).toContain('hr.reports-rehung-in-part.v1');
    for (let twice = 0; twice < 2; twice++)
      await inbox.receive(source.event('hr.reports-rehung-in-part.v1', leaver, { employeeId: leaver }));
    expect([await count(leaver), await count(above)]).toEqual([0, 62]);
    const ids = team.map(({ _id }) => _id);
    expect(await p.database.collection('employee_changes').countDocuments({ employeeId: { $in: ids } } as never)).toBe(60);
  });

  test.each<[string, () => Promise<() => Promise<string>>, string]>([
    [
      'twice',
      async () =>
        (
          (id) => () =>
            deactivate(id)
        )(await gone()),
      'ILLEGAL_TRANSITION',
    ],
    [
      'himself',
      async () =>
        (
          (id) => () =>
            deactivate(id, { ...admin, employeeId: id })
        )(await hired('sales', ['salesperson'])),
      'OWN_DEACTIVATION',
    ],
    ['a stranger', async () => () => deactivate(newId('emp')), 'NOT_FOUND'],
  ])('deactivating %s is refused and changes nothing', async (_title, given, code) => {
    const act = await given();
    const before = await snapshotOf(p, hrService.collections);
    await expect(act()).rejects.toMatchObject({ code });
    expect(await snapshotOf(p, hrService.collections)).toBe(before);
  });

  async function gone(): Promise<string> {
    const employeeId = await hired('sales', ['salesperson']);
    await deactivate(employeeId);
    return employeeId;
  }
});
