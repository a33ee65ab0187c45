import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { PortfolioQueries } from '../../queries/customer/portfolio.queries.js';
import { CreateApplication } from '../application/create-application.use-case.js';
import { CreateLead } from '../enquiry/create-lead.use-case.js';
import { LoseLead } from '../enquiry/lose-lead.use-case.js';
import { OpenEnquiry } from '../enquiry/open-enquiry.use-case.js';
import { TransferCustomer } from './transfer-customer.use-case.js';
import { TransferPortfolio } from './transfer-portfolio.use-case.js';

let desk: SalesDesk;
let story: Story;
const [colleague, another] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
const investigator = person('risk', 'investigator');
const gone = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [colleague, another, investigator, desk.seller, gone]);
  await desk.platform.work.run({ actor: desk.seller, operation: 'left' }, (tx) => desk.platform.directory.deactivate(gone.employeeId, tx));
});
afterAll(() => desk.stop());

const customer = (id: string) => story.read((tx) => desk.get(Customers).get(id, tx));
const workOf = async (leaverId: string) => (await handoffRows(desk.platform)).find((row) => row.subject === leaverId);
const owed = async (leaverId: string) =>
  (await new PortfolioQueries(desk.platform.database).owed()).find((one) => one.employeeId === leaverId);

/** Somebody with customers who left, as hr says it. */
async function left(customers: number): Promise<{ leaverId: string; customerIds: string[] }> {
  const leaverId = newId('emp');
  const customerIds: string[] = [];
  for (let made = 0; made < customers; made++) customerIds.push(await story.customer({ ownerId: leaverId }));
  const data = { employeeId: leaverId, leftAt: '2026-11-23T08:00:00.000Z' };
  await desk.inbox.receive(desk.source.handoff('transfer-portfolio', 'hr', { subject: leaverId, data }));
  return { leaverId, customerIds };
}

const row = (collection: string, id: string) => desk.platform.database.collection(collection).findOne({ _id: id });

const transfer = (fromEmployeeId: string, change: object = {}) =>
  desk
    .get(TransferPortfolio)
    .execute(desk.manager, { fromEmployeeId, toEmployeeId: colleague.employeeId, reason: '离职客户移交', ...change });

describe('[2.13] the customers of somebody who left', () => {
  test('stay work of the manager until every one has an owner', async () => {
    const { leaverId, customerIds } = await left(3);
    expect(await owed(leaverId)).toMatchObject({ customersLeft: 3 });
    await transfer(leaverId, { customerIds: [customerIds[0]] });
    expect(await workOf(leaverId)).toMatchObject({ direction: 'in', from: 'hr', state: 'open' });
    expect(await owed(leaverId)).toMatchObject({ customersLeft: 2 });
    await transfer(leaverId, { toEmployeeId: another.employeeId });
    expect(await workOf(leaverId)).toMatchObject({ state: 'completed', outcome: { customersLeft: 0 } });
    expect(await owed(leaverId)).toBeUndefined();
    const owners = await Promise.all(customerIds.map(async (id) => (await customer(id)).ownerId));
    expect(owners).toEqual([colleague.employeeId, another.employeeId, another.employeeId]);
    expect((await customer(customerIds[1] ?? '')).owners.at(-1)).toMatchObject({ ownerId: another.employeeId, reason: '离职客户移交' });
    const said = (await sentMessages(desk.platform)).filter((one) => one.subject === leaverId);
    expect(said.map((one) => one.type)).toEqual(['sales.handoff-completed.v1']);
  });

  test('[2.13] open leads without a customer go along, with their enquiries; hr’s work is not done before', async () => {
    const leaverId = newId('emp');
    const leaver = { ...desk.seller, employeeId: leaverId };
    const lead = { channel: 'ONLINE' as const, onlineSource: 'WEBSITE' as const, contactName: '周某' };
    const [leadId, lostId] = [await desk.get(CreateLead).execute(leaver, lead), await desk.get(CreateLead).execute(leaver, lead)];
    await desk.get(LoseLead).execute(leaver, { leadId: lostId, reason: '不需要贷款' });
    const enquiryId = await desk.get(OpenEnquiry).execute(leaver, { leadId });
    const data = { employeeId: leaverId, leftAt: '2026-11-23T08:00:00.000Z' };
    await desk.inbox.receive(desk.source.handoff('transfer-portfolio', 'hr', { subject: leaverId, data }));
    expect(await owed(leaverId)).toMatchObject({ customersLeft: 0, leadsLeft: 1 });
    await transfer(leaverId);
    expect(await workOf(leaverId)).toMatchObject({ state: 'completed' });
    expect(await row('leads', leadId)).toMatchObject({ salespersonId: colleague.employeeId });
    expect(await row('enquiries', enquiryId)).toMatchObject({ salespersonId: colleague.employeeId });
    expect(await row('leads', lostId)).toMatchObject({ salespersonId: leaverId });
  });

  test('who had none is done at once', async () => {
    const { leaverId } = await left(0);
    expect(await workOf(leaverId)).toMatchObject({ state: 'completed' });
  });

  test('the last one may also go by itself', async () => {
    const { leaverId, customerIds } = await left(1);
    const input = { customerId: customerIds[0] ?? '', toEmployeeId: colleague.employeeId, reason: '区域调整' };
    await desk.get(TransferCustomer).execute(desk.manager, input);
    expect(await workOf(leaverId)).toMatchObject({ state: 'completed' });
  });

  test.each<[string, object, string]>([
    ['to a stranger', { toEmployeeId: newId('emp') }, 'NOT_A_SALESPERSON'],
    ['to somebody who does not sell', { toEmployeeId: investigator.employeeId }, 'NOT_A_SALESPERSON'],
    ['without a reason', { reason: ' ' }, 'REASON_REQUIRED'],
    ['of no customer', { customerIds: [] }, 'PORTFOLIO_EMPTY'],
    ["of somebody else's customer", { customerIds: [newId('cus')] }, 'CUSTOMER_NOT_IN_PORTFOLIO'],
    ['of somebody who is here', { fromEmployeeId: colleague.employeeId }, 'PORTFOLIO_NOT_OWED'],
  ])('a transfer %s is refused and changes nothing', async (_title, change, code) => {
    const { leaverId } = await left(2);
    const before = await desk.snapshot();
    expect(await codesOf(transfer(leaverId, change))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[2.13] what is done for a customer goes with him', () => {
  const give = (customerId: string, toEmployeeId = colleague.employeeId) =>
    desk.get(TransferCustomer).execute(desk.manager, { customerId, toEmployeeId, reason: '区域调整' });

  test('enquiries, applications and contracts change hands; who took part stays, who signed stays the signer', async () => {
    await story.publishProduct();
    const { applicationId, contractId } = await story.signed();
    const { customerId } = await story.application(applicationId);
    const enquiryId = await desk.get(OpenEnquiry).execute(desk.seller, { customerId });
    const draftId = await desk.get(CreateApplication).execute(desk.seller, { customerId });
    await give(customerId);
    for (const [collection, id] of [
      ['enquiries', enquiryId],
      ['applications', draftId],
      ['applications', applicationId],
      ['contracts', contractId],
    ] as const) {
      expect(await row(collection, id)).toMatchObject({ salespersonId: colleague.employeeId });
    }
    const both = [colleague.employeeId, desk.seller.employeeId].map((employeeId) => ({ role: 'SALESPERSON', employeeId }));
    expect((await story.application(draftId)).participants).toEqual(expect.arrayContaining(both));
    expect((await story.application(applicationId)).participants).not.toContainEqual(both[0]);
    expect((await story.contract(contractId)).signedBy).toBe(desk.seller.employeeId);
    expect((await customer(customerId)).owners.at(-1)).toMatchObject({ ownerId: colleague.employeeId, reason: '区域调整' });
  });

  test('[4.12] who serves an application that others work on, or may again, is told of each; of what is begun or over nobody is', async () => {
    const asked = { desk: 'passed' as const };
    const applicationId = await story.given(asked);
    const { customerId } = await story.application(applicationId);
    const others = [{ desk: 'draft' as const }, { desk: 'signed' as const }, { desk: 'withdrawn' as const }];
    const silent: string[] = [];
    for (const change of others) silent.push(await story.given({ customerId, ...change }));
    await give(customerId);
    const said = (await sentMessages(desk.platform)).filter(({ type }) => type === 'sales.application-transferred.v1');
    const ours = said.filter(({ subject }) => [applicationId, ...silent].includes(subject));
    const hands = { formerSalespersonId: desk.seller.employeeId, salespersonId: colleague.employeeId };
    expect(ours.map(({ data }) => data)).toEqual([{ applicationId, customerId, ...hands, transferredOn: desk.platform.clock.today() }]);
  });

  test('chosen customers of somebody who is here', async () => {
    const [a, b] = [await story.customer({ ownerId: another.employeeId }), await story.customer({ ownerId: another.employeeId })];
    await transfer(another.employeeId, { customerIds: [b] });
    expect([(await customer(a)).ownerId, (await customer(b)).ownerId]).toEqual([another.employeeId, colleague.employeeId]);
  });

  test('what is begun during the transfer is never left behind', async () => {
    const customerId = await story.customer();
    const begun = Array.from({ length: 4 }, () => codesOf(desk.get(OpenEnquiry).execute(desk.seller, { customerId })));
    const [given, ...outcomes] = await Promise.all([codesOf(give(customerId)), ...begun]);
    expect(given).toEqual([]);
    expect(outcomes.flat().every((code) => code === 'NOT_FOUND')).toBe(true);
    const left = await desk.platform.database.collection('enquiries').countDocuments({ customerId, salespersonId: desk.seller.employeeId });
    expect(left).toBe(0);
  });

  test.each<[string, () => string, string]>([
    ['to who has him', () => desk.seller.employeeId, 'OWNER_UNCHANGED'],
    ['to somebody who left', () => gone.employeeId, 'NOT_A_SALESPERSON'],
    ['to somebody who does not sell', () => investigator.employeeId, 'NOT_A_SALESPERSON'],
  ])('%s it is refused, and nothing changed', async (_title, to, code) => {
    const customerId = await story.customer();
    const before = await desk.snapshot();
    expect(await codesOf(give(customerId, to()))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});
