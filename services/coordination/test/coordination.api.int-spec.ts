import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { permissions } from '@weilend/contracts';
import type { Envelope, Role } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
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
const otherSalesperson = person('sales', 'salesperson');
const coordinator = person('coordination', 'coordinator');
const auditor = person(null, 'auditor');
const financeOfficer = person('finance', 'finance-officer');
const people = [chair, riskManager, salesperson, otherSalesperson, coordinator, auditor, financeOfficer];

const ERRORS = 'userErrors { code rule message field }';
const HANDOFF = `query ($id: ID!) { handoff(id: $id) { id type kind from to state subject dueAt overdue flagged owner { id } application { id } levels { level state at } participants { role employee { id } } } }`;
const ACCEPT = `mutation ($input: AcceptHandoffInput!) { acceptHandoff(input: $input) { handoff { state owner { id } } ${ERRORS} } }`;
const CONVENE = `mutation ($input: ConveneMeetingInput!) { conveneMeeting(input: $input) { meeting { id state cause departments startsAt participants { id } } ${ERRORS} } }`;
const ATTEND = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { meeting { state attendance { department employee { id } } } ${ERRORS} } }`;
const MINUTES = `mutation ($input: RecordMinutesInput!) { recordMinutes(input: $input) { meeting { state resolutions { id state handoff { id kind to state } } } ${ERRORS} } }`;
const SETTLE = `mutation ($input: SettleResolutionInput!) { settleResolution(input: $input) { meeting { resolutions { state handoff { state } } } ${ERRORS} } }`;
const CLOSE = `mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { meeting { state closedAt } ${ERRORS} } }`;
const ADVANCE = `mutation ($input: AdvanceClockInput!) { advanceClock(input: $input) { clockAdvance { id state to } ${ERRORS} } }`;
const ASK = `mutation ($input: RequestCollaborationInput!) { requestCollaboration(input: $input) { collaboration { id state handoff { id dueAt kind } } ${ERRORS} } }`;
const REPLY = `mutation ($input: AnswerCollaborationInput!) { answerCollaboration(input: $input) { collaboration { state answer handoff { state } } ${ERRORS} } }`;

async function ask<T = Record<string, never>>(query: string, variables: object, as?: EmployeeActor): Promise<T> {
  const answer = await co.graph(query, variables as Record<string, unknown>, as);
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

async function receive(...messages: Envelope[]): Promise<void> {
  const consumers = [co.app.get(LogEveryMessage), co.app.get(KeepBoardWhenWorkMoves)];
  for (const message of messages) await inboxOf(co.platform, consumers).receive(message);
}

async function opened() {
  const participants = [{ role: 'SALESPERSON' as const, employeeId: salesperson.employeeId }];
  const work = decision(source, new Date(), { participants });
  await receive(work.opening);
  return work;
}

beforeAll(async () => {
  co = await testSubgraph(coordinationService, { role: 'all', env: { EVENT_STREAM_POLL_MS: '20', EVENT_LOG_POLL_MS: '20' } });
  await seedPeople(co.platform, people);
});
afterAll(() => co.stop());

describe('[8.3] the board', () => {
  test('shows work with deadline, ladder and people; the receiver takes it in hand', async () => {
    const work = await opened();
    const { handoff } = await ask<{ handoff: Record<string, unknown> }>(HANDOFF, { id: work.handoffId }, chair);
    expect(handoff).toMatchObject({
      type: 'decide-application',
      from: 'RISK',
      to: 'APPROVAL',
      state: 'OPEN',
      overdue: false,
      flagged: false,
      owner: null,
    });
    expect(handoff['application']).toEqual({ id: work.applicationId });
    expect(handoff['levels']).toHaveLength(4);
    expect(handoff['participants']).toEqual([{ role: 'SALESPERSON', employee: { id: salesperson.employeeId } }]);
    const accepted = await ask(ACCEPT, { input: { handoffId: work.handoffId } }, chair);
    expect(accepted).toEqual({ acceptHandoff: { handoff: { state: 'ACCEPTED', owner: { id: chair.employeeId } }, userErrors: [] } });
    const refused = await ask(ACCEPT, { input: { handoffId: work.handoffId } }, riskManager);
    expect(refused).toMatchObject({ acceptHandoff: { handoff: null, userErrors: [{ code: 'HANDOFF_OF_OTHERS', rule: '8.4' }] } });
  });

  test('lists the open work of a department, newest first, and what a person has in hand', async () => {
    const work = await opened();
    const list =
      'query ($d: Department, $mine: Boolean, $state: HandoffState) { handoffs(department: $d, mine: $mine, state: $state, first: 100) { nodes { id to } totalCount } }';
    const open = await ask<{ handoffs: { nodes: { id: string; to: string }[]; totalCount: number } }>(
      list,
      { d: 'APPROVAL', state: 'OPEN' },
      chair,
    );
    expect(open.handoffs.nodes[0]).toEqual({ id: work.handoffId, to: 'APPROVAL' });
    expect(open.handoffs.totalCount).toBe(open.handoffs.nodes.length);
    await ask(ACCEPT, { input: { handoffId: work.handoffId } }, chair);
    const mine = await ask<{ handoffs: { nodes: { id: string }[] } }>(list, { mine: true }, chair);
    expect(mine.handoffs.nodes.map(({ id }) => id)).toContain(work.handoffId);
  });

  test('an application shows its handoffs and meetings, a page of applications in one batch', async () => {
    const [one, two] = [await opened(), await opened()];
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { id handoffs { id dueAt } meetings { id } } } }';
    const representations = [one, two].map(({ applicationId }) => ({ __typename: 'LoanApplication', id: applicationId }));
    const found = await ask<{ _entities: { handoffs: { id: string }[] }[] }>(query, { r: representations }, salesperson);
    expect(found._entities.map(({ handoffs }) => handoffs.map(({ id }) => id))).toEqual([[one.handoffId], [two.handoffId]]);
    const foreign = await ask<{ _entities: { handoffs: unknown[] }[] }>(query, { r: representations }, otherSalesperson);
    expect(foreign._entities.map(({ handoffs }) => handoffs)).toEqual([[], []]);
  });

  test.each([
    ['the salesperson of the application', salesperson, true],
    ['another salesperson', otherSalesperson, false],
    ['the giving department', riskManager, true],
    ['a department that is not concerned', financeOfficer, false],
    ['an auditor', auditor, true],
  ])('[3.7] %s: %s', async (_name, reader, sees) => {
    const work = await opened();
    const { handoff } = await ask<{ handoff: object | null }>(HANDOFF, { id: work.handoffId }, reader);
    expect(handoff !== null).toBe(sees);
  });

  test('[8.4] statistics per pair of departments', async () => {
    const work = await opened();
    await receive(work.completed(new Date()));
    const query = 'query ($d: LocalDate!) { handoffStatistics(from: $d, to: $d) { from to volume completed onTimeShare medianMinutes } }';
    const { handoffStatistics } = await ask<{ handoffStatistics: Record<string, unknown>[] }>(
      query,
      { d: co.platform.clock.today() },
      riskManager,
    );
    expect(handoffStatistics).toContainEqual(expect.objectContaining({ from: 'RISK', to: 'APPROVAL', completed: 1, onTimeShare: 1 }));
  });
});

describe('[8.2] a meeting from the call to its close', () => {
  test('disagreement, attendance, minutes with four sections, resolutions, close', async () => {
    const input = { title: '分歧协调', agenda: ['授信额度分歧'], departments: ['RISK', 'APPROVAL'], subject: newId('app') };
    const { conveneMeeting } = await ask<{ conveneMeeting: { meeting: { id: string; startsAt: string } } }>(
      CONVENE,
      { input },
      riskManager,
    );
    expect(conveneMeeting).toMatchObject({
      userErrors: [],
      meeting: { state: 'CONVENED', cause: 'DISAGREEMENT', departments: ['RISK', 'APPROVAL'] },
    });
    const meetingId = conveneMeeting.meeting.id;
    const attendeeIds = [riskManager.employeeId, chair.employeeId];
    expect(await ask(ATTEND, { input: { meetingId, attendeeIds } }, coordinator)).toMatchObject({
      recordAttendance: { meeting: null, userErrors: [{ code: 'MEETING_NOT_YET_BEGUN' }] },
    });
    await co.platform.database.collection('meetings').updateOne({ _id: meetingId } as never, { $set: { startsAt: new Date(0) } });
    expect(await ask(ATTEND, { input: { meetingId, attendeeIds: [riskManager.employeeId] } }, coordinator)).toMatchObject({
      recordAttendance: { userErrors: [{ code: 'MEETING_QUORUM_MISSED', rule: '8.3' }] },
    });
    expect(await ask(ATTEND, { input: { meetingId, attendeeIds } }, coordinator)).toMatchObject({
      recordAttendance: { meeting: { state: 'HELD' }, userErrors: [] },
    });
    const sections = { businessProgress: '进展', riskSituation: '风险', financialArrangement: '资金', legalCompliance: '合规' };
    const resolutions = [{ text: '三日内复议', department: 'APPROVAL', ownerId: chair.employeeId, dueOn: '2099-01-05' }];
    expect(await ask(MINUTES, { input: { meetingId, ...sections, legalCompliance: ' ', resolutions } }, coordinator)).toMatchObject({
      recordMinutes: {
        userErrors: [{ code: 'MINUTES_SECTION_MISSING', rule: '8.2', message: expect.stringContaining('legalCompliance') }],
      },
    });
    const { recordMinutes } = await ask<{ recordMinutes: { meeting: { resolutions: { id: string }[] } } }>(
      MINUTES,
      { input: { meetingId, ...sections, resolutions } },
      coordinator,
    );
    expect(recordMinutes).toMatchObject({
      meeting: { state: 'MINUTED', resolutions: [{ state: 'OPEN', handoff: { kind: 'RESOLUTION', to: 'APPROVAL', state: 'OPEN' } }] },
    });
    const resolutionId = recordMinutes.meeting.resolutions[0]?.id;
    expect(await ask(CLOSE, { input: { meetingId } }, coordinator)).toMatchObject({
      closeMeeting: { userErrors: [{ code: 'RESOLUTIONS_OPEN' }] },
    });
    const settle = { meetingId, resolutionId, state: 'DONE', outcome: '已复议' };
    expect(await ask(SETTLE, { input: settle }, financeOfficer)).toMatchObject({
      settleResolution: { userErrors: [{ code: 'RESOLUTION_OF_OTHERS' }] },
    });
    expect(await ask(SETTLE, { input: settle }, chair)).toMatchObject({
      settleResolution: { meeting: { resolutions: [{ state: 'DONE', handoff: { state: 'COMPLETED' } }] }, userErrors: [] },
    });
    expect(await ask(CLOSE, { input: { meetingId } }, coordinator)).toMatchObject({
      closeMeeting: { meeting: { state: 'CLOSED' }, userErrors: [] },
    });
  });

  test.each([
    ['one department alone', { departments: ['RISK'] }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['one department twice', { departments: ['RISK', 'RISK'] }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['a guest nobody knows', { guestIds: [newId('emp')] }, 'MEETING_GUEST_UNKNOWN'],
  ])('[8.3] does not meet: %s', async (_name, change, code) => {
    const before = await co.platform.database.collection('meetings').countDocuments();
    const input = { title: '会', agenda: [], departments: ['RISK', 'SALES'], ...change };
    expect(await ask(CONVENE, { input }, riskManager)).toMatchObject({ conveneMeeting: { meeting: null, userErrors: [{ code }] } });
    expect(await co.platform.database.collection('meetings').countDocuments()).toBe(before);
  });
});

describe('[8.4] collaboration requests', () => {
  test('are asked with a deadline, answered by the asked department, and counted', async () => {
    const { requestCollaboration } = await ask<{ requestCollaboration: { collaboration: { id: string } } }>(
      ASK,
      { input: { to: 'RISK', need: '陪同拜访', deadline: '4h' } },
      salesperson,
    );
    expect(requestCollaboration).toMatchObject({ userErrors: [], collaboration: { state: 'OPEN', handoff: { kind: 'COLLABORATION' } } });
    const collaborationId = requestCollaboration.collaboration.id;
    expect(await ask(REPLY, { input: { collaborationId, answer: '好' } }, financeOfficer)).toMatchObject({
      answerCollaboration: { userErrors: [{ code: 'HANDOFF_OF_OTHERS' }] },
    });
    expect(await ask(REPLY, { input: { collaborationId, answer: '周三上午' } }, riskManager)).toMatchObject({
      answerCollaboration: { collaboration: { state: 'ANSWERED', answer: '周三上午', handoff: { state: 'COMPLETED' } }, userErrors: [] },
    });
  });

  test.each([
    ['one’s own department', { to: 'SALES' }, 'COLLABORATION_INVALID'],
    ['nothing', { need: ' ' }, 'COLLABORATION_INVALID'],
    ['no time', { deadline: '0d' }, 'DURATION_INVALID'],
    ['a strange time', { deadline: 'soon' }, 'DURATION_INVALID'],
  ])('refuse %s', async (_name, change, code) => {
    const input = { to: 'RISK', need: '陪同拜访', ...change };
    expect(await ask(ASK, { input }, salesperson)).toMatchObject({ requestCollaboration: { collaboration: null, userErrors: [{ code }] } });
  });
});

describe('[1.3] permissions', () => {
  const MUTATIONS: readonly [string, string, string, object][] = [
    ['coordination.accept-handoff', ACCEPT, 'acceptHandoff', { handoffId: newId('hof') }],
    ['coordination.convene-meeting', CONVENE, 'conveneMeeting', { title: 'x', agenda: [], departments: ['RISK', 'SALES'] }],
    ['coordination.record-attendance', ATTEND, 'recordAttendance', { meetingId: newId('mtg'), attendeeIds: [] }],
    ['coordination.close-meeting', CLOSE, 'closeMeeting', { meetingId: newId('mtg') }],
    ['coordination.request-collaboration', ASK, 'requestCollaboration', { to: 'RISK', need: 'x' }],
    ['coordination.advance-clock', ADVANCE, 'advanceClock', { to: '2000-01-01T00:00:00Z' }],
  ];
  const ROLES_TRIED: readonly Role[] = [
    'salesperson',
    'investigator',
    'committee-secretary',
    'finance-manager',
    'coordinator',
    'administrator',
    'auditor',
  ];
  const cases = MUTATIONS.flatMap(([permission, query, field, input]) =>
    [...ROLES_TRIED, null].map((role) => [field, role, permission, query, input] as const),
  );

  test.each(cases)('%s as %s', async (_field, role, permission, query, input) => {
    const as = role ? person('training', role) : undefined;
    const { roles } = permissions[permission as keyof typeof permissions] as { roles: readonly Role[] };
    const code = (await co.graph(query, { input }, as)).errors?.[0]?.extensions['code'];
    expect(code).toBe(!role ? 'UNAUTHENTICATED' : roles.includes(role) ? undefined : 'FORBIDDEN');
  });

  test.each([
    '{ handoffs { nodes { id } } }',
    '{ meetings { nodes { id } } }',
    '{ events { nodes { id } } }',
    '{ businessClock { now } }',
    '{ collaborationRequests { nodes { id } } }',
  ])('%s needs a token', async (query) => {
    expect((await co.graph(query)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect((await co.graph(query, {}, salesperson)).errors).toBeUndefined();
  });

  test.each([
    '{ dashboard(from: "2026-01-01", to: "2026-12-31") { sales { loans } } }',
    '{ handoffStatistics(from: "2026-01-01", to: "2026-12-31") { volume } }',
  ])('%s is for who oversees', async (query) => {
    expect((await co.graph(query, {}, salesperson)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await co.graph(query, {}, riskManager)).errors).toBeUndefined();
  });
});
