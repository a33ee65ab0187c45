import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPage } from './lib/application-page.ts';
import type { Company } from './lib/company.ts';
import { at, listAt } from './lib/read.ts';
import { openStoryCompany, storyHome } from './lib/story-company.ts';
import { Storyline } from './lib/storyline.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';
import { clientOf, desksOf } from './scripts/scene.ts';
import { openDatabases } from './topology/databases.ts';
import type { Databases } from './topology/databases.ts';

// One application from the website to the first repayment, and what a front end sees of it in one query.

const FIELDS = `
    id stage
    customer { id name type }
    salesperson { id name employeeNo department }
    documents { id type sha256 }
    investigation { id state round checks { method state } }
    riskReport { id rating recommendation hash }
    approvalCase { id state votes { choice reason member { name } } }
    decision { id result tally { yes no } conditions { text } terms { amount termMonths annualRate } }
    contract { id state terms { amount } clauses { key } }
    loan { id principal outstanding rows { principal interest } repayments { amount principal interest } }
    handoffs { type state dueAt from to owner { name } }
    dossier { completeness missing }
`;
const PAGE = `query Page($id: ID!) { application(id: $id) { ${FIELDS} } }`;
const LIST = `query List($first: Int) { applications(first: $first) { nodes { ${FIELDS} } } }`;
const DRAFTS = 50;
const AT_A_TIME = 25;
/** Work in the background asks too now and then: the quietest of these rounds is what the page costs. */
const ROUNDS = 4;

let company: Company;
let databases: Databases;
let played: PlayedScript;

beforeAll(async () => {
  company = await openStoryCompany();
  databases = await openDatabases(storyHome());
  await openDrafts(company, DRAFTS);
  [played] = (await playScripts(company, { run: `jest-${process.pid}`, only: ['online'], say: () => undefined })) as [PlayedScript];
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

describe('an application that is approved and paid out', () => {
  test('[4.1-4.20] goes through every department to its end, with nothing left open', () => {
    expect(played.problems).toEqual([]);
    expect(played.outcome).toBe('DISBURSED');
    expect(played.stages.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'DRAFT',
        'SUBMITTED',
        'UNDER_CHECK',
        'PASSED',
        'IN_COMMITTEE',
        'APPROVED',
        'CONTRACTING',
        'SIGNED',
        'DISBURSED',
      ]),
    );
  });

  test('[G1, G5] was refused where it walked around a gate', () => {
    expect(played.userErrors.map(({ code }) => code)).toEqual(expect.arrayContaining(['DOCUMENT_MISSING', 'APPROVAL_MISSING']));
  });

  test('[7.3] one payment of exactly the contract amount', async () => {
    const page = await readPage(company, played.id ?? '');
    expect(page.disbursement).toMatchObject({ state: 'PAID', amountFen: page.contract?.amountFen });
    expect(page.loan).toMatchObject({ disbursementId: page.disbursement?.id, principalFen: page.contract?.amountFen });
  });

  test('[1.1] one query shows its page from eight departments', async () => {
    const { data, errors } = await company.one('auditor').ask(PAGE, { id: played.id });
    expect(errors).toEqual([]);
    const page = at(data, 'application');
    // sales, hr, risk, approval, finance, coordination, compliance
    for (const part of ['customer', 'salesperson', 'riskReport', 'decision', 'loan', 'dossier']) expect(at(page, part)).not.toBeNull();
    expect(at(page, 'salesperson', 'name')).toEqual(expect.any(String));
    expect(listAt(page, 'documents')).toHaveLength(3);
    expect(listAt(page, 'investigation', 'checks').map((check) => at(check, 'state'))).toEqual([
      'RECORDED',
      'RECORDED',
      'RECORDED',
      'RECORDED',
    ]);
    expect(listAt(page, 'approvalCase', 'votes')).toHaveLength(1);
    expect(listAt(page, 'loan', 'rows')).toHaveLength(12);
    expect(listAt(page, 'loan', 'repayments')).toHaveLength(1);
    expect(listAt(page, 'handoffs').length).toBeGreaterThanOrEqual(5);
  });

  test('[1.1] a list of 50 pages costs every database as many questions as a list of 5', async () => {
    const of5 = await questionsOf(5);
    const of50 = await questionsOf(50);
    expect(of50).toEqual(of5);
    const asked = Object.entries(of5).filter(([, count]) => count > 0);
    expect(asked.map(([name]) => name)).toEqual(
      expect.arrayContaining(['sales', 'risk', 'approval', 'finance', 'hr', 'coordination', 'compliance'].map((name) => `weilend_${name}`)),
    );
  });
});
