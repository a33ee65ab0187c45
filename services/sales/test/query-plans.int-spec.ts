import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { AnyConsumer } from '@weilend/messaging';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { salesConsumers } from '../src/consumers/all.js';
import { deadlineSources } from '../src/persistence/reminder/deadline-sources.js';
import { salesService } from '../src/sales.module.js';
import type { SalesDesk } from './builders/desk.builder.js';
import { Enquiring } from './builders/enquiry.builder.js';
import { Intake } from './builders/intake.builder.js';
import { LIST_QUESTIONS, listQuery, unasked } from './builders/list-questions.builder.js';
import type { AskedAbout } from './builders/list-questions.builder.js';
import { plansOf, withoutIndex } from './builders/query-plans.builder.js';
import { Story } from './builders/story.builder.js';

const schema = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');
const people = { seller: person('sales', 'salesperson'), manager: person('sales', 'sales-manager') };
let sales: SubgraphUnderTest;
let about: AskedAbout;

beforeAll(async () => {
  sales = await testSubgraph(salesService);
  await seedPeople(sales.platform, [people.seller]);
  about = await fewRows();
});

afterAll(() => sales.stop());

/** Some leads, customers, enquiries, proposals, applications and a contract. */
async function fewRows(): Promise<AskedAbout> {
  const consumers = salesConsumers.map((consumer) => sales.app.get<AnyConsumer>(consumer));
  const parts = {
    source: new MessageSource(),
    inbox: inboxOf(sales.platform, consumers),
    get: (type: never) => sales.app.get<unknown>(type),
  };
  const desk = { platform: sales.platform, ...people, ...parts } as unknown as SalesDesk;
  const [story, intake] = [new Story(desk), new Intake(desk)];
  await story.publishProduct();
  const enquiring = new Enquiring(story);
  const leadIds = [await intake.lead(), await intake.lead(), await intake.waiting()];
  const customerIds = [await story.customer(), await story.customer(), await intake.customer(leadIds[0] ?? null)];
  for (const customerId of customerIds) await story.given({ customerId });
  await story.approved();
  const enquiryId = await enquiring.known(customerIds[0]);
  await enquiring.quoted(enquiryId);
  await enquiring.enquiry();
  return {
    ...{ customerId: customerIds[0] ?? '', salespersonId: people.seller.employeeId, enquiryId, leadId: leadIds[0] ?? '' },
    ...{ activityId: newId('act'), campaignId: newId('cmp'), partnerId: newId('ptn'), eventId: newId('cev'), surveyId: newId('svy') },
    ...{ today: '2026-11-27', quarter: '2026-Q4', name: '王小明', lastFour: '8000', phone: '13800138000' },
  };
}

test('[2.1] every list of the graph is asked for here, and none that is no more', () => {
  expect(unasked(schema)).toEqual([]);
});

describe('[2.1] every list answers from an index', () => {
  test.each(['seller', 'manager'] as const)('for the %s', async (who) => {
    const plans = await plansOf(sales.platform.database, async () => {
      for (const question of LIST_QUESTIONS) {
        const { errors } = await sales.graph(listQuery(question, about), {}, people[who]);
        expect({ question, errors }).toEqual({ question, errors: undefined });
      }
    });
    // A list that the database was not asked for would have no plan.
    expect(plans.length).toBeGreaterThanOrEqual(LIST_QUESTIONS.length - 5);
    expect(withoutIndex(plans)).toEqual([]);
  });
});

const WHOLE = `date deadlines { late byPerson { late } items { about isLate } } stages { stage applications }
  plan { progress { department { achieved } } }`;
const DAY = `query { salesDay { ${WHOLE} workLog { id } } }`;
const DASHBOARD = `query { salesDashboard { ${WHOLE} withoutWorkLog { id } } }`;
const funnels = ['CHANNEL', 'MONTH', 'SALESPERSON'].map(
  (by) => `query { salesFunnel(by: ${by}, from: "2024-06-01", to: "2026-11-27") { rows { leads } } }`,
);

describe('[2.1, 3.1] the day, the dashboard and the funnel answer from indexes', () => {
  test.each([
    ['seller', [DAY, ...funnels]],
    ['manager', [DAY, DASHBOARD, ...funnels]],
  ] as const)('for the %s', async (who, questions) => {
    const plans = await plansOf(sales.platform.database, async () => {
      for (const question of questions) expect(await sales.graph(question, {}, people[who])).not.toHaveProperty('errors');
    });
    // The day and the dashboard unite what is owed of every kind.
    expect(plans.length).toBeGreaterThanOrEqual(questions.length + deadlineSources.length - 1);
    expect(withoutIndex(plans)).toEqual([]);
  });
});

test('[2.5] a day shows the same application whether a few of its fields are asked for or all', async () => {
  const deadlines = (asked: string): string => `salesDay { deadlines { items { about application { ${asked} } } } }`;
  const [few, all] = ['id stage version', 'id stage version rounds { no } checklist { type }'].map(deadlines);
  const { data, errors } = await sales.graph(`{ few: ${few} all: ${all} }`, {}, people.seller);
  expect(errors).toBeUndefined();
  const shown = (day: 'few' | 'all') =>
    (data as Record<string, { deadlines: { items: { application: Record<string, unknown> | null }[] }[] }>)[day]?.deadlines
      .flatMap(({ items }) => items.map(({ application }) => application))
      .filter((application) => application !== null)
      .map((application) => ({ id: application['id'], stage: application['stage'], version: application['version'] }));
  expect(shown('few')).not.toEqual([]);
  expect(shown('few')).toEqual(shown('all'));
});
