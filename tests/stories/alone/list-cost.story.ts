import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { APPLICATION_FIELDS } from '../lib/application-fields.ts';
import type { Company } from '../lib/company.ts';
import { listAt } from '../lib/read.ts';
import { openStoryCompany, storyHome } from '../lib/story-company.ts';
import { Storyline } from '../lib/storyline.ts';
import { playScripts } from '../scripts/play-scripts.ts';
import { clientOf, desksOf } from '../scripts/scene.ts';
import { openDatabases } from '../topology/databases.ts';
import type { Databases } from '../topology/databases.ts';

// What a list of whole pages costs the databases of the departments: everything asked of them is listened to, so nobody else may be at work.

const LIST = `query List($first: Int) { applications(first: $first) { nodes { ${APPLICATION_FIELDS} } } }`;
const DRAFTS = 50;
const AT_A_TIME = 25;
/** Work in the background asks too now and then: the quietest of these rounds is what the page costs. */
const ROUNDS = 4;

let company: Company;
let databases: Databases;

beforeAll(async () => {
  company = await openStoryCompany();
  databases = await openDatabases(storyHome());
  await openDrafts(company, DRAFTS);
  await playScripts(company, { run: `jest-${process.pid}`, only: ['online'], say: () => undefined });
}, 120_000);

afterAll(() => databases.close());

/** One customer with many forms that were only begun. */
async function openDrafts(of: Company, count: number): Promise<void> {
  const story = new Storyline(`jest-${process.pid}`, 'drafts');
  const scene = {
    company: of,
    productIds: await of.productIds(),
    run: `jest-${process.pid}`,
    today: await of.today(),
    story,
    turn: 1,
    shared: new Map<string, string>(),
  };
  const desks = desksOf(scene);
  const { customerId } = await desks.desk.receive(clientOf(scene), scene.productIds.get('XF-01') ?? '');
  for (let made = 0; made < count; made += AT_A_TIME) {
    const acts = Array.from({ length: AT_A_TIME }, () => ({
      verb: 'createApplication',
      input: { customerId, purpose: 'TRAVEL' },
      select: 'application { id }',
    }));
    await story.does(desks.desk.person, ...acts);
  }
}

/** The least that each department asked its database in several rounds of the same query. */
async function questionsOf(first: number): Promise<Readonly<Record<string, number>>> {
  const least: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = await databases.questionsDuring(async () => {
      const { data, errors } = await company.one('auditor').ask(LIST, { first });
      expect(errors).toEqual([]);
      expect(listAt(data, 'applications', 'nodes')).toHaveLength(first);
    });
    for (const [name, count] of Object.entries(seen)) least[name] = Math.min(least[name] ?? Infinity, count);
  }
  return least;
}

describe('a list of applications with everything that a page of them shows', () => {
  test('[1.1] 50 of them cost every database as many questions as 5', async () => {
    const of5 = await questionsOf(5);
    const of50 = await questionsOf(50);
    expect(of50).toEqual(of5);
    const asked = Object.entries(of5).filter(([, count]) => count > 0);
    expect(asked.map(([name]) => name)).toEqual(
      expect.arrayContaining(['sales', 'risk', 'approval', 'finance', 'hr', 'coordination', 'compliance'].map((name) => `weilend_${name}`)),
    );
  });
});
