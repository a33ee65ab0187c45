import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { residentId, Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { CustomerQueries } from '../../queries/customer/customer.queries.js';
import { ServicePlans } from '../../queries/customer/service-plans.queries.js';
import { RecordReturnVisit } from '../care/record-return-visit.use-case.js';
import { CreateApplication } from '../application/create-application.use-case.js';
import { CreateLead } from '../enquiry/create-lead.use-case.js';
import { OpenEnquiry } from '../enquiry/open-enquiry.use-case.js';
import { AddBankCard } from './add-bank-card.use-case.js';
import { MergeCustomers } from './merge-customers.use-case.js';
import { RegisterCustomer } from './register-customer.use-case.js';
import { TransferCustomer } from './transfer-customer.use-case.js';
import { UpdateCustomerProfile } from './update-customer-profile.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: CustomerQueries;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, colleague]);
  const { database, cipher, parameters, clock } = desk.platform;
  queries = new CustomerQueries(database, desk.get(Customers), cipher, new ServicePlans(parameters, clock), clock);
});
afterAll(() => desk.stop());

const read = (id: string) => story.read((tx) => desk.get(Customers).get(id, tx));
const rows = (collection: string, filter: object) => desk.platform.database.collection(collection).find(filter).toArray();
const merge = (survivorId: string, mergedId: string, change: object = {}) =>
  desk.get(MergeCustomers).execute(desk.manager, { survivorId, mergedId, reason: '重复建档', ...change });
const errorPaper = async (mergedId: string) => ({ entryErrorFileId: await desk.upload({ kind: 'customer', id: mergedId }) });

/** A colleague's file with everything that can hang on one. */
async function fullFile(): Promise<string> {
  const id = await story.customer({ ownerId: colleague.employeeId, name: '孙小重' });
  const visit = { customerId: id, way: 'PHONE' as const, useOfLoan: '用于进货', business: '经营正常', furtherNeeds: '暂无需求' };
  await desk.get(RecordReturnVisit).execute(colleague, visit);
  await desk.get(AddBankCard).execute(colleague, { customerId: id, number: '4000000000000002', bank: '工商银行' });
  await desk.get(OpenEnquiry).execute(colleague, { customerId: id });
  await desk.get(CreateApplication).execute(colleague, { customerId: id });
  const lead = { channel: 'REFERRAL' as const, referrerId: id, contactName: '王某' };
  await desk.get(CreateLead).execute(colleague, lead);
  return id;
}

describe('[3.6] two files of one customer', () => {
  test('everything moves to the surviving file and its owner, the other stays readable and resolves', async () => {
    const survivorId = await story.customer({ grades: [] });
    const mergedId = await fullFile();
    const cardsOf = (await read(mergedId)).cards;
    await merge(survivorId, mergedId, await errorPaper(mergedId));
    for (const collection of ['applications', 'enquiries']) {
      expect(await rows(collection, { customerId: mergedId })).toEqual([]);
      expect(await rows(collection, { customerId: survivorId })).toMatchObject([{ salespersonId: desk.seller.employeeId }]);
    }
    expect(await rows('leads', { referrerId: survivorId })).toMatchObject([{ salespersonId: colleague.employeeId }]);
    expect(await rows('return_visits', { customerId: survivorId })).toMatchObject([{ salespersonId: colleague.employeeId }]);
    const survivor = await read(survivorId);
    expect(survivor.cards).toEqual(cardsOf);
    expect(survivor.consents).toHaveLength(4);
    expect(survivor.grades.at(-1)).toMatchObject({ cause: 'MERGE' });
    const [found] = await queries.byIds([mergedId], desk.seller);
    expect(found).toMatchObject({ id: mergedId, name: '孙小重', merged: { intoId: survivorId, reason: '重复建档' } });
    const listed = await queries.list({ name: '孙小重' }, desk.manager);
    expect(listed.nodes).toEqual([]);
    const told = (await sentMessages(desk.platform)).filter(({ type }) => type === 'sales.customer-merged.v1');
    expect(told).toMatchObject([{ subject: mergedId, data: { survivorId, mergedId, mergedBy: desk.manager.employeeId } }]);
  });

  test('nothing is done on a merged file any more: the refusal names the one to go on with', async () => {
    const [survivorId, mergedId] = [await story.customer(), await story.customer()];
    await merge(survivorId, mergedId, await errorPaper(mergedId));
    const acts = [
      () => desk.get(CreateApplication).execute(desk.seller, { customerId: mergedId }),
      () => desk.get(OpenEnquiry).execute(desk.seller, { customerId: mergedId }),
      () => desk.get(UpdateCustomerProfile).execute(desk.seller, { customerId: mergedId, profile: {} }),
      () => merge(survivorId, mergedId),
      () => merge(mergedId, survivorId),
    ];
    for (const act of acts) expect(await codesOf(act())).toEqual(['CUSTOMER_MERGED']);
  });

  test('the wrong number is free again, and a file merged twice leads to the last one', async () => {
    const number = residentId();
    const [lastId, middleId, firstId] = [await story.customer(), await story.customer(), await story.customer({ residentId: number })];
    await merge(middleId, firstId, await errorPaper(firstId));
    await merge(lastId, middleId, await errorPaper(middleId));
    expect((await read(firstId)).merged).toMatchObject({ intoId: lastId });
    const identity = { type: 'INDIVIDUAL' as const, name: '真本人', residentId: number, phone: '13800138111', address: '北京市海淀区' };
    expect(await codesOf(desk.get(RegisterCustomer).execute(desk.seller, { identity }))).toEqual([]);
    await desk.get(TransferCustomer).execute(desk.manager, { customerId: lastId, toEmployeeId: colleague.employeeId, reason: '区域调整' });
    expect((await read(firstId)).ownerId).toBe(colleague.employeeId);
  });

  test.each<[string, () => Promise<object>, string]>([
    ['two valid numbers without a paper', async () => ({}), 'MERGE_IDENTITY_DIFFERS'],
    ['a paper about something else', async () => errorPaper(newId('cus')), 'FILE_NOT_VERIFIED'],
    ['no reason', async () => ({ reason: '  ' }), 'REASON_REQUIRED'],
    ['a file that is not there', async () => ({ mergedId: newId('cus') }), 'NOT_FOUND'],
  ])('%s: refused, and nothing changed', async (_title, change, code) => {
    const [survivorId, mergedId] = [await story.customer(), await story.customer()];
    const changed = await change();
    const before = await desk.snapshot();
    expect(await codesOf(merge(survivorId, mergedId, changed))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[3.6] races', () => {
  test('each into the other at once: one merge', async () => {
    const [a, b] = [await story.customer(), await story.customer()];
    const papers = [await errorPaper(b), await errorPaper(a)] as const;
    const outcomes = await Promise.all([codesOf(merge(a, b, papers[0])), codesOf(merge(b, a, papers[1]))]);
    expect(outcomes.flat()).toEqual(['CUSTOMER_MERGED']);
    const files = [await read(a), await read(b)];
    expect(files.filter((file) => file.merged !== null)).toHaveLength(1);
  });

  test('what is begun on the file while it is merged goes along or is refused, never lost', async () => {
    const [survivorId, mergedId] = [await story.customer(), await story.customer()];
    const paper = await errorPaper(mergedId);
    const begun = Array.from({ length: 4 }, () => codesOf(desk.get(CreateApplication).execute(desk.seller, { customerId: mergedId })));
    const [merged, ...outcomes] = await Promise.all([codesOf(merge(survivorId, mergedId, paper)), ...begun]);
    expect(merged).toEqual([]);
    const made = outcomes.filter((codes) => codes.length === 0).length;
    expect(outcomes.flat().every((code) => code === 'CUSTOMER_MERGED')).toBe(true);
    expect(await rows('applications', { customerId: mergedId })).toEqual([]);
    expect(await rows('applications', { customerId: survivorId })).toHaveLength(made);
  });
});
