import { beforeAll, describe, expect, test } from '@jest/globals';
import { Person } from '../../infra/local/demo/person.ts';
import type { Act } from '../../infra/local/demo/person.ts';
import { waitFor } from '../../infra/local/demo/wait-for.ts';
import { borrowerOf } from './lib/client.ts';
import { appoint, close, lenientPolicy, refusalOf, terms, vote } from './lib/committee-acts.ts';
import { awaitCase, decide } from './lib/committee.ts';
import type { Company } from './lib/company.ts';
import { Intruder } from './lib/intruder.ts';
import { at, listAt, textAt } from './lib/read.ts';
import { investigate } from './lib/risk-officers.ts';
import { openStoryCompany, storyHome } from './lib/story-company.ts';
import { Storyline } from './lib/storyline.ts';
import { clientOf, desksOf, GOOD_FACTS, opened, POOR_FACTS } from './scripts/scene.ts';
import type { Desks, Scene } from './scripts/scene.ts';

// Ways around the committee [7.3, G4, G5, G7]: at the gateway by people who hold something, at the departments past it, by forged and repeated messages, by
// races and by a change of roles between two steps. Each is refused with its code, and the case and the money stand as they stood.

const RUN = `bypass-${process.pid}`;
/** Three votes of a small committee decide it. */
const SMALL_YUAN = 6_000;

interface Before {
  readonly story: Storyline;
  readonly desks: Desks;
  readonly caseId: string;
}

let company: Company;
let intruder: Intruder;
let first: Before;

beforeAll(async () => {
  company = await openStoryCompany();
  intruder = await Intruder.into(storyHome());
  first = await beforeTheCommittee('a', GOOD_FACTS);
}, 180_000);

async function sceneOf(name: string): Promise<Scene> {
  const [productIds, today] = [await company.productIds(), await company.today()];
  return { company, productIds, run: RUN, today, story: new Storyline(RUN, name), turn: 0, shared: new Map() };
}

/** A loan of six thousand yuan whose report lies before the committee. */
async function beforeTheCommittee(name: string, facts: typeof GOOD_FACTS | typeof POOR_FACTS): Promise<Before> {
  const scene = await sceneOf(name);
  const { story } = scene;
  const [desks, client] = [desksOf(scene), clientOf(scene, { amountYuan: SMALL_YUAN, facts })];
  await opened(scene, desks, client);
  await desks.desk.handInComplete(client);
  await investigate(company, story, { no: 1, turn: 0 }, borrowerOf(client));
  return { story, desks, caseId: await awaitCase(company, story) };
}

async function standing({ caseId }: Pick<Before, 'caseId'>): Promise<{ state: unknown; votes: number; decision: unknown }> {
  const query =
    'query Case($id: ID!) { approvalCase(id: $id) { state votes { choice } decision { id result } proposal { terms { amount } } } }';
  const { data } = await company.one('committee-secretary').ask(query, { id: caseId });
  const seen = at(data, 'approvalCase');
  return { state: at(seen, 'state'), votes: listAt(seen, 'votes').length, decision: at(seen, 'decision') };
}

async function stageOf({ story }: Pick<Before, 'story'>): Promise<{ stage: unknown; order: unknown }> {
  const query = 'query App($id: ID!) { application(id: $id) { stage disbursement { id } } }';
  const { data } = await company.one('finance-manager').ask(query, { id: story.applicationId });
  return { stage: at(data, 'application', 'stage'), order: at(data, 'application', 'disbursement') };
}

/** Tries something that must change neither case nor money. */
async function changesNothing(attempt: () => Promise<string>, about: Before = first): Promise<string> {
  const before = [await standing(about), await stageOf(about)];
  const code = await attempt();
  expect([await standing(about), await stageOf(about)]).toEqual(before);
  return code;
}

describe('at the gateway, while the case is open', () => {
  test.each<[string, string, (company: Company, about: Before) => readonly [Person, Act]]>([
    ['the salesperson votes on his own loan', 'FORBIDDEN', (_, { desks, caseId }) => [desks.desk.person, vote(caseId)]],
    ['an investigator of the loan votes', 'FORBIDDEN', (people, { caseId }) => [people.nth('investigator', 0), vote(caseId)]],
    ['the manager of risk votes', 'FORBIDDEN', (people, { caseId }) => [people.one('risk-manager'), vote(caseId)]],
    ['the secretary votes', 'FORBIDDEN', (people, { caseId }) => [people.one('committee-secretary'), vote(caseId)]],
    [
      'the manager of sales proposes the terms',
      'FORBIDDEN',
      (people, { caseId }) => [people.one('sales-manager'), terms(caseId, { termMonths: 6 })],
    ],
    ['the manager of finance decides', 'FORBIDDEN', (people, { caseId }) => [people.one('finance-manager'), close(caseId)]],
    ['a member decides in place of the secretary', 'FORBIDDEN', (people, { caseId }) => [people.nth('committee-member', 0), close(caseId)]],
    [
      'more money than asked is proposed',
      'TERMS_HIGHER_THAN_ASKED',
      (people, { caseId }) => [people.one('committee-secretary'), terms(caseId, { amount: '6000.01' })],
    ],
    [
      'a longer term than asked is proposed',
      'TERMS_HIGHER_THAN_ASKED',
      (people, { caseId }) => [people.one('committee-secretary'), terms(caseId, { termMonths: 36 })],
    ],
    [
      'the secretary decides without a vote',
      'QUORUM_NOT_REACHED',
      (people, { caseId }) => [people.one('committee-secretary'), close(caseId)],
    ],
    [
      'a vote is cast without a reason',
      'REASON_REQUIRED',
      (people, { caseId }) => [people.one('committee-chair'), vote(caseId, 'YES', ' ')],
    ],
    [
      'a vote is cast on a case that is none',
      'NOT_FOUND',
      (people) => [people.one('committee-chair'), vote('cas_01m8d23e546qmzc8n3c07p0qe6')],
    ],
    [
      'the contract is drafted before the decision',
      'APPROVAL_MISSING',
      (_, { desks }) => [desks.desk.person, { ...desks.desk.step('draftContract'), select: 'contract { id }' }],
    ],
    [
      'a policy of yesterday lets the chair decide alone',
      'POLICY_RETROACTIVE',
      (people) => [people.one('committee-chair'), lenientPolicy('2020-01-01')],
    ],
    ['the salesperson writes a policy', 'FORBIDDEN', (_, { desks }) => [desks.desk.person, lenientPolicy(null)]],
    ['the salesperson appoints himself', 'FORBIDDEN', (_, { desks }) => [desks.desk.person, appoint('emp_01m8d23e546qmzc8n3c07p0qe6')]],
  ])('%s: %s', async (_name, code, attempt) => {
    const [person, act] = attempt(company, first);
    expect(await changesNothing(() => refusalOf(person, act))).toContain(code);
  });

  test('an investigator who becomes a member between two steps has no vote on what he investigated', async () => {
    const { signIn, ...moved } = await becomesMember(company.nth('investigator', 0));
    try {
      const now = new Person(company.client, signIn);
      expect(await changesNothing(() => refusalOf(now, vote(first.caseId)))).toBe('SEGREGATION_OF_DUTIES');
    } finally {
      await moved.back();
    }
  });
});

/** Moves somebody to the committee, with a term of office, as hr and the chair can. */
async function becomesMember(person: Person): Promise<{ signIn: Person['signIn']; back: () => Promise<void> }> {
  const employeeId = await person.employeeId();
  const [hr, chair] = [company.one('hr-manager'), company.one('committee-chair')];
  const move = (department: string, role: string): Act => ({
    ...{ verb: 'changeEmployee', input: { employeeId, department, roles: [role] }, select: 'employee { id }' },
  });
  expect(await refusalOf(hr, move('APPROVAL', 'COMMITTEE_MEMBER'))).toBe('DONE');
  const memberId = await waitFor('the term of office', async () => {
    const [payload] = await chair.attempt(appoint(employeeId));
    return payload?.userErrors.length === 0 ? textAt(payload, 'member', 'id') : null;
  });
  const end: Act = { verb: 'endMembership', input: { memberId }, select: 'member { id }' };
  return {
    signIn: person.signIn,
    back: async () => {
      expect(await refusalOf(chair, end)).toBe('DONE');
      expect(await refusalOf(hr, move('RISK', 'INVESTIGATOR'))).toBe('DONE');
    },
  };
}

describe('at the department, past the gateway', () => {
  const mutation = (): string =>
    `mutation { castVote(input: { caseId: "${first.caseId}", choice: YES, reason: "同意" }) { userErrors { code } } }`;
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

  test.each<[string, string, () => Promise<Record<string, string>>]>([
    ['without a token', 'UNAUTHENTICATED', async () => ({})],
    ['with the token of a salesperson', 'FORBIDDEN', async () => bearer(await first.desks.desk.person.token())],
    [
      'with a token in which the roles were rewritten',
      'UNAUTHENTICATED',
      async () => bearer(intruder.rewritten(await first.desks.desk.person.token(), { roles: ['committee-chair'] })),
    ],
    [
      'with a token under a key of his own',
      'UNAUTHENTICATED',
      async () => bearer(intruder.signedByMyself(await company.one('committee-chair').token(), {})),
    ],
    [
      'with a token that needs no signature',
      'UNAUTHENTICATED',
      async () => bearer(intruder.unsigned(await company.one('committee-chair').token(), {})),
    ],
    [
      'with headers that say who he is',
      'UNAUTHENTICATED',
      async () => ({
        'x-actor': 'employee',
        'x-employee-id': 'emp_1',
        'x-roles': 'committee-chair',
        'x-forwarded-user': 'committee-chair',
      }),
    ],
  ])('somebody votes %s: %s', async (_name, code, headers) => {
    const sent = await headers();
    expect(await changesNothing(() => intruder.pastTheGateway('approval', mutation(), sent))).toBe(code);
  });

  test('the case is not read by reference without a token', async () => {
    const read = `{ _entities(representations: [{ __typename: "ApprovalCase", id: "${first.caseId}" }]) { ... on ApprovalCase { state } } }`;
    expect(await intruder.pastTheGateway('approval', read)).toBe('UNAUTHENTICATED');
  });
});

describe('by messages', () => {
  const forged = (subject: string | null, data: object): object => ({
    ...{ specversion: '1.0', id: 'msg_01m8d23e546qmzc8n3c07p0qe6', source: 'approval', subject, partitionkey: subject, sequence: 1 },
    data,
  });

  test.each<[string, 'handoffs' | 'events', 'approval' | 'sales' | 'finance', string, (applicationId: string | null) => object]>([
    [
      'a decision is told to sales',
      'events',
      'sales',
      'approval.decision-made.v1',
      (applicationId) => ({ applicationId, result: 'APPROVED' }),
    ],
    [
      'a decision is told to finance',
      'events',
      'finance',
      'approval.decision-made.v1',
      (applicationId) => ({ applicationId, result: 'APPROVED' }),
    ],
    [
      'a case is handed to the committee',
      'handoffs',
      'approval',
      'decide-application',
      (applicationId) => ({ applicationId, amountFen: 1 }),
    ],
    ['a payment is ordered', 'handoffs', 'finance', 'disburse-loan', (applicationId) => ({ applicationId, amountFen: 600_000 })],
    ['the contract is asked for', 'handoffs', 'sales', 'sign-contract', (applicationId) => ({ applicationId, decisionId: 'dec_1' })],
  ])('%s by a forged job: it fails and nobody acts on it', async (_name, kind, department, type, data) => {
    const { applicationId } = first.story;
    const job = { type, data: { body: JSON.stringify(forged(applicationId, data(applicationId))), seal: 'AAAA' } };
    expect(await changesNothing(() => intruder.writesJob(kind, department, job))).toBe('failed');
  });

  test('the handoff of risk, played again, opens no second case', async () => {
    const { applicationId } = first.story;
    const count = async (): Promise<number> => {
      const { data } = await company
        .one('committee-secretary')
        .ask('query Cases { approvalCases(first: 100) { nodes { application { id } } } }');
      return listAt(data, 'approvalCases', 'nodes').filter((one) => at(one, 'application', 'id') === applicationId).length;
    };
    const before = await count();
    const again = await changesNothing(async () =>
      String(await intruder.playsAgain('risk', { destination: 'approval', 'envelope.subject': applicationId })),
    );
    expect(Number(again)).toBeGreaterThan(0);
    expect([before, await count()]).toEqual([1, 1]);
  });
});

describe('by races and repetitions', () => {
  test('a member who votes eight times at once has one vote', async () => {
    const member = company.nth('committee-member', 0);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refusalOf(member, vote(first.caseId))));
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    expect(answers.filter((answer) => answer !== 'DONE').every((answer) => /ALREADY_VOTED|CHANGED_MEANWHILE|CONFLICT/.test(answer))).toBe(
      true,
    );
    expect(await standing(first)).toMatchObject({ state: 'OPEN', votes: 1 });
  });

  test('a vote that was cast is not changed', async () => {
    expect(await changesNothing(() => refusalOf(company.nth('committee-member', 0), vote(first.caseId, 'NO', '改变意见')))).toBe(
      'ALREADY_VOTED',
    );
  });

  test('terms are not changed once votes are cast on them', async () => {
    const attempt = terms(first.caseId, { termMonths: 6 });
    expect(await changesNothing(() => refusalOf(company.one('committee-secretary'), attempt))).toBe('VOTING_STARTED');
  });

  test('one vote of three is no quorum', async () => {
    expect(await changesNothing(() => refusalOf(company.one('committee-secretary'), close(first.caseId)))).toBe('QUORUM_NOT_REACHED');
  });

  test('one case is decided once, by however many at once', async () => {
    for (const member of [company.one('committee-chair'), company.nth('committee-member', 1)]) await refusalOf(member, vote(first.caseId));
    const answers = await Promise.all(Array.from({ length: 4 }, () => refusalOf(company.one('committee-secretary'), close(first.caseId))));
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    expect(await standing(first)).toMatchObject({ state: 'DECIDED', votes: 3 });
    await first.desks.signing.reaches('APPROVED');
  });

  test.each<[string, (caseId: string) => readonly [Person, Act]]>([
    ['a vote', (caseId) => [company.nth('committee-member', 2), vote(caseId)]],
    ['a second decision', (caseId) => [company.one('committee-secretary'), close(caseId)]],
    [
      'a veto',
      (caseId) => [company.one('committee-chair'), { verb: 'vetoCase', input: { caseId, reason: '否决' }, select: 'approvalCase { id }' }],
    ],
    [
      'a recusal',
      (caseId) => [
        company.nth('committee-member', 0),
        { verb: 'declareRecusal', input: { caseId, reason: '回避' }, select: 'approvalCase { id }' },
      ],
    ],
    ['other terms', (caseId) => [company.one('committee-secretary'), terms(caseId, { termMonths: 6 })]],
  ])('after the decision, %s comes too late', async (_name, late) => {
    const [person, act] = late(first.caseId);
    expect(await changesNothing(() => refusalOf(person, act))).toBe('ILLEGAL_TRANSITION');
  });
});

describe('after a no, and after the customer has gone', () => {
  test('[4.13] a rejected application gets no contract, and no veto turns the no into a yes', async () => {
    const rejected = await beforeTheCommittee('b', POOR_FACTS);
    const { result } = await decide(company, rejected.story, 0);
    expect(result).toBe('REJECTED');
    await rejected.desks.signing.reaches('REJECTED');
    const draft = { ...rejected.desks.desk.step('draftContract'), select: 'contract { id }' };
    expect(await changesNothing(() => refusalOf(rejected.desks.desk.person, draft), rejected)).toContain('APPROVAL_MISSING');
    const veto = { verb: 'vetoCase', input: { caseId: rejected.caseId, reason: '应当同意' }, select: 'approvalCase { id }' };
    expect(await changesNothing(() => refusalOf(company.one('committee-chair'), veto), rejected)).toBe('ILLEGAL_TRANSITION');
  }, 120_000);

  test('[4.6] a payment is not made without an order', async () => {
    const made = {
      ...{ verb: 'makeDisbursement', select: 'disbursementOrder { id }' },
      input: { orderId: 'dis_01m8d23e546qmzc8n3c07p0qe6', amount: '6000.00' },
    };
    const keyed = { ...made, input: { ...made.input, requestKey: `${RUN}-payment` } };
    expect(await changesNothing(() => refusalOf(company.nth('finance-officer', 0), keyed))).toMatch(/NOT_FOUND|INPUT_INVALID/);
  });
});
