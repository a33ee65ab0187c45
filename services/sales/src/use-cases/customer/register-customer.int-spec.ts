import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { residentId, Story } from '../../../test/builders/story.builder.js';
import { checkCharacter } from '../../domain/customer/resident-id.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { DuplicateQueries } from '../../queries/customer/duplicate.queries.js';
import { SubmitApplication } from '../application/submit-application.use-case.js';
import { CorrectCustomer } from './correct-customer.use-case.js';
import { RegisterCustomer } from './register-customer.use-case.js';
import type { RegisterCustomerRequest } from './register-customer.use-case.js';

let desk: SalesDesk;
let story: Story;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, colleague]);
});
afterAll(() => desk.stop());

const read = (id: string) => story.read((tx) => desk.get(Customers).get(id, tx));
const identity = (number: string, change: object = {}) => ({
  ...{ type: 'INDIVIDUAL' as const, name: '李晓红', residentId: number, phone: '13900139001', address: '上海市浦东新区某路 2 号' },
  ...change,
});
const register = (request: RegisterCustomerRequest, by = desk.seller) => desk.get(RegisterCustomer).execute(by, request);
/** An old number and the 18 characters of the same person. */
let people = 0;
const oldNumber = () => `110105700101${String(100 + people++)}`;
const upgraded = (old: string) => {
  const seventeen = `${old.slice(0, 6)}19${old.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
};
const paper = () => desk.upload({ kind: 'employee', id: desk.manager.employeeId });
const override = async (change: object = {}) => ({
  ...{ field: 'residentId' as const, reason: '持一代身份证原件', fileId: await paper() },
  ...change,
});

describe('[3.5-3.9] the file of a new customer', () => {
  test('is graded at once, and has its first visit', async () => {
    const id = await register({ identity: identity(residentId()) });
    const file = await read(id);
    expect(file.grades).toMatchObject([{ grade: 'C', cause: 'REGISTERED', by: desk.seller.employeeId }]);
    expect(file.regradeDueOn && file.regradeDueOn > desk.platform.clock.today()).toBe(true);
  });

  test('two register the same identity at once: one file', async () => {
    const number = residentId();
    const tries = [desk.seller, colleague].map((by) => codesOf(register({ identity: identity(number) }, by)));
    expect((await Promise.all(tries)).flat()).toEqual(['CUSTOMER_EXISTS']);
  });

  test('the manager may register for a salesperson, nobody else for a colleague', async () => {
    const request = { identity: identity(residentId()), ownerId: colleague.employeeId };
    expect(await codesOf(register(request))).toEqual(['OWNER_NOT_YOURS']);
    expect(await codesOf(register({ ...request, ownerId: newId('emp') }, desk.manager))).toEqual(['NOT_A_SALESPERSON']);
    expect((await read(await register(request, desk.manager))).ownerId).toBe(colleague.employeeId);
  });
});

describe('[3.6] a number that does not pass the check though the paper is real', () => {
  test('is accepted by the manager with reason and paper, which stand on the file, encrypted', async () => {
    const number = oldNumber();
    const id = await register({ identity: identity(number), override: await override() }, desk.manager);
    const file = await read(id);
    expect(file.residentId).toBe(number);
    expect(file.overrides).toMatchObject([
      { field: 'residentId', value: number, problem: 'SHAPE', reason: '持一代身份证原件', by: desk.manager.employeeId },
    ]);
    expect(JSON.stringify(await desk.platform.database.collection('customers').findOne({ _id: id }))).not.toContain(number);
    expect((await desk.files.find(file.overrides[0]?.fileId ?? ''))?.attachedTo).toEqual({ kind: 'customer', id });
    await desk.get(CorrectCustomer).execute(desk.manager, { customerId: id, reason: '客户换号', phone: '13700137009' });
    expect((await read(id)).residentId).toBe(number);
  });

  test('never makes a second file: the old number and the new one are one person', async () => {
    const number = oldNumber();
    await register({ identity: identity(upgraded(number)) });
    const again = { identity: identity(number), override: await override() };
    expect(await codesOf(register(again, desk.manager))).toEqual(['CUSTOMER_EXISTS']);
  });

  test('never makes anybody older, neither now nor at the application', async () => {
    const request = { identity: identity('H7654321') };
    const young = { ...request, override: await override({ birthDate: '2015-01-01' as LocalDate }) };
    expect(await codesOf(register(young, desk.manager))).toEqual(['UNDER_AGE']);
    expect(await codesOf(register({ ...request, override: await override() }, desk.manager))).toEqual(['BIRTH_DATE_NOT_TOLD']);
    const stated = await override({ birthDate: '1985-01-01' as LocalDate });
    const customerId = await register({ ...request, override: stated, ownerId: desk.seller.employeeId }, desk.manager);
    const { consents } = await read(await story.customer());
    await story.write(async (tx) => desk.get(Customers).save({ ...(await desk.get(Customers).get(customerId, tx)), consents }, tx));
    await story.publishProduct();
    const applicationId = await story.given({ customerId });
    expect(await codesOf(desk.get(SubmitApplication).execute(desk.seller, { applicationId }))).toEqual([]);
  });

  test.each<[string, () => Promise<object>, string]>([
    ['without a reason', () => override({ reason: ' ' }), 'REASON_REQUIRED'],
    ['without a paper', () => override({ fileId: newId('fil') }), 'FILE_NOT_VERIFIED'],
    [
      'with a paper about somebody else',
      async () => override({ fileId: await desk.upload({ kind: 'customer', id: newId('cus') }) }),
      'FILE_NOT_VERIFIED',
    ],
    ['of another field', () => override({ field: 'creditCode' }), 'CREDIT_CODE_INVALID'],
  ])('%s it is refused, and nothing changed', async (_title, made, code) => {
    const request = { identity: identity(oldNumber()), override: (await made()) as never };
    const before = await desk.snapshot();
    expect(await codesOf(register(request, desk.manager))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });

  test('a number that passes needs none', async () => {
    const request = { identity: identity(residentId()), override: await override() };
    expect(await codesOf(register(request, desk.manager))).toEqual(['OVERRIDE_NOT_NEEDED']);
  });

  test('a salesperson is refused, at registration and at correction', async () => {
    const fileId = await desk.upload({ kind: 'employee', id: desk.seller.employeeId });
    const before = await desk.snapshot();
    const request = { identity: identity(oldNumber()), override: await override({ fileId }) };
    const afterUpload = await desk.snapshot();
    expect(before).not.toBe('');
    expect(await codesOf(register(request))).toEqual(['OVERRIDE_NOT_PERMITTED']);
    expect(await desk.snapshot()).toBe(afterUpload);
    const customerId = await story.customer();
    const evidence = await desk.upload({ kind: 'customer', id: customerId });
    const correction = { customerId, reason: '证件换发', residentId: oldNumber(), override: await override({ fileId: evidence }) };
    expect(await codesOf(desk.get(CorrectCustomer).execute(desk.seller, correction))).toEqual(['OVERRIDE_NOT_PERMITTED']);
    await desk.get(CorrectCustomer).execute(desk.manager, correction);
    expect((await read(customerId)).overrides).toHaveLength(1);
  });
});

describe('[3.6, 3.7] possible duplicates', () => {
  const duplicates = () => new DuplicateQueries(desk.platform.database, desk.platform.cipher);

  test('a colleague’s file is a hint that it exists and whose it is; one’s own may be opened', async () => {
    const phone = '13812340001';
    const theirs = await register({ identity: identity(residentId(), { phone, name: '赵大' }) }, colleague);
    const own = await register({ identity: identity(residentId(), { phone, name: '赵二' }) });
    const mine = await register({ identity: identity(residentId(), { phone, name: '赵三' }) });
    const found = await duplicates().ofCustomer(mine, desk.seller);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ customerId: null, ownerId: colleague.employeeId, signs: ['PHONE'] });
    expect(found).toContainEqual({ customerId: own, ownerId: desk.seller.employeeId, signs: ['PHONE'] });
    const asManager = await duplicates().like({ phone: '+86 138 1234 0001' }, null, desk.manager);
    expect(asManager.map(({ customerId }) => customerId).sort()).toEqual([theirs, own, mine].sort());
    expect(await duplicates().ofCustomer(theirs, desk.seller)).toEqual([]);
  });

  test('a name counts only with the last four of the number', async () => {
    const number = residentId();
    await register({ identity: identity(number, { name: '钱多多', phone: '13812340009' }) });
    const ask = (question: object) => duplicates().like(question, null, desk.seller);
    expect(await ask({ name: '钱多多', identityLastFour: number.slice(-4).toLowerCase() })).toMatchObject([{ signs: ['NAME_AND_NUMBER'] }]);
    expect(await ask({ name: '钱多', identityLastFour: number.slice(-4) })).toEqual([]);
    for (const empty of [{}, { name: '钱多多' }, { identityLastFour: '0000' }])
      expect(await codesOf(ask(empty))).toEqual(['INPUT_INVALID']);
  });
});
