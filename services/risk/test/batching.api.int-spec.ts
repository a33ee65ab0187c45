import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inboxOf, MessageSource, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { riskConsumers } from '../src/consumers/all.js';
import { riskService } from '../src/risk.module.js';
import { handover } from './builders/inputs.builder.js';

const MANY = 50;
const FEW = 5;
const PAGE = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication {
  riskReport { hash } riskAlerts { id }
  investigation { state report { hash } decisions { result } bureauInquiries { state } salesperson { id } }
} } }`;

let risk: SubgraphUnderTest;
const applicationIds: string[] = [];
beforeAll(async () => {
  risk = await testSubgraph(riskService);
  const consumers = riskConsumers.map((consumer) => risk.app.get(consumer));
  const inbox = inboxOf(risk.platform, consumers);
  const source = new MessageSource();
  for (let count = 0; count < MANY; count++) {
    const data = handover(risk);
    applicationIds.push(data.applicationId);
    await inbox.receive(source.handoff('investigate-application', 'sales', { subject: data.applicationId, data }));
  }
});
afterAll(() => risk.stop());

/** Database queries that a page of so many applications causes, by the server's own profiler. */
async function queriesFor(count: number): Promise<number> {
  const database = risk.platform.database;
  const own = ['investigations', 'risk_reports', 'risk_alerts', 'bureau_inquiries', 'application_facts'];
  const asked = { op: 'query', ns: { $in: own.map((name) => `${database.connection.name}.${name}`) } };
  const profile = database.collection('system.profile');
  const before = await profile.countDocuments(asked);
  const representations = applicationIds.slice(0, count).map((id) => ({ __typename: 'LoanApplication', id }));
  const answer = await risk.graph(PAGE, { r: representations }, person('risk', 'risk-manager'));
  expect(answer.errors).toBeUndefined();
  const pages = (answer.data as { _entities: { investigation: { state: string } }[] } | null)?._entities ?? [];
  expect(pages.map((page) => page.investigation.state)).toEqual(representations.map(() => 'OPENED'));
  return (await profile.countDocuments(asked)) - before;
}

describe('[1.3] references are batched', () => {
  test('a page of fifty applications costs as many queries as a page of five', async () => {
    await risk.platform.database.connection.db?.command({ profile: 2 });
    const few = await queriesFor(FEW);
    expect(few).toBeGreaterThan(0);
    expect(await queriesFor(MANY)).toBe(few);
    await risk.platform.database.connection.db?.command({ profile: 0 });
  });
});
