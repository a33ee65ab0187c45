import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId, workingMsBetween } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, inboxOf, MessageSource, person, seedParameters, seedPeople, sentMessages, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { KeepBoardWhenWorkMoves } from '../src/consumers/keep-board-when-work-moves.consumer.js';
import { coordinationService } from '../src/coordination.module.js';
import { at, calendar, calendarTexts, DAY_MS, HOUR_MS, shown } from '../src/domain/__cases__/calendar.cases.js';
import { decision } from './builders/coordination.builder.js';

// One line of the law in a running service, by the controlled clock: Friday 25 September 2026, a make-up Sunday, the National Day week.
let co: SubgraphUnderTest;
const source = new MessageSource();
const chair = person('approval', 'committee-chair');
const riskManager = person('risk', 'risk-manager');
const salesManager = person('sales', 'sales-manager');
const legal = person('compliance', 'compliance-officer');
const coordinator = person('coordination', 'coordinator');

const FRIDAY = '2026-09-25 09:00';
/** Three working days from Friday morning: 75 %, the deadline, half of it later, and once more of it later. */
const MOMENTS = ['2026-09-28 10:52', '2026-09-28 18:00', '2026-09-30 14:15', '2026-10-08 18:00'];
const ERRORS = 'userErrors { code }';
const ADVANCE = `mutation ($input: AdvanceClockInput!) { advanceClock(input: $input) { clockAdvance { id } ${ERRORS} } }`;
const PAUSE = `mutation ($input: PauseHandoffInput!) { pauseHandoff(input: $input) { handoff { state } ${ERRORS} } }`;
const ATTEND = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { meeting { state awaitedRecord { type to } } ${ERRORS} } }`;
const MINUTES = `mutation ($input: RecordMinutesInput!) { recordMinutes(input: $input) { meeting { state resolutions { handoff { id kind } } } ${ERRORS} } }`;
const MEETING = 'id state cause cancelledReason departments agenda startsAt endsAt participants { id }';
const HANDOFF = `query ($id: ID!) { handoff(id: $id) { state overdue flagged dueAt levels { level at firedAt state notified { id } meeting { ${MEETING} } } } }`;

interface MeetingShown {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly agenda: string[];
  readonly participants: { readonly id: string }[];
}
interface HandoffShown {
  readonly dueAt: string;
  readonly levels: {
    readonly at: string;
    readonly firedAt: string | null;
    readonly state: string;
    readonly notified: { readonly id: string }[];
    readonly meeting: MeetingShown | null;
  }[];
}

async function ask<T = Record<string, never>>(query: string, variables: object, as: EmployeeActor): Promise<T> {
  const answer = await co.graph(query, variables as Record<string, unknown>, as);
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

const receive = (message: Envelope) => inboxOf(co.platform, [co.app.get(KeepBoardWhenWorkMoves)]).receive(message);
const shownOf = async (id: string): Promise<HandoffShown> => (await ask<{ handoff: HandoffShown }>(HANDOFF, { id }, coordinator)).handoff;
const told = async (type: string, subject: string): Promise<Envelope[]> =>
  (await sentMessages(co.platform)).filter((envelope) => envelope.type === type && envelope.subject === subject);
const minute = (instant: string | null | undefined): string | null => shown(instant ? new Date(instant) : null);

/** The other seven departments do not run here: their acknowledgements are given for them. */
async function advanceTo(moment: string): Promise<void> {
  const input = { to: at(moment).toISOString() };
  const { advanceClock } = await ask<{ advanceClock: { clockAdvance: { id: string } } }>(ADVANCE, { input }, coordinator);
  await eventually(
    `the clock is at ${moment}`,
    async () => {
      await co.platform.database
        .collection('outbox')
        .updateMany({ destination: { $ne: 'coordination' } } as never, { $set: { status: 'acked', ackedAt: new Date() } });
      const query = 'query ($id: ID!) { clockAdvance(id: $id) { state } }';
      const { clockAdvance } = await ask<{ clockAdvance: { state: string } }>(query, advanceClock.clockAdvance, coordinator);
      return clockAdvance.state === 'ARRIVED';
    },
    90_000,
  );
}

const alone = decision(source, at(FRIDAY));
const paused = decision(source, at(FRIDAY));
const doneInTime = decision(source, at(FRIDAY));
const contract = newId('hof');

beforeAll(async () => {
  const env = { EVENT_LOG_POLL_MS: '20', LADDER_SWEEP_MS: '600000', MEETING_SWEEP_MS: '600000', CLOCK_POLL_MS: '50' };
  co = await testSubgraph(coordinationService, { role: 'all', env });
  await seedPeople(co.platform, [chair, riskManager, salesManager, legal, coordinator]);
  await seedParameters(co.platform, {
    'calendar.holidays': calendarTexts.holidays,
    'calendar.make-up-days': calendarTexts.makeUpDays,
    'deadline.decide-application': '3d',
    'deadline.sign-contract': '3d',
  });
  const { step } = await co.platform.clock.position();
  await co.platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'prepare' }, (tx) =>
    co.platform.clock.move({ offsetMs: at(FRIDAY).getTime() - Date.now(), step: step + 1 }, tx),
  );
  for (const work of [alone, paused, doneInTime]) await receive(work.opening);
  const applicationId = newId('app');
  const terms = { amountFen: 100, termMonths: 12, annualRate: '0.12', method: 'BULLET' as const };
  const data = { applicationId, participants: [], decisionId: newId('dec'), productId: newId('prd'), ...terms, validUntil: '2026-12-31' };
  const opening = source.handoff('sign-contract', 'approval', { id: contract, subject: applicationId, data: data as never });
  await receive({ ...opening, time: at(FRIDAY).toISOString() });
  const input = { handoffId: paused.handoffId, reason: '等待客户补充材料' };
  expect(await ask(PAUSE, { input }, chair)).toMatchObject({ pauseHandoff: { handoff: { state: 'PAUSED' }, userErrors: [] } });
  await advanceTo('2026-10-08 18:30');
}, 150_000);
afterAll(() => co.stop());

describe('[8.6] a handoff left alone', () => {
  test('rings each level at its working-time moment across a weekend, a public holiday and a make-up working day', async () => {
    const { levels } = await shownOf(alone.handoffId);
    expect(levels.map((level) => minute(level.at))).toEqual(MOMENTS);
    expect(levels.map(({ state }) => state)).toEqual(['FIRED', 'FIRED', 'FIRED', 'FIRED']);
    // Never early, and in the step of the clock that reached the moment: steps end with the minute.
    const stops = ['2026-09-28 10:53', ...MOMENTS.slice(1)];
    expect(levels.map((level) => minute(level.firedAt))).toEqual(stops);
    const people = [[chair], [chair], [chair, riskManager], [chair, riskManager]].map((row) => row.map(({ employeeId }) => employeeId));
    expect(levels.map(({ notified }) => notified.map(({ id }) => id))).toEqual(people);
    expect((await told('coordination.handoff-escalated.v1', alone.handoffId)).map(({ data }) => data['level'])).toEqual([0, 1, 2, 3]);
  });

  test('[8.3] the meeting has the right departments, agenda and slot', async () => {
    const meeting = (await shownOf(alone.handoffId)).levels[3]?.meeting;
    expect(meeting).toMatchObject({ state: 'CONVENED', cause: 'HANDOFF_OVERDUE', departments: ['RISK', 'APPROVAL'] });
    expect(meeting?.agenda[0]).toBe(`交接 decide-application（risk → approval）逾期：${alone.applicationId}`);
    const [startsAt, endsAt] = [new Date(meeting?.startsAt ?? 0), new Date(meeting?.endsAt ?? 0)];
    expect(workingMsBetween(calendar, startsAt, endsAt)).toBe(HOUR_MS);
    expect(workingMsBetween(calendar, at('2026-10-08 18:00'), startsAt)).toBeLessThanOrEqual(DAY_MS);
    expect(shown(startsAt)?.slice(0, 10)).toBe('2026-10-09');
    expect(meeting?.participants.map(({ id }) => id)).toEqual([riskManager.employeeId, chair.employeeId]);
  });

  test('[8.3] legal sits at the table when it is about a contract', async () => {
    const meeting = (await shownOf(contract)).levels[3]?.meeting;
    expect(meeting).toMatchObject({ departments: ['APPROVAL', 'SALES', 'COMPLIANCE'] });
    expect(meeting?.participants.map(({ id }) => id)).toEqual([chair, salesManager, legal].map(({ employeeId }) => employeeId));
  });

  test('[8.3] no two meetings of the same people are laid on one slot', async () => {
    const ids = [alone.handoffId, doneInTime.handoffId, contract];
    const starts = [];
    for (const id of ids) starts.push((await shownOf(id)).levels[3]?.meeting?.startsAt);
    expect(new Set(starts).size).toBe(ids.length);
  });
});

test('[8.6] a paused handoff rings nothing', async () => {
  const { levels } = await shownOf(paused.handoffId);
  expect(levels.map(({ state }) => state)).toEqual(['PENDING', 'PENDING', 'PENDING', 'PENDING']);
  expect(await told('coordination.handoff-escalated.v1', paused.handoffId)).toEqual([]);
});

test('[8.6] a completion that arrives after a level fired but was given before has that level withdrawn once, and its meeting cancelled with the reason', async () => {
  const word = doneInTime.completed(at('2026-09-30 10:00'));
  for (const message of [word, word]) await receive(message);
  await receive(doneInTime.completed(at('2026-09-30 10:00')));
  const { levels } = await shownOf(doneInTime.handoffId);
  expect(levels.map(({ state }) => state)).toEqual(['FIRED', 'FIRED', 'WITHDRAWN', 'WITHDRAWN']);
  const withdrawn = await told('coordination.handoff-level-withdrawn.v1', doneInTime.handoffId);
  expect(withdrawn.map(({ data }) => data['level'])).toEqual([2, 3]);
  const meeting = levels[3]?.meeting;
  expect(meeting).toMatchObject({ state: 'CANCELLED', cancelledReason: '交接在升级时点之前已经办结' });
  expect(await told('coordination.meeting-cancelled.v1', meeting?.id ?? '')).toHaveLength(1);
});

test('[8.3, 8.2] what the meeting resolves is work on the board that escalates in turn, up to a meeting of its own', async () => {
  const meeting = (await shownOf(alone.handoffId)).levels[3]?.meeting;
  await advanceTo('2026-10-09 17:00');
  const attendeeIds = meeting?.participants.map(({ id }) => id) ?? [];
  expect(await ask(ATTEND, { input: { meetingId: meeting?.id, attendeeIds } }, coordinator)).toMatchObject({
    recordAttendance: { meeting: { state: 'HELD', awaitedRecord: { type: 'record-minutes', to: 'COORDINATION' } }, userErrors: [] },
  });
  const sections = { businessProgress: '进展', riskSituation: '风险', financialArrangement: '资金', legalCompliance: '合规' };
  const resolutions = [{ text: '当日完成审批', department: 'APPROVAL', ownerId: chair.employeeId, dueOn: '2026-10-10' }];
  const { recordMinutes } = await ask<{ recordMinutes: { meeting: { resolutions: { handoff: { id: string; kind: string } }[] } } }>(
    MINUTES,
    { input: { meetingId: meeting?.id, ...sections, resolutions } },
    coordinator,
  );
  const resolution = recordMinutes.meeting.resolutions[0]?.handoff;
  expect(resolution?.kind).toBe('RESOLUTION');
  await advanceTo('2026-10-13 12:00');
  const { dueAt, levels } = await shownOf(resolution?.id ?? '');
  expect(minute(dueAt)).toBe('2026-10-10 18:00');
  expect(levels.map(({ state }) => state)).toEqual(['FIRED', 'FIRED', 'FIRED', 'FIRED']);
  expect(levels[3]?.meeting).toMatchObject({ state: 'CONVENED', cause: 'HANDOFF_OVERDUE', departments: ['COORDINATION', 'APPROVAL'] });
}, 150_000);

test('[8.1] a meeting of the ladder that nobody held is listed as missed, rings, and calls no meeting about itself', async () => {
  const { meetings, handoffs } = await ask<{
    meetings: {
      nodes: { handoff: { id: string } | null; awaitedRecord: { type: string; levels: { state: string; meeting: object | null }[] } }[];
    };
    handoffs: { nodes: { type: string }[] };
  }>(
    '{ meetings(missed: true) { nodes { handoff { id } awaitedRecord { type levels { state meeting { id } } } } } handoffs(kind: MEETING, overdue: true) { nodes { type } } }',
    {},
    coordinator,
  );
  const missed = meetings.nodes.find(({ handoff }) => handoff?.id === contract);
  expect(missed?.awaitedRecord.type).toBe('record-attendance');
  expect(missed?.awaitedRecord.levels.map(({ state }) => state)).toEqual(['FIRED', 'FIRED', 'FIRED', 'FIRED']);
  expect(missed?.awaitedRecord.levels.map(({ meeting }) => meeting)).toEqual([null, null, null, null]);
  expect(handoffs.nodes.map(({ type }) => type)).toContain('record-attendance');
});
