import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  administrator,
  hired,
  hrManager,
  newcomer,
  OWN_PASSWORD,
  nobody,
  peopleActs,
  peopleUnderTest,
  settled,
} from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
import { peopleAndSignIn } from './0001-people-and-sign-in.js';
import { nameKeys } from './0006-name-keys.js';

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

const rows = (name: string) => people.platform.database.collection<{ _id: string }>(name);
const everything = async (): Promise<string> => {
  const names = ['employees', 'employee_changes', 'credentials', 'sign_ins', 'signing_key_pairs'];
  return JSON.stringify(await Promise.all(names.map((name) => rows(name).find().sort({ _id: 1 }).toArray())));
};

/** What the version of before stored. */
async function asBefore(): Promise<void> {
  await rows('employees').updateMany({}, { $unset: { position: '', level: '', leftBecause: '' } });
  await rows('employee_changes').deleteMany({});
  await rows('credentials').updateMany({}, { $unset: { mustChange: '', earlierHashes: '' } });
  await rows('sign_ins').updateMany({}, { $unset: { device: '', lastUsedAt: '', endedBecause: '' } });
  await rows('signing_key_pairs').updateMany({}, { $unset: { serial: '', signsFrom: '', withdrawnAt: '' } });
}

test('[2.1] people, passwords, sign-ins and keys from before go on, each with a history; twice is once', async () => {
  const { employeeId: staying, employeeNo } = await settled(people);
  const leaving = await hired(people);
  await people.deactivate.execute(hrManager, { employeeId: leaving });
  const { refreshToken } = await people.signIn.execute(nobody, { employeeNo, password: OWN_PASSWORD });
  const key = (await rows('signing_key_pairs').findOne({}))?._id;
  await asBefore();
  await peopleAndSignIn.up(people.platform.database);
  const after = await everything();
  await peopleAndSignIn.up(people.platform.database);
  expect(await everything()).toBe(after);

  const again = peopleActs(people.platform);
  const kinds = async (id: string) => (await again.employeeQueries.changesOf(id, {})).nodes.map(({ kind, changedBy }) => [kind, changedBy]);
  expect(await kinds(staying)).toEqual([['HIRED', 'service:hr']]);
  expect(await kinds(leaving)).toEqual([
    ['DEACTIVATED', 'service:hr'],
    ['HIRED', 'service:hr'],
  ]);
  expect(await again.employeeQueries.asOf(leaving, people.platform.clock.today())).toMatchObject({ active: false, leftBecause: 'OTHER' });
  await again.change.execute(hrManager, { employeeId: staying, department: 'sales', roles: ['salesperson'], position: '客户经理' });
  await again.refresh.execute(nobody, { refreshToken });
  expect((await again.signInQueries.signingKeys()).map(({ id, signs }) => [id, signs])).toEqual([[key, true]]);
});

test('[1.3] of several keys of before the newest signs, the others are withdrawn', async () => {
  const keys = rows('signing_key_pairs');
  const [present] = await keys.find().toArray();
  const _id = 'key_00000000000000000000000001';
  const privateJwk = people.platform.cipher.encrypt('{}', { collection: 'signing_key_pairs', id: _id, field: 'privateJwk' });
  await keys.insertOne({ _id, version: 1, publicJwk: { kid: _id }, privateJwk, createdAt: new Date(0), retiredAt: null } as never);
  await asBefore();
  await peopleAndSignIn.up(people.platform.database);
  const again = peopleActs(people.platform);
  expect((await again.ring.current()).id).toBe(present?._id);
  expect(await again.ring.withdrawRetired()).toBe(1);
});

test('[1.3] who was dismissed before is known again however his name is written; again changes nothing', async () => {
  const { database } = people.platform;
  const employees = rows('employees');
  const employeeId = await hired(people, { name: '阿依古丽·买买提' });
  await people.deactivate.execute(administrator, { employeeId, cause: 'DISMISSED', reason: '伪造资料' });
  await employees.updateMany({}, { $unset: { nameKey: '' } });
  await employees.createIndex({ name: 1 }, { name: 'name' });
  const back = () => people.hire.execute(administrator, newcomer({ name: '阿依古丽•买买提 ' }));
  await nameKeys.up(database);
  const after = JSON.stringify(await employees.find().sort({ _id: 1 }).toArray());
  await nameKeys.up(database);
  expect(JSON.stringify(await employees.find().sort({ _id: 1 }).toArray())).toBe(after);
  expect((await employees.indexes()).map(({ name }) => name)).not.toContain('name');
  await expect(back()).rejects.toMatchObject({ code: 'NAME_OF_DISMISSED' });
});
