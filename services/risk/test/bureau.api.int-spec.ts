import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { riskConsumers } from '../src/consumers/all.js';
import { riskService } from '../src/risk.module.js';
import { handover, residentId } from './builders/inputs.builder.js';
import { BUREAU_SECRET, TestBureau } from './builders/test-bureau.builder.js';

// The department as it boots, with a bureau behind HTTP: what an investigator and the risk manager see of it.

let bureau: TestBureau;
let risk: SubgraphUnderTest;
let people = 700;
const first = person('risk', 'investigator');
const second = person('risk', 'investigator');
const manager = person('risk', 'risk-manager');
const officer = person('compliance', 'compliance-officer');
const source = new MessageSource();

beforeAll(async () => {
  bureau = await TestBureau.start();
  risk = await testSubgraph(riskService, {
    role: 'all',
    env: {
      ...{ BUREAU_CHANNEL: 'http', BUREAU_URL: bureau.url, BUREAU_SECRET, BUREAU_TIMEOUT_MS: '400' },
      // Its pauses outlast the test: what is asked again is asked by hand.
      ...{ BUREAU_FIRST_PAUSE_MS: '60000', BUREAU_BREAKER_FAILURES: '2', BUREAU_BREAKER_PAUSE_MS: '1' },
    },
  });
  await seedPeople(risk.platform, [first, second, manager]);
});
afterAll(async () => {
  await risk.stop();
  await bureau.stop();
});

type Json = Record<string, unknown>;

async function ask<T = Json>(query: string, variables: Json, as: EmployeeActor): Promise<T> {
  const answer = await risk.graph(query, variables, as);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return Object.values(answer.data ?? {})[0] as T;
}
const act = (name: string, input: Json, selection: string, as: EmployeeActor) =>
  ask(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} userErrors { code rule } } }`,
    { input },
    as,
  );

async function assignedAbout(number: string) {
  const data = handover(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) });
  const inbox = inboxOf(
    risk.platform,
    riskConsumers.map((consumer) => risk.app.get(consumer)),
  );
  await inbox.receive(source.handoff('investigate-application', 'sales', { subject: data.applicationId, data }));
  const page = await ask<{ nodes: { id: string }[] }>('{ investigations(state: OPENED, first: 1) { nodes { id } } }', {}, manager);
  const investigationId = page.nodes[0]?.id ?? '';
  await act(
    'assignInvestigators',
    { investigationId, investigatorIds: [first.employeeId, second.employeeId] },
    'investigation { id }',
    manager,
  );
  return investigationId;
}
const INQUIRY =
  'id requestId state attempts trouble failure nextAttemptAt dueAt overdue waitingForPerson answersRefused reusedFrom maskedIdentity';
const inquire = async (investigationId: string, number: string) => {
  const answer = await act('inquireBureau', { investigationId, residentId: number }, `bureauInquiry { ${INQUIRY} }`, first);
  expect(answer['userErrors']).toEqual([]);
  return answer['bureauInquiry'] as Json & { id: string };
};
const inquiry = (id: string, as = first) => ask(`query ($id: ID!) { bureauInquiry(id: $id) { ${INQUIRY} } }`, { id }, as);
const listed = async (filter: string) =>
  (await ask<{ nodes: { id: string }[] }>(`{ bureauInquiries(${filter}) { nodes { id } } }`, {}, manager)).nodes.map(({ id }) => id);
const channel = () => ask('{ bureauChannel { state since probeFrom lastTrouble requested overdue waitingForPerson } }', {}, manager);

describe('[4.10] an unanswered inquiry is seen and dealt with', () => {
  test('trouble, list, dashboard, again by hand, answer', async () => {
    const number = residentId(++people);
    bureau.next = ['answer for another person'];
    const { id } = await inquire(await assignedAbout(number), number);
    const stuck = await eventually('the answer is refused', async () => {
      const seen = await inquiry(id);
      return seen['trouble'] === 'OTHER_PERSON' && seen;
    });
    expect(stuck).toMatchObject({
      ...{ state: 'REQUESTED', attempts: 1, answersRefused: 1, nextAttemptAt: null, waitingForPerson: true, overdue: false },
      ...{ reusedFrom: null, failure: expect.stringContaining('another person'), dueAt: expect.any(String) },
    });
    expect(await listed('trouble: OTHER_PERSON')).toEqual([id]);
    expect(await listed('waitingForPerson: true')).toEqual([id]);
    expect(await listed('overdue: true')).toEqual([]);
    await risk.platform.database.collection<{ _id: string }>('bureau_inquiries').updateOne({ _id: id }, { $set: { dueAt: new Date(0) } });
    expect(await listed('overdue: true, state: REQUESTED')).toEqual([id]);
    expect(await channel()).toMatchObject({ state: 'CLOSED', lastTrouble: 'OTHER_PERSON', requested: 1, overdue: 1, waitingForPerson: 1 });
    const metrics = await (await fetch(`${risk.url}/metrics`)).text();
    expect(metrics).toMatch(/weilend_bureau_inquiries\{what="overdue",service="risk"\} 1/);
    expect(metrics).toMatch(/weilend_bureau_attempts_total\{outcome="OTHER_PERSON",service="risk"\} 1/);
    expect(metrics).not.toContain(number);
    const again = await act('retryBureauInquiry', { inquiryId: id }, 'bureauInquiry { id }', manager);
    expect(again['userErrors']).toEqual([]);
    await eventually('the bureau answers', async () => (await inquiry(id))['state'] === 'ANSWERED');
    expect(await channel()).toMatchObject({ state: 'CLOSED', lastTrouble: null, requested: 0, overdue: 0, waitingForPerson: 0 });
    expect(bureau.persons.filter((one) => one === number)).toHaveLength(1);
  });

  test('the circuit opens, the risk manager and the health of the worker tell it, and nothing is lost', async () => {
    const numbers = [residentId(++people), residentId(++people)];
    bureau.next = ['error', 'error'];
    const ids: string[] = [];
    for (const number of numbers) ids.push((await inquire(await assignedAbout(number), number)).id);
    await eventually('both attempts failed', async () => (await listed('trouble: BUREAU_ERROR')).length === 2);
    expect(await channel()).toMatchObject({ state: 'HALF_OPEN', lastTrouble: 'BUREAU_ERROR', requested: 2, since: expect.any(String) });
    const ready = (await (await fetch(`${risk.url}/health/ready`)).json()) as { status: string; checks: Record<string, Json> };
    expect([ready.status, ready.checks['bureau']]).toEqual(['ready', expect.objectContaining({ ok: false, required: false })]);
    expect(await (await fetch(`${risk.url}/metrics`)).text()).toMatch(/weilend_bureau_circuit_open\{service="risk"\} 1/);
    for (const inquiryId of ids) await act('retryBureauInquiry', { inquiryId }, 'bureauInquiry { id }', first);
    await eventually('both are answered', async () => (await listed('state: REQUESTED')).length === 0);
    expect(await channel()).toMatchObject({ state: 'CLOSED' });
  });

  test('called off, it may be asked anew', async () => {
    const number = residentId(++people);
    const investigationId = await assignedAbout(number);
    bureau.next = ['say nothing'];
    const { id } = await inquire(investigationId, number);
    await eventually('the time-out', async () => (await inquiry(id))['trouble'] === 'TIMED_OUT');
    const refused = await act('callOffBureauInquiry', { inquiryId: id, reason: ' ' }, 'bureauInquiry { id }', first);
    expect(refused).toMatchObject({ bureauInquiry: null, userErrors: [{ code: 'TEXT_MISSING' }] });
    const ended = await act(
      'callOffBureauInquiry',
      { inquiryId: id, reason: 'the bureau is silent' },
      `bureauInquiry { ${INQUIRY} }`,
      first,
    );
    expect(ended).toMatchObject({
      bureauInquiry: { state: 'FAILED', trouble: 'CALLED_OFF', failure: 'the bureau is silent' },
      userErrors: [],
    });
    expect(await act('retryBureauInquiry', { inquiryId: id }, 'bureauInquiry { id }', first)).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_TRANSITION', rule: '7.12' }],
    });
    const { id: anew } = await inquire(investigationId, number);
    await eventually('the bureau answers', async () => (await inquiry(anew))['state'] === 'ANSWERED');
    expect(bureau.persons.filter((one) => one === number)).toHaveLength(1);
  });
});

describe('[3.7] what is shown of a report', () => {
  test('sums to the investigators, rows only with a reason, the reuse says so, and every look is written down', async () => {
    const number = residentId(++people, '905');
    const [investigationId, next] = [await assignedAbout(number), await assignedAbout(number)];
    const { id } = await inquire(investigationId, number);
    await eventually('the bureau answers', async () => (await inquiry(id))['state'] === 'ANSWERED');
    const reuse = await inquire(next, number);
    expect(reuse).toMatchObject({ state: 'ANSWERED', reusedFrom: id, attempts: 0 });
    const page = `query ($id: ID!) { investigation(id: $id) { bureau { state score reused figures {
      reportedOn identityMatch worstArrears publicRecords delinquenciesIn24Months inquiriesIn6Months
      debts { openCredits balance limit monthlyPayment guaranteed } } } } }`;
    const figures = {
      ...{ identityMatch: 'CONSISTENT', worstArrears: 'OVER_90', publicRecords: 0, delinquenciesIn24Months: 3, inquiriesIn6Months: 5 },
      debts: { openCredits: 1, balance: '13155.00', limit: '45000.00', monthlyPayment: '468.75', guaranteed: '25000.00' },
    };
    expect(await ask(page, { id: investigationId }, first)).toMatchObject({
      bureau: { state: 'ANSWERED', reused: false, score: 394, figures },
    });
    expect(await ask(page, { id: next }, second)).toMatchObject({ bureau: { state: 'ANSWERED', reused: true, score: 394, figures } });
    const details =
      'bureauReport { score details { identityMatch credits { lenderKind status balance } arrears { month bucket } guarantees { inArrears } } }';
    expect(await act('revealBureauReport', { inquiryId: reuse.id, reason: 'two lenders to ask about' }, details, second)).toMatchObject({
      bureauReport: {
        score: 394,
        details: {
          credits: [
            { lenderKind: 'BANK', status: 'OPEN', balance: '11250.00' },
            { status: 'WRITTEN_OFF', balance: '1905.00' },
          ],
          guarantees: [{ inArrears: true }],
        },
      },
    });
    const log = await ask<{ nodes: Json[] }>('{ riskAccessLog(first: 4) { nodes { kind objectId reason consentId } } }', {}, officer);
    expect(log.nodes).toMatchObject([
      { kind: 'BUREAU_REPORT_VIEW', objectId: reuse.id, reason: 'two lenders to ask about', consentId: expect.any(String) },
      { kind: 'BUREAU_REUSE', objectId: reuse.id, reason: 'loan application', consentId: expect.any(String) },
      { kind: 'BUREAU_ANSWER', objectId: id },
      { kind: 'BUREAU_INQUIRY', objectId: id },
    ]);
    expect(bureau.persons.filter((one) => one === number)).toHaveLength(1);
  });
});

describe('[2.2] who sees the list and the channel', () => {
  test.each([
    ['{ bureauInquiries { nodes { id } } }', [first, person('sales', 'salesperson'), person('approval', 'committee-member')]],
    ['{ bureauChannel { state } }', [first, person('sales', 'sales-manager'), person('finance', 'finance-manager')]],
  ])('%s: not everybody', async (query, others) => {
    for (const as of [manager, officer, person('compliance', 'auditor')]) expect((await risk.graph(query, {}, as)).errors).toBeUndefined();
    for (const as of others) expect((await risk.graph(query, {}, as)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
