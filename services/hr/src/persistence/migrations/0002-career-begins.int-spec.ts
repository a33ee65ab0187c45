import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { Role } from '@weilend/contracts';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { hrService } from '../../hr.module.js';
import { careerBegins } from './0002-career-begins.js';

let p: PlatformUnderTest;
beforeAll(async () => void (p = await testPlatform('hr', hrService)));
afterAll(() => p.stop());

test('[6.10, 5.9] everybody who sold before has a place on the ladder, the company its first ladder and rules; again changes nothing', async () => {
  const put = async (role: Role, change: object = {}): Promise<string> => {
    const row = {
      _id: newId('emp'),
      version: 3,
      employeeNo: newId('emp'),
      name: '李小雨',
      roles: [role],
      managerId: null,
      hiredOn: '2025-02-03',
      active: true,
    };
    await p.database.collection<{ _id: string }>('employees').insertOne({ ...row, ...change });
    return row._id;
  };
  const [sells, leads, other, gone] = [
    await put('salesperson', { managerId: 'emp_m' }),
    await put('sales-manager'),
    await put('investigator'),
    await put('salesperson', { active: false }),
  ];
  await careerBegins.up(p.database);
  const rows = () => p.database.collection<{ _id: string }>('career_standings').find().sort({ _id: 1 }).toArray();
  const first = await rows();
  const of = (id: string) => first.find(({ _id }) => _id === id);
  expect(of(sells)).toMatchObject({
    level: 'SALESPERSON',
    since: '2025-02-03',
    managerId: 'emp_m',
    talkDueOn: addDays(p.clock.today(), 90),
    version: 1,
  });
  expect(of(leads)).toMatchObject({ level: 'MANAGER', active: true });
  expect(of(gone)).toMatchObject({ level: 'SALESPERSON', active: false, talkDueOn: null });
  expect(of(other)).toBeUndefined();
  await careerBegins.up(p.database);
  expect(await rows()).toEqual(first);
  expect(await p.database.collection('career_ladders').countDocuments()).toBe(1);
  expect(await p.database.collection('honour_rules').countDocuments()).toBe(4);
});
