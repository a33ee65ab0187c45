import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../test/builders/desk.builder.js';
import { Intake } from '../../test/builders/intake.builder.js';
import { Story } from '../../test/builders/story.builder.js';
import { Leads } from '../persistence/acquisition/lead.repository.js';
import { Customers } from '../persistence/customer/customer.repository.js';
import { LeadQueries, LEAD_HEAD } from './acquisition/lead.queries.js';
import { ApplicationQueries, APPLICATION_HEAD } from './application/application.queries.js';
import { ContractQueries, CONTRACT_HEAD } from './contract/contract.queries.js';
import { CustomerQueries, CUSTOMER_HEAD } from './customer/customer.queries.js';
import { ServicePlans } from './customer/service-plans.queries.js';

// What a list of something else shows of customers, leads, applications and contracts: the same as the whole would, and to nobody else.

interface ReadBothWays {
  byIds(ids: readonly string[], actor: EmployeeActor): Promise<readonly object[]>;
  headsByIds(ids: readonly string[], actor: EmployeeActor): Promise<readonly object[]>;
}

let desk: SalesDesk;
const ids: Record<string, string> = {};
let queriesOf: Record<string, ReadBothWays>;
const colleague = person('sales', 'salesperson');

beforeAll(async () => {
  desk = await salesDesk();
  const story = new Story(desk);
  await story.publishProduct();
  ids['lead'] = await new Intake(desk).lead();
  ids['customer'] = await story.customer({ nextVisitOn: desk.platform.clock.today() });
  const { applicationId, contractId } = await story.signed();
  Object.assign(ids, { application: applicationId, contract: contractId });
  const { database, clock, parameters, cipher } = desk.platform;
  queriesOf = {
    customer: new CustomerQueries(database, desk.get(Customers), cipher, new ServicePlans(parameters, clock), clock),
    lead: new LeadQueries(database, desk.get(Leads), clock),
    application: new ApplicationQueries(database, clock),
    contract: new ContractQueries(database, parameters, clock),
  };
});
afterAll(() => desk.stop());

describe.each<[string, readonly string[]]>([
  ['customer', CUSTOMER_HEAD],
  ['lead', LEAD_HEAD],
  ['application', APPLICATION_HEAD],
  ['contract', CONTRACT_HEAD],
])('[1.2, 3.7] the head of a %s', (name, fields) => {
  const queries = () => queriesOf[name] as ReadBothWays;
  const id = () => ids[name] as string;

  test('says what the whole says, masked where that is', async () => {
    const [whole] = await queries().byIds([id()], desk.seller);
    const [head] = await queries().headsByIds([id()], desk.seller);
    expect(head).toEqual(Object.fromEntries(fields.map((field) => [field, (whole as Record<string, unknown>)[field]])));
    expect(Object.values(head ?? {})).not.toContain(undefined);
  });

  test('is shown to its salesperson and the manager, not to a colleague', async () => {
    expect(await queries().headsByIds([id()], desk.manager)).toHaveLength(1);
    expect(await queries().headsByIds([id()], colleague)).toEqual([]);
  });
});
