import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { handoffRows, person, sentMessages, snapshotOf, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { hrService } from '../../hr.module.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { HireEmployee } from './hire-employee.use-case.js';
import { DeactivateEmployee } from './deactivate-employee.use-case.js';

let p: PlatformUnderTest;
let numbers = 0;
const admin = person(null, 'administrator');
beforeAll(async () => void (p = await testPlatform('hr', hrService)));
afterAll(() => p.stop());

const employees = () => new Employees(p.database);

function hired(department: Department, roles: string[]): Promise<string> {
  const input = { employeeNo: `E-${++numbers}`, name: '李小雨', department, roles, password: 'correct horse battery' };
  return new HireEmployee(p.work, employees(), new Credentials(p.database), p.outbox, p.clock).execute(admin, input);
}

const deactivate = (employeeId: string, by = admin) =>
  new DeactivateEmployee(p.work, employees(), new SignIns(p.database), p.denied, p.outbox, p.handoffs).execute(by, { employeeId });

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
