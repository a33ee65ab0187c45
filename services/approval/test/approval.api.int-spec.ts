import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer, Inbox } from '@weilend/messaging';
import { eventually, inboxOf, MessageSource, person, seedPeople, sentTypes, testSubgraph } from '@weilend/testing';
import type { PlatformUnderTest, SubgraphUnderTest } from '@weilend/testing';
import { approvalService } from '../src/approval.module.js';
import { aCast, aProduct, aReport, PRODUCT_ID } from './builders/cast.builder.js';

let approval: SubgraphUnderTest;
let inbox: Inbox;
const cast = aCast();
const source = new MessageSource();
const otherSeller = person('sales', 'salesperson');
const trainer = person('training', 'trainer');

interface Answer {
  userErrors: { code: string; field?: string[]; rule: string }[];
  [field: string]: unknown;
}

async function call(name: string, input: object, selection: string, as?: EmployeeActor): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field rule } } }`;
  const answer = await approval.graph(query, { input }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Answer;
}

const platform = () => approval.platform as PlatformUnderTest;
const PAGE =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { id approvalCase { id } decision { id } } } }';
const BANDS = [
  { authority: 'INDIVIDUAL', upTo: '50000.00', membersNeeded: 1, chairVeto: false },
  { authority: 'SMALL', upTo: '200000.00', membersNeeded: 3 },
];

async function opened(change: object = {}): Promise<{ caseId: string; applicationId: string }> {
  const data = aReport(cast, change);
  await inbox.receive(source.handoff('decide-application', 'risk', { subject: data.applicationId, data }));
  const row = await approval.platform.database.collection('approval_cases').findOne({ applicationId: data.applicationId } as never);
  return { caseId: String(row?._id), applicationId: data.applicationId };
}

const vote = (caseId: string, as: EmployeeActor | undefined, choice = 'YES') =>
  call('castVote', { caseId, choice, reason: '现金流充足' }, 'approvalCase { votes { choice office member { id } } }', as);

beforeAll(async () => {
  approval = await testSubgraph(approvalService, { role: 'all' });
  inbox = inboxOf(
    approval.platform,
    approvalService.consumers.map((consumer) => approval.app.get<AnyConsumer>(consumer)),
  );
  await seedPeople(approval.platform, [cast.chair, ...cast.members, cast.secretary]);
  await inbox.receive(source.event('finance.product-published.v1', PRODUCT_ID, aProduct()));
  const policy = await call(
    'publishPolicy',
    { bands: BANDS },
    'policy { id state policyVersion bands { authority upTo quorum { numerator denominator } } }',
    cast.chair,
  );
  expect(policy).toMatchObject({
    userErrors: [],
    policy: { state: 'DRAFT', policyVersion: 1, bands: [{ authority: 'INDIVIDUAL', upTo: '50000.00' }, { quorum: { numerator: 2 } }] },
  });
  const policyId = (policy['policy'] as { id: string }).id;
  expect(await call('approvePolicy', { policyId }, 'policy { state }', cast.chair)).toMatchObject({
    userErrors: [{ code: 'POLICY_OWN_DRAFT' }],
  });
  expect(await call('approvePolicy', { policyId }, 'policy { state }', cast.members[0])).toMatchObject({ policy: { state: 'APPROVED' } });
  const offices = [[cast.chair, 'CHAIR'], ...cast.members.map((member) => [member, 'MEMBER']), [cast.secretary, 'SECRETARY']] as [
    EmployeeActor,
    string,
  ][];
  for (const [{ employeeId }, office] of offices) {
    expect(await call('appointMember', { employeeId, office }, 'member { office employee { id } }', cast.chair)).toMatchObject({
      userErrors: [],
    });
  }
});

afterAll(() => approval.stop());

describe('[4.12] a case through the subgraph', () => {
  test('terms, votes, decision, conditions: one page shows it all', async () => {
    const { caseId, applicationId } = await opened();
    const conditions = [{ text: '追加保证人', dueOn: platform().clock.today(), evidenceKind: 'GUARANTEE' }];
    await call('proposeTerms', { caseId, amount: '60000.00', conditions }, 'approvalCase { id }', cast.secretary);
    await vote(caseId, cast.members[0]);
    await vote(caseId, cast.members[1]);
    const decided = await call(
      'decideCase',
      { caseId, requestKey: 'd1' },
      'approvalCase { state } decision { id result terms { amount } validUntil }',
      cast.secretary,
    );
    expect(decided).toMatchObject({
      approvalCase: { state: 'DECIDED' },
      decision: { result: 'CONDITIONAL', terms: { amount: '60000.00' } },
      userErrors: [],
    });
    expect(
      await call(
        'decideCase',
        { caseId, requestKey: 'd1' },
        'approvalCase { state } decision { id result terms { amount } validUntil }',
        cast.secretary,
      ),
    ).toEqual(decided);

    const page = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { id
      approvalCase { state salesperson { id } votes { choice reason member { id } } asked { amount method } report { score rating } }
      decision { result state conditions { text dueOn owner { id } evidence { fileId } } tally { base cast yes } minutesHash decidedBy { id } } } } }`;
    const answer = await approval.graph(page, { r: [{ __typename: 'LoanApplication', id: applicationId }] }, cast.secretary);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['_entities']).toMatchObject([
      {
        id: applicationId,
        approvalCase: {
          state: 'DECIDED',
          votes: [{ choice: 'YES' }, { choice: 'YES' }],
          asked: { amount: '80000.00' },
          report: { score: 610, rating: 'MEDIUM' },
        },
        decision: {
          result: 'CONDITIONAL',
          state: 'AWAITING_CONDITIONS',
          conditions: [{ text: '追加保证人', owner: { id: cast.seller.employeeId } }],
          tally: { base: 3, cast: 2, yes: 2 },
        },
      },
    ]);
  });

  test('[7.3] above the highest band there is no case', async () => {
    const { applicationId } = await opened({ amountFen: 20_000_001 });
    const answer = await approval.graph(PAGE, { r: [{ __typename: 'LoanApplication', id: applicationId }] }, cast.chair);
    expect(answer.data?.['_entities']).toEqual([{ id: applicationId, approvalCase: null, decision: null }]);
  });
});

describe('[G4] through the subgraph', () => {
  test('no quorum, no decision; the code and the rule are told', async () => {
    const { caseId } = await opened();
    await vote(caseId, cast.members[0]);
    const before = await sentTypes(platform());
    expect(await call('decideCase', { caseId }, 'decision { id }', cast.secretary)).toMatchObject({
      decision: null,
      userErrors: [{ code: 'QUORUM_NOT_REACHED', rule: 'G4' }],
    });
    expect(await sentTypes(platform())).toEqual(before);
  });

  test.each([
    ['twice', cast.members[0], 'ALREADY_VOTED', 'G4'],
    ['by an investigator of the loan', cast.investigators[0], 'SEGREGATION_OF_DUTIES', '7.3'],
    ['by a committee member without a term', person('approval', 'committee-member'), 'NOT_A_MEMBER', '4.12'],
  ])('a vote %s is refused', async (_name, as, code, rule) => {
    const { caseId } = await opened();
    await vote(caseId, cast.members[0]);
    expect(await vote(caseId, as)).toMatchObject({ approvalCase: null, userErrors: [{ code, rule }] });
  });

  test('[4.12] higher terms than asked are refused at every field', async () => {
    const { caseId } = await opened();
    const answer = await call(
      'proposeTerms',
      { caseId, amount: '80000.01', termMonths: 13, annualRate: '0.13' },
      'approvalCase { id }',
      cast.secretary,
    );
    expect(answer.userErrors.map((error) => [error.code, error.field])).toEqual([
      ['TERMS_HIGHER_THAN_ASKED', ['amount']],
      ['TERMS_HIGHER_THAN_ASKED', ['termMonths']],
      ['TERMS_HIGHER_THAN_ASKED', ['annualRate']],
    ]);
  });

  test('[4.13] a result cannot be typed in', async () => {
    const query = 'mutation ($c: ID!) { decideCase(input: { caseId: $c, result: APPROVED }) { userErrors { code } } }';
    expect((await approval.graph(query, { c: newId('cas') }, cast.secretary)).errors?.[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});

describe('[G4] jobs on Redis', () => {
  type Forged = ReturnType<typeof source.handoff>;
  const queues = () => {
    if (!approval.messaging) throw new Error('no workers');
    return approval.messaging.queues;
  };
  /** As another service sends it. */
  const deliver = (envelope: Forged) => {
    const row = {
      _id: `${envelope.id}.approval`,
      destination: 'approval' as const,
      queue: 'handoffs' as const,
      status: 'pending' as const,
    };
    return queues().publish('handoffs', 'approval', [{ ...row, envelope, createdAt: new Date(), publishedAt: null, ackedAt: null }]);
  };
  const rowsOf = (handoffId: string | undefined) =>
    approval.platform.database
      .collection('handoffs')
      .find({ _id: handoffId } as never)
      .toArray();
  const closed = (handoffId: string | undefined) =>
    eventually('the handoff is closed', async () => (await rowsOf(handoffId)).find((row) => row['state'] !== 'open'));
  const evidence = (applicationId: string, decisionId: string): Forged => {
    const given = [{ conditionId: newId('cnd'), fileId: newId('fil'), sha256: 'b'.repeat(64) }];
    return source.handoff('confirm-conditions', 'sales', {
      subject: applicationId,
      data: { applicationId, decisionId, participants: [], evidence: given },
    });
  };

  test('a forged report opens nothing', async () => {
    const data = aReport(cast);
    const envelope = source.handoff('decide-application', 'risk', { subject: data.applicationId, data });
    const job = await queues()
      .queue('handoffs', 'approval')
      .add(envelope.type, envelope, { jobId: `${envelope.id}.approval` });
    await eventually('the job is refused', () => job.isFailed());
    expect(await rowsOf(envelope.handoffid)).toEqual([]);
    expect(
      await approval.platform.database.collection('approval_cases').countDocuments({ applicationId: data.applicationId } as never),
    ).toBe(0);
  });

  test('[7.3] a loan above every authority opens no case and goes back with its code', async () => {
    const data = aReport(cast, { amountFen: 20_000_001 });
    const envelope = source.handoff('decide-application', 'risk', { subject: data.applicationId, data });
    await deliver(envelope);
    expect(await closed(envelope.handoffid)).toMatchObject({ state: 'returned', outcome: { code: 'OVER_AUTHORITY' } });
    expect(
      await approval.platform.database.collection('approval_cases').countDocuments({ applicationId: data.applicationId } as never),
    ).toBe(0);
  });

  test('[G5] evidence for a rejected decision puts nothing in force', async () => {
    const { caseId, applicationId } = await opened();
    await vote(caseId, cast.members[0], 'NO');
    await vote(caseId, cast.members[1], 'NO');
    const { decision } = await call('decideCase', { caseId }, 'decision { id result }', cast.secretary);
    const decisionId = (decision as { id: string }).id;
    const envelope = evidence(applicationId, decisionId);
    await deliver(envelope);
    expect(await closed(envelope.handoffid)).toMatchObject({ state: 'returned', outcome: { code: 'DECISION_NOT_IN_FORCE' } });
    expect(await call('confirmConditions', { decisionId }, 'decision { id }', cast.secretary)).toMatchObject({
      decision: null,
      userErrors: [{ code: 'ILLEGAL_TRANSITION', rule: '7.12' }],
    });
  });
});

describe('permissions and scope', () => {
  const mutations: readonly (readonly [string, string, readonly EmployeeActor[]])[] = [
    ['publishPolicy', '{ bands: [] }', [trainer, cast.seller]],
    ['approvePolicy', '{ policyId: "x" }', [cast.secretary, cast.seller]],
    ['appointMember', '{ employeeId: "x", office: CHAIR }', [cast.secretary, trainer]],
    ['endMembership', '{ memberId: "x" }', [cast.secretary, trainer]],
    ['declareRecusal', '{ caseId: "x", reason: "x" }', [cast.secretary, cast.seller]],
    ['recuseMember', '{ caseId: "x", employeeId: "x", reason: "x" }', [cast.seller]],
    ['castVote', '{ caseId: "x", choice: YES, reason: "x" }', [cast.secretary, cast.seller]],
    ['proposeTerms', '{ caseId: "x" }', [cast.seller, cast.members[0] as EmployeeActor]],
    ['vetoCase', '{ caseId: "x", reason: "x" }', [cast.secretary, cast.members[0] as EmployeeActor]],
    ['decideCase', '{ caseId: "x" }', [cast.seller, cast.members[0] as EmployeeActor]],
    ['confirmConditions', '{ decisionId: "x" }', [cast.chair, cast.seller]],
    ['returnConditions', '{ decisionId: "x", reasons: [] }', [cast.chair, cast.seller]],
    ['openCommitteeSession', '{ caseIds: [] }', [cast.seller, trainer]],
    ['closeCommitteeSession', '{ sessionId: "x" }', [cast.seller, trainer]],
  ];

  test.each(mutations)('%s is for its roles only', async (name, input, strangers) => {
    const query = `mutation { ${name}(input: ${input}) { userErrors { code } } }`;
    expect((await approval.graph(query)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    for (const stranger of strangers) expect((await approval.graph(query, {}, stranger)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('[3.7] a salesperson sees his own cases only, and never who voted how', async () => {
    const { caseId } = await opened();
    const query = 'query ($id: ID!) { approvalCase(id: $id) { id state } approvalCases(first: 5) { nodes { id } } }';
    expect((await approval.graph(query, { id: caseId }, cast.seller)).data).toMatchObject({ approvalCase: { id: caseId } });
    expect((await approval.graph(query, { id: caseId }, otherSeller)).data).toEqual({ approvalCase: null, approvalCases: { nodes: [] } });
    const named = await approval.graph('query ($id: ID!) { approvalCase(id: $id) { id votes { reason } } }', { id: caseId }, cast.seller);
    expect(named.data).toEqual({ approvalCase: { id: caseId, votes: null } });
    expect(named.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('fifty applications cost as many database queries as five', async () => {
    const applications: string[] = [];
    for (let count = 0; count < 5; count++) applications.push((await opened()).applicationId);
    const db = approval.platform.database.connection.getClient().db(approval.platform.database.connection.name);
    const queriesFor = async (ids: readonly string[]): Promise<number> => {
      await db.command({ profile: 2 });
      const answer = await approval.graph(PAGE, { r: ids.map((id) => ({ __typename: 'LoanApplication', id })) }, cast.chair);
      await db.command({ profile: 0 });
      expect(answer.data?.['_entities']).toHaveLength(ids.length);
      // Of the request only: the department's own jobs look for what has run out in the same collections, by state and day, whenever their turn comes.
      const seen = await db.collection('system.profile').countDocuments({
        op: 'query',
        ns: { $in: [`${db.databaseName}.approval_cases`, `${db.databaseName}.decisions`] },
        'command.filter.applicationId': { $exists: true },
      });
      await db.collection('system.profile').drop();
      return seen;
    };
    const few = await queriesFor(applications);
    expect(few).toBe(2);
    expect(await queriesFor([...applications, ...Array.from({ length: 45 }, () => newId('app'))])).toBe(few);
  });

  test('a role that reads no cases gets none by reference', async () => {
    const answer = await approval.graph(PAGE, { r: [{ __typename: 'LoanApplication', id: newId('app') }] }, trainer);
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('[1.2] everybody who is signed in reads the policy in force', async () => {
    expect((await approval.graph('{ policyInForce { policyVersion } committeeMembers { office } }', {}, trainer)).data).toMatchObject({
      policyInForce: { policyVersion: 1 },
    });
    expect((await approval.graph('{ policyInForce(on: "2020-01-01") { policyVersion } }', {}, trainer)).data).toEqual({
      policyInForce: null,
    });
    expect((await approval.graph('{ policyInForce { policyVersion } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
