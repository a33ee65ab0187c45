import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { KeepBoardWhenWorkMoves } from '../src/consumers/keep-board-when-work-moves.consumer.js';
import { coordinationService } from '../src/coordination.module.js';
import { DueMatters } from '../src/use-cases/due-matters.js';
import { decision } from './builders/coordination.builder.js';

let co: SubgraphUnderTest;
const source = new MessageSource();
const riskManager = person('risk', 'risk-manager');
const salesManager = person('sales', 'sales-manager');
const salesperson = person('sales', 'salesperson');
const chair = person('approval', 'committee-chair');
const hrManager = person('hr', 'hr-manager');
const financeOfficer = person('finance', 'finance-officer');
const coordinator = person('coordination', 'coordinator');
const people = [riskManager, salesManager, salesperson, chair, hrManager, financeOfficer, coordinator];

const ERRORS = 'userErrors { code rule field }';
const START = `mutation ($input: StartMeetingSeriesInput!) { startMeetingSeries(input: $input) { series { id state title recurrence { kind number } startTime departments startedBy { id } meetings { id } } ${ERRORS} } }`;
const END = `mutation ($input: EndMeetingSeriesInput!) { endMeetingSeries(input: $input) { series { state endedReason meetings { state cancelledReason } } ${ERRORS} } }`;
const RAISE = `mutation ($input: RaiseDisagreementInput!) { raiseDisagreement(input: $input) { meeting { id state cause departments agenda startsAt participants { id } handoff { id } } ${ERRORS} } }`;
const ASK = `mutation ($input: RequestCollaborationInput!) { requestCollaboration(input: $input) { collaboration { id handoff { id } } ${ERRORS} } }`;
const REPLY = `mutation ($input: AnswerCollaborationInput!) { answerCollaboration(input: $input) { collaboration { state } ${ERRORS} } }`;

async function ask<T = Record<string, never>>(query: string, variables: object, as?: EmployeeActor): Promise<T> {
  const answer = await co.graph(query, variables as Record<string, unknown>, as);
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

const daily = {
  title: '销售与风险例会',
  agenda: ['业务进展'],
  departments: ['SALES', 'RISK'],
  recurrence: { kind: 'EVERY_WORKING_DAYS', number: 1 },
  startTime: '10:00',
  durationMinutes: 60,
};

async function requested(): Promise<{ id: string; handoffId: string }> {
  const { requestCollaboration } = await ask<{ requestCollaboration: { collaboration: { id: string; handoff: { id: string } } } }>(
    ASK,
    { input: { to: 'RISK', need: '陪同拜访', deadline: '4h' } },
    salesManager,
  );
  const { id, handoff } = requestCollaboration.collaboration;
  return { id, handoffId: handoff.id };
}

beforeAll(async () => {
  co = await testSubgraph(coordinationService);
  await seedPeople(co.platform, people);
});
afterAll(() => co.stop());

describe('[8.1] series of meetings in the graph', () => {
  test('a manager starts one, its meetings appear, and its end cancels what has not begun', async () => {
    const { startMeetingSeries } = await ask<{ startMeetingSeries: { series: { id: string } } }>(START, { input: daily }, salesManager);
    expect(startMeetingSeries).toMatchObject({
      userErrors: [],
      series: {
        state: 'ACTIVE',
        title: daily.title,
        recurrence: daily.recurrence,
        startedBy: { id: salesManager.employeeId },
        meetings: [],
      },
    });
    await co.app.get(DueMatters).settle();
    const query =
      'query ($id: ID!) { meetingSeries(id: $id) { meetings { cause subject state } } meetingSeriesList(state: ACTIVE) { nodes { id } } meetings(subject: $id) { nodes { cause } } }';
    const { id } = startMeetingSeries.series;
    const shown = await ask<{ meetingSeries: { meetings: object[] }; meetings: { nodes: object[] } }>(query, { id }, riskManager);
    expect(shown.meetingSeries.meetings[0]).toEqual({ cause: 'SERIES', subject: id, state: 'CONVENED' });
    expect(shown.meetings.nodes).toHaveLength(shown.meetingSeries.meetings.length);
    expect(shown).toMatchObject({ meetingSeriesList: { nodes: [{ id }] } });
    const ended = await ask<{ endMeetingSeries: { series: { meetings: { cancelledReason: string | null }[] } } }>(
      END,
      { input: { seriesId: id, reason: '并入周会' } },
      salesManager,
    );
    expect(ended).toMatchObject({ endMeetingSeries: { series: { state: 'ENDED', endedReason: '并入周会' }, userErrors: [] } });
    expect(ended.endMeetingSeries.series.meetings.at(-1)?.cancelledReason).toBe('并入周会');
  });

  test.each([
    ['a department that takes part', salesperson, true],
    ['the coordinator', coordinator, true],
    ['a department that does not', financeOfficer, false],
    ['an auditor', person(null, 'auditor'), true],
  ])('[3.7] is shown to %s: %s', async (_name, reader, sees) => {
    const { startMeetingSeries } = await ask<{ startMeetingSeries: { series: { id: string } } }>(START, { input: daily }, salesManager);
    const { meetingSeries } = await ask<{ meetingSeries: object | null }>(
      'query ($id: ID!) { meetingSeries(id: $id) { title } }',
      { id: startMeetingSeries.series.id },
      reader,
    );
    expect(meetingSeries !== null).toBe(sees);
  });

  test.each([
    ['one department', { departments: ['SALES'] }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['the lunch break', { startTime: '12:00' }, 'SERIES_OUTSIDE_WORKING_HOURS'],
    ['a Sunday', { recurrence: { kind: 'WEEKLY', number: 7 } }, 'SERIES_RECURRENCE_INVALID'],
    ['no title', { title: '' }, 'SERIES_INVALID'],
  ])('refuses %s', async (_name, wrong, code) => {
    expect(await ask(START, { input: { ...daily, ...wrong } }, salesManager)).toMatchObject({
      startMeetingSeries: { series: null, userErrors: [{ code }] },
    });
  });
});

describe('[8.6] a manager raises a disagreement', () => {
  const opened = async (): Promise<string> => {
    const work = decision(source, new Date());
    await inboxOf(co.platform, [co.app.get(KeepBoardWhenWorkMoves)]).receive(work.opening);
    return work.handoffId;
  };

  test('about a handoff: its departments meet about it, with their managers, the issue and a slot, once at a time', async () => {
    const handoffId = await opened();
    const input = { handoffId, issue: '授信额度分歧' };
    const { raiseDisagreement } = await ask<{ raiseDisagreement: { meeting: { startsAt: string; agenda: string[] } } }>(
      RAISE,
      { input },
      riskManager,
    );
    expect(raiseDisagreement).toMatchObject({
      userErrors: [],
      meeting: {
        state: 'CONVENED',
        cause: 'DISAGREEMENT',
        departments: ['RISK', 'APPROVAL'],
        handoff: { id: handoffId },
        participants: [{ id: riskManager.employeeId }, { id: chair.employeeId }],
      },
    });
    expect(raiseDisagreement.meeting.agenda[0]).toBe('分歧：授信额度分歧');
    expect(Date.parse(raiseDisagreement.meeting.startsAt)).toBeGreaterThan(Date.now());
    expect(await ask(RAISE, { input }, chair)).toMatchObject({ raiseDisagreement: { userErrors: [{ code: 'DISAGREEMENT_RAISED' }] } });
  });

  test('about a subject, with the departments he names', async () => {
    const input = { subject: newId('app'), issue: '担保方式', departments: ['FINANCE'] };
    expect(await ask(RAISE, { input }, riskManager)).toMatchObject({
      raiseDisagreement: { meeting: { departments: ['RISK', 'FINANCE'] } },
    });
  });

  test.each([
    ['that was declined', true],
    ['that nobody has answered', false],
  ])('[8.4] about a request %s', async (_name, declined) => {
    const { id, handoffId } = await requested();
    const input = { collaborationId: id, answer: '人手不足', declined: true };
    if (declined) expect(await ask(REPLY, { input }, riskManager)).toMatchObject({ answerCollaboration: { userErrors: [] } });
    expect(await ask(RAISE, { input: { handoffId, issue: '客户等待支持' } }, salesManager)).toMatchObject({
      raiseDisagreement: { meeting: { cause: 'DISAGREEMENT', departments: ['SALES', 'RISK'], handoff: { id: handoffId } }, userErrors: [] },
    });
  });

  test('in the same moment from both sides is one meeting', async () => {
    const input = { handoffId: await opened(), issue: '期限' };
    await Promise.all([ask(RAISE, { input }, riskManager), ask(RAISE, { input }, chair), ask(RAISE, { input }, coordinator)]);
    expect(await co.platform.database.collection('meetings').countDocuments({ handoffId: input.handoffId })).toBe(1);
  });

  test.each([
    ['about the work of others', () => opened(), hrManager, 'DISAGREEMENT_OF_OTHERS'],
    ['about work that nobody knows', () => Promise.resolve(newId('hof')), riskManager, 'NOT_FOUND'],
    ['with nobody', () => Promise.resolve(null), riskManager, 'MEETING_DEPARTMENTS_TOO_FEW'],
  ])('not %s', async (_name, about, as, code) => {
    const before = await co.platform.database.collection('meetings').countDocuments();
    expect(await ask(RAISE, { input: { handoffId: await about(), issue: '分歧' } }, as)).toMatchObject({
      raiseDisagreement: { meeting: null, userErrors: [{ code }] },
    });
    expect(await co.platform.database.collection('meetings').countDocuments()).toBe(before);
  });

  test('[1.3] a salesperson does not', async () => {
    const answer = await co.graph(RAISE, { input: { issue: 'x', departments: ['RISK'] } }, salesperson);
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('[8.4, 2.6] how departments answer each other', () => {
  test('counts requests per pair apart from other work: volume, answered, declined, times and punctuality', async () => {
    await co.platform.database.collection('board').deleteMany({});
    const [first, second] = [await requested(), await requested()];
    await requested();
    await ask(REPLY, { input: { collaborationId: first.id, answer: '周三上午' } }, riskManager);
    await ask(REPLY, { input: { collaborationId: second.id, answer: '人手不足', declined: true } }, riskManager);
    await inboxOf(co.platform, [co.app.get(KeepBoardWhenWorkMoves)]).receive(decision(source, new Date()).opening);
    const query =
      'query ($d: LocalDate!, $kind: HandoffKind) { handoffStatistics(from: $d, to: $d, kind: $kind) { from to volume open completed returned medianMinutes p90Minutes onTimeShare } }';
    const figures = async (kind: string | null) =>
      (await ask<{ handoffStatistics: object[] }>(query, { d: co.platform.clock.today(), kind }, salesManager)).handoffStatistics;
    expect(await figures('COLLABORATION')).toEqual([
      expect.objectContaining({ from: 'SALES', to: 'RISK', volume: 3, open: 1, completed: 1, returned: 1, onTimeShare: 1 }),
    ]);
    expect(await figures('MEETING')).toEqual([]);
    expect(await figures(null)).toHaveLength(2);
  });
});
