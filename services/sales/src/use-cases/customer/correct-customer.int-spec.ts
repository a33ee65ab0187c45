import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { residentId, Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CorrectCustomer } from './correct-customer.use-case.js';
import { GradeCustomer } from '../grading/grade-customer.use-case.js';
import { RecordConsent } from './record-consent.use-case.js';
import { RegisterCustomer } from './register-customer.use-case.js';
import { TransferCustomer } from './transfer-customer.use-case.js';
import { UpdateCustomerProfile } from './update-customer-profile.use-case.js';

let desk: SalesDesk;
let story: Story;
const colleague = person('sales', 'salesperson');

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, colleague, person('risk', 'investigator')]);
});

afterAll(() => desk.stop());

const stored = async (id: string) => JSON.stringify(await desk.platform.database.collection('customers').findOne({ _id: id }));
const read = (id: string) => story.read((tx) => desk.get(Customers).get(id, tx));
const correct = (customerId: string, change: object, by = desk.seller) =>
  desk.get(CorrectCustomer).execute(by, { customerId, reason: '录入错误', ...change });

describe('[3.6, 3.7] the file of a customer', () => {
  test('personal data are encrypted at rest, in the history too, and read back as they were', async () => {
    const number = residentId();
    const identity = {
      type: 'INDIVIDUAL' as const,
      name: '王小明',
      residentId: number,
      phone: '13800138000',
      address: '北京市朝阳区某路 1 号',
    };
    const id = await desk.get(RegisterCustomer).execute(desk.seller, { identity });
    await correct(id, { phone: '13900139000' });
    const row = await stored(id);
    for (const secret of [number, '13800138000', '13900139000', '某路']) expect(row).not.toContain(secret);
    expect(await read(id)).toMatchObject({
      ...{ residentId: number, phone: '13900139000' },
      corrections: [
        { reason: '录入错误', by: desk.seller.employeeId, fields: [{ field: 'phone', oldValue: '13800138000', newValue: '13900139000' }] },
      ],
    });
  });

  test('[4.23] another legal representative is told to risk, without a name; another telephone is not', async () => {
    const business = { type: 'MICRO_ENTERPRISE' as const, creditCode: '91350100M000100Y43', representativeName: '李四' };
    const id = await story.customer(business);
    const told = async () => (await sentMessages(desk.platform)).filter((one) => one.subject === id);
    await correct(id, { phone: '13900139001' });
    expect(await told()).toEqual([]);
    await correct(id, { representativeName: '赵六' });
    expect(await told()).toMatchObject([
      { type: 'sales.representative-changed.v1', data: { customerId: id, changedBy: desk.seller.employeeId } },
    ]);
    expect(JSON.stringify(await told())).not.toMatch(/李四|赵六/);
  });

  test.each<[string, object, string[]]>([
    ['a number that does not add up', { residentId: '110105194912310021' }, ['RESIDENT_ID_INVALID']],
    ['a mobile number that is none', { phone: '123' }, ['MOBILE_INVALID']],
    ['nothing', {}, ['CORRECTION_EMPTY']],
    ['something without a reason', { phone: '13700137000', reason: ' ' }, ['REASON_REQUIRED']],
  ])('[1.5, 3.6] correcting %s is refused, and nothing changed', async (_title, change, codes) => {
    const id = await story.customer();
    const before = await desk.snapshot();
    expect(await codesOf(correct(id, change))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('[3.6] a correction may not make two files for one person', async () => {
    const number = residentId();
    await story.customer({ residentId: number });
    expect(await codesOf(correct(await story.customer(), { residentId: number }))).toEqual(['CUSTOMER_EXISTS']);
  });

  test('[3.7] another salesperson’s customer does not exist for him', async () => {
    const id = await story.customer();
    for (const act of [correct(id, { phone: '13700137000' }, colleague), desk.get(GradeCustomer).execute(colleague, { customerId: id })]) {
      expect(await codesOf(act)).toEqual(['NOT_FOUND']);
    }
    const fileId = await desk.upload({ kind: 'customer', id });
    const consent = { customerId: id, kind: 'MARKETING' as const, purpose: '营销信息', textVersion: '1', fileId };
    expect(await codesOf(desk.get(RecordConsent).execute(colleague, consent))).toEqual(['NOT_FOUND']);
    expect((await desk.files.find(fileId))?.state).toBe('verified');
  });

  test('[4.10] a consent is kept with its paper until its parameter says', async () => {
    const id = await story.customer({ consents: [] });
    const fileId = await desk.upload({ kind: 'customer', id });
    const consent = { customerId: id, kind: 'CREDIT_INQUIRY' as const, purpose: '贷款申请审查', textVersion: '1', fileId };
    await desk.get(RecordConsent).execute(desk.seller, consent);
    const [kept] = (await read(id)).consents;
    expect(kept).toMatchObject({ kind: 'CREDIT_INQUIRY', fileId, givenOn: desk.platform.clock.today() });
    expect(kept && kept.validUntil > kept.givenOn).toBe(true);
    expect(await codesOf(desk.get(RecordConsent).execute(desk.seller, consent))).toEqual(['FILE_NOT_VERIFIED']);
  });
});

describe('[3.5, 3.8-3.10] looking after a customer', () => {
  test('a complete file is graded with reasons, and the visit follows the grade', async () => {
    const id = await story.customer();
    const basic = { occupation: 'SKILLED', education: 'COLLEGE', residence: 'OWN', yearsAtResidence: 8 };
    const financial = { monthlyIncome: 2_000_000, monthlyExpense: 500_000, assets: 50_000_000, liabilities: 0, statedLatePayments: 0 };
    const needs = { purpose: 'EQUIPMENT', amount: 3_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' };
    const employment = { employer: '某某公司', position: '技工', employedMonths: 40 };
    const debts = { otherLoans: 0, otherLoansBalance: 0, monthlyDebtService: 0, guarantees: 0 };
    const profile = { basic, employment, family: { maritalStatus: 'MARRIED', dependants: 1 }, financial, debts, needs };
    await desk.get(UpdateCustomerProfile).execute(desk.seller, { customerId: id, profile });
    const today = desk.platform.clock.today();
    const filed = await read(id);
    expect(filed.filedAt).toBeInstanceOf(Date);
    expect(filed.grades).toMatchObject([{ grade: 'A', score: 100, scorecardVersion: 1, gradedOn: today, cause: 'PROFILE' }]);
    expect(filed.nextVisitOn).toBe(today);
    await desk.get(GradeCustomer).execute(desk.seller, { customerId: id });
    expect((await read(id)).grades).toHaveLength(1);
  });

  test('[3.6] a profile that contradicts itself is refused, and nothing changed', async () => {
    const id = await story.customer();
    const before = await desk.snapshot();
    const profile = { debts: { otherLoans: 0, otherLoansBalance: 5_000 }, family: { dependants: -1 } };
    const act = desk.get(UpdateCustomerProfile).execute(desk.seller, { customerId: id, profile });
    expect(await codesOf(act)).toEqual(['PROFILE_VALUE_INVALID', 'PROFILE_CONTRADICTION']);
    expect(await desk.snapshot()).toBe(before);
  });

  test('a customer goes to another active salesperson, and only there', async () => {
    const id = await story.customer();
    const transfer = (toEmployeeId: string) =>
      desk.get(TransferCustomer).execute(desk.manager, { customerId: id, toEmployeeId, reason: '区域调整' });
    expect(await codesOf(transfer(person('sales', 'salesperson').employeeId))).toEqual(['NOT_A_SALESPERSON']);
    await transfer(colleague.employeeId);
    expect((await read(id)).ownerId).toBe(colleague.employeeId);
    expect(await codesOf(correct(id, { phone: '13700137000' }))).toEqual(['NOT_FOUND']);
  });
});
