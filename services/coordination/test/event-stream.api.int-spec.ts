import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, inboxOf, MessageSource, person, seedPeople, testSubgraph, testToken } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { KeepBoardWhenWorkMoves } from '../src/consumers/keep-board-when-work-moves.consumer.js';
import { LogEveryMessage } from '../src/consumers/log-every-message.consumer.js';
import { coordinationService } from '../src/coordination.module.js';
import { decision } from './builders/coordination.builder.js';

let co: SubgraphUnderTest;
const source = new MessageSource();
const chair = person('approval', 'committee-chair');
const riskManager = person('risk', 'risk-manager');
const salesperson = person('sales', 'salesperson');
const coordinator = person('coordination', 'coordinator');
const auditor = person(null, 'auditor');
const ADVANCE = `mutation ($input: AdvanceClockInput!) { advanceClock(input: $input) { clockAdvance { id state to } userErrors { code } } }`;

async function ask<T = Record<string, never>>(query: string, variables: object, as?: EmployeeActor): Promise<T> {
  const answer = await co.graph(query, variables as Record<string, unknown>, as);
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

async function opened(openedAt = new Date()) {
  const work = decision(source, openedAt, { participants: [{ role: 'SALESPERSON', employeeId: salesperson.employeeId }] });
  await inboxOf(co.platform, [co.app.get(LogEveryMessage), co.app.get(KeepBoardWhenWorkMoves)]).receive(work.opening);
  return work;
}

beforeAll(async () => {
  co = await testSubgraph(coordinationService, {
    role: 'all',
    env: { EVENT_STREAM_POLL_MS: '20', EVENT_LOG_POLL_MS: '20', LADDER_SWEEP_MS: '600000' },
  });
  await seedPeople(co.platform, [chair, riskManager, salesperson, coordinator, auditor]);
});
afterAll(() => co.stop());

describe('the event stream', () => {
  const open = async (as: EmployeeActor | null, headers: Record<string, string> = {}, query = '') => {
    const authorization: Record<string, string> = as ? { authorization: `Bearer ${await testToken(co.key, as)}` } : {};
    const controller = new AbortController();
    const response = await fetch(`${co.url}/events${query}`, { headers: { ...authorization, ...headers }, signal: controller.signal });
    return { response, close: () => controller.abort() };
  };
  const readUntil = async (response: Response, count: number): Promise<{ id: string; type: string; data: Envelope }[]> => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const frames = [...text.matchAll(/id: (\S+)\nevent: (\S+)\ndata: (.+)\n\n/g)];
      if (frames.length >= count)
        return frames.map(([, id = '', type = '', data = '']) => ({ id, type, data: JSON.parse(data) as Envelope }));
      const chunk = await reader?.read();
      if (!chunk || chunk.done) throw new Error(`the stream ended after: ${text}`);
      text += chunk.value;
    }
  };

  test('sends what happens from now on, and resumes after Last-Event-ID without a gap', async () => {
    const subjects = [await opened(), await opened(), await opened()].map((work) => work.applicationId);
    const before = await eventually('all are placed', async () => {
      const { events } = await ask<{ events: { nodes: { cursor: string; subject: string }[] } }>(
        'query ($s: [ID!]) { events(subjects: $s) { nodes { cursor subject type data } } }',
        { s: subjects },
        auditor,
      );
      return events.nodes.length === 3 && events.nodes;
    });
    const { response, close } = await open(auditor, { 'last-event-id': before[0]?.cursor ?? '' }, `?subjects=${subjects.join(',')}`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect((await readUntil(response, 2)).map((frame) => frame.data.subject)).toEqual(subjects.slice(1));
    close();
  });

  test('[1.3] a person who is deactivated is cut off while the stream is open', async () => {
    const leaver = person(null, 'auditor');
    const { response } = await open(leaver);
    await co.platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'deny' }, (tx) =>
      co.platform.denied.add(leaver.employeeId, new Date(Date.now() + 60_000), tx),
    );
    await expect(readUntil(response, 1)).rejects.toThrow('the stream ended');
    expect((await open(leaver)).response.status).toBe(401);
  });

  test.each([
    ['nobody', null, {}, '', 401],
    ['a bad token', null, { authorization: 'Bearer abc.def.ghi' }, '', 401],
    ['another scheme', null, { authorization: 'Basic abc' }, '', 401],
    ['a bad cursor', auditor, { 'last-event-id': 'nonsense' }, '', 400],
  ])('refuses %s', async (_name, as, headers, query, status) => {
    const { response } = await open(as, headers, query);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String) } });
  });
});

describe('[3.7] the log keeps to the rows that a person may see', () => {
  const paidOut = async (salespersonId: string): Promise<string> => {
    const applicationId = newId('app');
    const ids = { loanId: newId('lon'), disbursementId: newId('dis'), contractId: newId('con'), customerId: newId('cus'), salespersonId };
    const terms = { productId: newId('prd'), amountFen: 100, termMonths: 12, annualRate: '0.12', method: 'BULLET' as const };
    const days = { disbursedOn: '2026-11-23', firstDueOn: '2026-12-23', firstLoanOfCustomer: true };
    const told = source.event('finance.loan-disbursed.v1', applicationId, { applicationId, ...ids, ...terms, ...days });
    await inboxOf(co.platform, [co.app.get(LogEveryMessage)]).receive(told);
    return applicationId;
  };
  const seen = async (subjects: string[], as: EmployeeActor): Promise<string[]> =>
    (
      await ask<{ events: { nodes: { subject: string }[] } }>(
        'query ($s: [ID!]) { events(subjects: $s) { nodes { subject } } }',
        { s: subjects },
        as,
      )
    ).events.nodes.map((node) => node.subject);

  test("a salesperson reads of his own customers' loans, not of a colleague's", async () => {
    const [own, foreign] = [await paidOut(salesperson.employeeId), await paidOut(newId('emp'))];
    await eventually('both are placed', async () => (await seen([own, foreign], auditor)).length === 2);
    expect(await seen([own, foreign], salesperson)).toEqual([own]);
    expect(await seen([own, foreign], person('sales', 'sales-manager'))).toEqual([own, foreign]);
  });
});

describe('the controlled clock in a running service', () => {
  test('[8.6] advances through the ladder to the meeting', async () => {
    await co.platform.database.collection('board').deleteMany({});
    const work = await opened();
    const to = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const { advanceClock } = await ask<{ advanceClock: { clockAdvance: { id: string } } }>(
      ADVANCE,
      { input: { to, requestKey: 'three weeks' } },
      coordinator,
    );
    const id = advanceClock.clockAdvance.id;
    // The other seven departments do not run here: their acknowledgements are given for them.
    await eventually(
      'the clock has arrived',
      async () => {
        await co.platform.database
          .collection('outbox')
          .updateMany({ destination: { $ne: 'coordination' } } as never, { $set: { status: 'acked', ackedAt: new Date() } });
        const answer = await ask<{ clockAdvance: { state: string } }>(
          'query ($id: ID!) { clockAdvance(id: $id) { state steps now } }',
          { id },
          salesperson,
        );
        return answer.clockAdvance.state === 'ARRIVED';
      },
      60_000,
    );
    const { handoff } = await ask<{ handoff: { levels: { state: string; meeting: { state: string } | null }[] } }>(
      'query ($id: ID!) { handoff(id: $id) { overdue flagged levels { state meeting { state cause } } } }',
      { id: work.handoffId },
      chair,
    );
    expect(handoff).toMatchObject({ overdue: true, flagged: true });
    expect(handoff.levels.map(({ state }) => state)).toEqual(['FIRED', 'FIRED', 'FIRED', 'FIRED']);
    expect(handoff.levels[3]?.meeting).toEqual({ state: 'CONVENED', cause: 'HANDOFF_OVERDUE' });
    const { businessClock } = await ask<{ businessClock: { now: string; mode: string } }>(
      '{ businessClock { now today mode } }',
      {},
      salesperson,
    );
    expect(businessClock.mode).toBe('CONTROLLED');
    expect(new Date(businessClock.now).getTime()).toBeGreaterThanOrEqual(new Date(to).getTime());
  }, 120_000);
});

describe('[8.6] the alarm of the ladder', () => {
  test('fires a level at its moment without the sweeper', async () => {
    const { platform } = co;
    const monday = new Date('2030-01-07T10:00:00+08:00');
    const { step } = await platform.clock.position();
    await platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'prepare' }, async (tx) => {
      await platform.clock.move({ offsetMs: monday.getTime() - Date.now(), step: step + 1 }, tx);
      await platform.parameters.apply(
        { _id: newId('par'), key: 'deadline.decide-application', value: '1m', effectiveFrom: '2021-01-01' },
        tx,
      );
    });
    // The reminder of a deadline of one minute is due after 45 seconds: half a second from now.
    const work = await opened(new Date(platform.clock.now().getTime() - 44_500));
    const levels = await eventually('the reminder', async () => {
      const { handoff } = await ask<{ handoff: { levels: { level: number; state: string; notified: { id: string }[] }[] } }>(
        'query ($id: ID!) { handoff(id: $id) { levels { level state notified { id } } } }',
        { id: work.handoffId },
        chair,
      );
      return handoff.levels[0]?.state === 'FIRED' && handoff.levels;
    });
    expect(levels[0]).toEqual({ level: 0, state: 'FIRED', notified: [{ id: chair.employeeId }] });
  });
});
