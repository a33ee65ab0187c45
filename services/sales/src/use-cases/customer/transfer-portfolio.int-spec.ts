import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { PortfolioQueries } from '../../queries/customer/portfolio.queries.js';
import { TransferCustomer } from './transfer-customer.use-case.js';
import { TransferPortfolio } from './transfer-portfolio.use-case.js';

let desk: SalesDesk;
let story: Story;
const [colleague, another] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
const investigator = person('risk', 'investigator');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [colleague, another, investigator]);
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
