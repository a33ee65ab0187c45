import { describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, sentTypes } from '@weilend/testing';
import {
  approval,
  call,
  cast,
  opened,
  otherSeller,
  PAGE,
  platform,
  trainer,
  useApproval,
  vote,
} from './builders/approval-subgraph.builder.js';

useApproval();

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

  test('[4.12, 7.3] an auditor has a decision counted once more and is led to the report; who sells is not', async () => {
    const { caseId } = await opened();
    for (const member of cast.members.slice(0, 2)) await vote(caseId, member);
    const decided = await call('decideCase', { caseId }, 'decision { id }', cast.secretary);
    const { id } = decided['decision'] as { id: string };
    const query =
      'query ($id: ID!) { decision(id: $id) { policyHash verification { check holds } report { reportId riskReport { id } } } }';
    const { data, errors } = await approval.graph(query, { id }, person('compliance', 'auditor'));
    expect(errors).toBeUndefined();
    const decision = data?.['decision'] as { policyHash: string; verification: { holds: boolean }[]; report: Record<string, unknown> };
    expect(decision.verification.filter(({ holds }) => !holds)).toEqual([]);
    expect(decision.verification).toHaveLength(12);
    expect(decision.policyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(decision.report['riskReport']).toEqual({ id: decision.report['reportId'] });
    const refused = await approval.graph(query, { id }, cast.seller);
    expect(refused.errors?.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN']);
  });

  test('[4.12] who was entitled is shown with the decision, and not to who sells', async () => {
    const { caseId } = await opened();
    for (const member of cast.members.slice(0, 2)) await vote(caseId, member);
    const { decision } = await call('decideCase', { caseId }, 'decision { id }', cast.secretary);
    const query = 'query ($id: ID!) { decision(id: $id) { id electors { office present member { id } seatOf { id } } } }';
    const { id } = decision as { id: string };
    const { data } = await approval.graph(query, { id }, cast.secretary);
    const { electors } = data?.['decision'] as { electors: { member: { id: string } }[] };
    expect(electors.map(({ member }) => member.id).sort()).toEqual(
      [cast.chair, ...cast.members].map(({ employeeId }) => employeeId).sort(),
    );
    expect(electors).toContainEqual({
      ...{ office: 'CHAIR', present: true },
      ...{ member: { id: cast.chair.employeeId }, seatOf: { id: cast.chair.employeeId } },
    });
    const seen = await approval.graph(query, { id }, cast.seller);
    expect(seen.data?.['decision']).toEqual({ id, electors: null });
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
