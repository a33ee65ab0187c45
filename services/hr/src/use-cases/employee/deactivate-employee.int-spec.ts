import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { administrator as admin, hired as hiredAs, peopleUnderTest } from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
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
