import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMs } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer, Inbox } from '@weilend/messaging';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { approvalService } from '../src/approval.module.js';
import { aCast, aProduct, aReport, PRODUCT_ID } from './builders/cast.builder.js';

const HOUR = 3_600_000;
const cast = aCast();
const source = new MessageSource();
const substitute = person('approval', 'committee-member');
let approval: SubgraphUnderTest;
let inbox: Inbox;
const member = cast.members[0] as EmployeeActor;

async function ask<T = Record<string, unknown>>(query: string, as: EmployeeActor, variables: object = {}): Promise<T> {
  const { data, errors } = await approval.graph(query, variables as never, as);
  if (errors) throw new Error(JSON.stringify(errors));
  return data as T;
}

async function does(name: string, input: object, selection: string, as: EmployeeActor): Promise<Record<string, unknown>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code } } }`;
  return (await ask<Record<string, Record<string, unknown>>>(query, as, { input }))[name] as Record<string, unknown>;
}

async function opened(): Promise<string> {
  const data = aReport(cast);
  await inbox.receive(source.handoff('decide-application', 'risk', { subject: data.applicationId, data }));
  const row = await approval.platform.database.collection('approval_cases').findOne({ applicationId: data.applicationId } as never);
  return String(row?._id);
}

const now = () => new Date();
const idOf = (payload: Record<string, unknown>, field: string): string => (payload[field] as { id: string }).id;

async function policy(change: object = {}): Promise<string> {
  const bands = [{ authority: 'SMALL', upTo: '200000.00', membersNeeded: 3, tie: 'RETURN', validityDays: 30 }];
  return idOf(await does('publishPolicy', { bands, ...change }, 'policy { id }', cast.secretary), 'policy');
}

beforeAll(async () => {
  approval = await testSubgraph(approvalService, { role: 'all' });
  inbox = inboxOf(
    approval.platform,
    approvalService.consumers.map((consumer) => approval.app.get<AnyConsumer>(consumer)),
  );
  await seedPeople(approval.platform, [cast.chair, ...cast.members, cast.secretary, substitute]);
  await inbox.receive(source.event('finance.product-published.v1', PRODUCT_ID, aProduct()));
  await does('approvePolicy', { policyId: await policy() }, 'policy { id }', cast.chair);
  for (const { employeeId } of cast.members) await does('appointMember', { employeeId, office: 'MEMBER' }, 'member { id }', cast.chair);
  await does('appointMember', { employeeId: cast.chair.employeeId, office: 'CHAIR' }, 'member { id }', cast.chair);
  const seat = { employeeId: substitute.employeeId, office: 'SUBSTITUTE', substituteFor: member.employeeId };
  expect(await does('appointMember', seat, 'member { office substituteFor { id } }', cast.chair)).toEqual({
    member: { office: 'SUBSTITUTE', substituteFor: { id: member.employeeId } },
    userErrors: [],
  });
});
afterAll(() => approval.stop());

describe('[4.12] the policy through the subgraph', () => {
  test('its versions with who made them, and what changed between two', async () => {
    const drafted = await policy({ maxConsecutiveTerms: 2, customerRules: [{ customerType: 'INDIVIDUAL', maxAmount: '100000.00' }] });
    const { committeePolicies } = await ask<{ committeePolicies: { nodes: Record<string, unknown>[] } }>(
      '{ committeePolicies(first: 5) { nodes { id state policyVersion contentHash draftedBy { id } approvedBy { id } bands { tie validityDays } } } }',
      member,
    );
    expect(committeePolicies.nodes).toMatchObject([
      { id: drafted, state: 'DRAFT', draftedBy: { id: cast.secretary.employeeId }, approvedBy: null },
      { state: 'APPROVED', policyVersion: 1, approvedBy: { id: cast.chair.employeeId }, bands: [{ tie: 'RETURN', validityDays: 30 }] },
    ]);
    const changes =
      '{ committeePolicyChanges(before: 1, after: 2) { what before after } nothing: committeePolicyChanges(before: 1, after: 99) { what } }';
    expect(await ask(changes, member)).toEqual({
      committeePolicyChanges: [
        { what: 'maxConsecutiveTerms', before: '-', after: '2' },
        { what: 'customerRules.INDIVIDUAL.maxAmount', before: null, after: '100000.00' },
        { what: 'customerRules.INDIVIDUAL.leastAuthority', before: null, after: '-' },
      ],
      nothing: null,
    });
    expect(await does('dropPolicy', { policyId: drafted }, 'policy { state }', cast.secretary)).toMatchObject({
      policy: { state: 'DROPPED' },
    });
  });
});

describe('[4.12, G4] a sitting, a substitute, a tie, a paper', () => {
  test('from the invitation to the printed minutes', async () => {
    const caseId = await opened();
    const today = (await ask<{ committeeDashboard: { date: never } }>('{ committeeDashboard { date } }', cast.secretary)).committeeDashboard
      .date;
    const absence = { fromOn: today, toOn: addDays(today, 1), reason: '出差' };
    expect(await does('declareAbsence', absence, 'absence { member { id } toOn }', member)).toMatchObject({
      absence: { member: { id: member.employeeId } },
    });
    expect((await ask<{ myOpenVotes: { id: string }[] }>('{ myOpenVotes { id dueAt } }', substitute)).myOpenVotes).toMatchObject([
      { id: caseId },
    ]);
    const called = await does(
      'callCommitteeSession',
      { caseIds: [caseId], heldAt: addMs(now(), HOUR) },
      'committeeSession { id state }',
      cast.secretary,
    );
    const sessionId = idOf(called, 'committeeSession');
    const ahead = await ask<{ committeeSessionsAhead: { nodes: object[] } }>(
      '{ committeeSessionsAhead { nodes { id agenda { id } } } }',
      member,
    );
    expect(ahead.committeeSessionsAhead.nodes).toEqual([{ id: sessionId, agenda: [{ id: caseId }] }]);
    const present = [substitute, cast.members[1] as EmployeeActor].map((who) => who.employeeId);
    const started = await does(
      'startCommitteeSession',
      { sessionId, present },
      'committeeSession { state invitations { came } }',
      cast.secretary,
    );
    expect(started).toMatchObject({ committeeSession: { state: 'OPEN' }, userErrors: [] });
    for (const who of [substitute, cast.members[1] as EmployeeActor])
      expect(await does('castVote', { caseId, choice: 'YES', reason: '风险可控' }, 'approvalCase { id }', who)).toMatchObject({
        userErrors: [],
      });
    const selection = 'decision { id policyHash paperHtml paperPdf { url } tookMinutes conditionDueOn citedOpinions { department } }';
    const { decision } = (await does('decideCase', { caseId }, selection, cast.secretary)) as { decision: Record<string, unknown> };
    expect(decision['paperHtml']).toContain(`${substitute.employeeId}（代 ${member.employeeId}）`);
    const url = new URL((decision['paperPdf'] as { url: string }).url);
    const inject = (
      approval.app.getHttpAdapter().getInstance() as { inject(of: object): Promise<{ statusCode: number; rawPayload: Buffer }> }
    ).inject;
    const fetched = await inject({ method: 'GET', url: `${url.pathname}${url.search}` });
    expect([fetched.statusCode, fetched.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    await does('closeCommitteeSession', { sessionId }, 'committeeSession { id }', cast.secretary);
    const closed = await ask('query ($id: ID!) { committeeSession(id: $id) { outcomes { caseId result } html pdf { url } } }', member, {
      id: sessionId,
    });
    expect(closed).toMatchObject({ committeeSession: { outcomes: [{ caseId, result: 'APPROVED' }] } });
  });

  test('[3.7] ties are for who keeps the register; a member sees his own', async () => {
    const { customerId } = aReport(cast);
    const declared = await does(
      'declareCommitteeConflict',
      { customerId, kind: 'GUARANTEE' },
      'conflict { id kind }',
      cast.members[2] as EmployeeActor,
    );
    expect(declared).toMatchObject({ conflict: { kind: 'GUARANTEE' }, userErrors: [] });
    const query = '{ committeeConflicts { nodes { customerId } } }';
    expect(await ask(query, cast.secretary)).toEqual({ committeeConflicts: { nodes: [{ customerId }] } });
    expect(await ask(query, cast.members[2] as EmployeeActor)).toEqual({ committeeConflicts: { nodes: [{ customerId }] } });
    expect(await ask(query, member)).toEqual({ committeeConflicts: { nodes: [] } });
  });

  test('the register and the dashboard say what was decided', async () => {
    const query = `{ decisionRegister(result: APPROVED, first: 3) { nodes { result authority } totalCount }
      committeeDashboard { openByAge { age cases } quorumRisks { needed } decisions { result decisions averageMinutes } }
      approvalCasesByDeadline { nodes { id } } conditionsDue { nodes { id } } committeeAbsences { member { id } } }`;
    expect(await ask(query, cast.chair)).toMatchObject({
      decisionRegister: { nodes: [{ result: 'APPROVED', authority: 'SMALL' }], totalCount: 1 },
      committeeDashboard: { decisions: [{ result: 'APPROVED', decisions: 1 }] },
      approvalCasesByDeadline: { nodes: [] },
      committeeAbsences: [{ member: { id: member.employeeId } }],
    });
  });
});
