import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { person, sentMessages } from '@weilend/testing';
import { coordinationUnderTest, decision } from '../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../test/builders/coordination.builder.js';
import { at } from '../domain/__cases__/calendar.cases.js';
import { AcceptHandoff } from './accept-handoff/accept-handoff.use-case.js';
import { AssignHandoff } from './assign-handoff/assign-handoff.use-case.js';
import { PauseHandoff } from './pause-handoff/pause-handoff.use-case.js';
import { ResumeHandoff } from './resume-handoff/resume-handoff.use-case.js';

let co: CoordinationUnderTest;
let moves: ReturnType<typeof movesOf>;
let handoffId: string;
let work: ReturnType<typeof decision>;

function movesOf({ platform, board, fire, time, alarms }: CoordinationUnderTest) {
  const { work: unit, outbox, directory } = platform;
  return {
    accept: new AcceptHandoff(unit, board, outbox),
    assign: new AssignHandoff(unit, board, directory, outbox),
    pause: new PauseHandoff(unit, board, fire, time, outbox),
    resume: new ResumeHandoff(unit, board, time, outbox, alarms),
  };
}

beforeAll(async () => {
  co = await coordinationUnderTest();
  moves = movesOf(co);
});
afterAll(() => co.stop());
beforeEach(async () => {
  work = decision(co.source, at('2026-11-23 09:00'));
  handoffId = work.handoffId;
  await co.inbox.receive(work.opening);
  await co.moveTo(at('2026-11-23 10:00'));
});

const chair = (): EmployeeActor => co.staff['committee-chair'];
const moved = async () =>
  (await co.sent('coordination.handoff-moved.v1')).filter((envelope) => envelope.subject === handoffId).map(({ data }) => data['move']);

describe('[8.4] who has the work in hand', () => {
  test('accepting, assigning, pausing and resuming are told to everybody who listens', async () => {
    const member = co.staff['committee-member'];
    await moves.accept.execute(chair(), { handoffId });
    expect(await co.row(handoffId)).toMatchObject({ state: 'ACCEPTED', ownerId: chair().employeeId });
    await moves.assign.execute(chair(), { handoffId, employeeId: member.employeeId });
    await moves.pause.execute(member, { handoffId, reason: '等待客户' });
    expect(await co.row(handoffId)).toMatchObject({ state: 'PAUSED', ownerId: member.employeeId, nextLevelAt: null });
    await moves.resume.execute(member, { handoffId });
    expect(await co.row(handoffId)).toMatchObject({ state: 'ACCEPTED', ownerId: member.employeeId });
    expect(await moved()).toEqual(['ACCEPTED', 'ASSIGNED', 'PAUSED', 'RESUMED']);
  });

  test('the coordinator may move the work of any department', async () => {
    await moves.assign.execute(co.staff.coordinator, { handoffId, employeeId: chair().employeeId });
    expect(await co.row(handoffId)).toMatchObject({ state: 'OPEN', ownerId: chair().employeeId });
  });

  test('the same request twice is one move', async () => {
    const input = { handoffId, requestKey: `accept-${handoffId}` };
    expect(await moves.accept.execute(chair(), input)).toBe(await moves.accept.execute(chair(), input));
    expect(await moved()).toEqual(['ACCEPTED']);
  });
});

describe('refusals change nothing', () => {
  test.each([
    ['another department accepts', () => moves.accept.execute(co.staff['finance-manager'], { handoffId }), 'HANDOFF_OF_OTHERS'],
    ['the sender accepts his own', () => moves.accept.execute(co.staff['risk-manager'], { handoffId }), 'HANDOFF_OF_OTHERS'],
    [
      'a service accepts',
      () => moves.accept.execute({ kind: 'service', service: 'approval' } as never, { handoffId }),
      'HANDOFF_OF_OTHERS',
    ],
    [
      'somebody without a department pauses',
      () => moves.pause.execute(person(null, 'administrator'), { handoffId, reason: 'x' }),
      'HANDOFF_OF_OTHERS',
    ],
    ['a pause without a reason', () => moves.pause.execute(chair(), { handoffId, reason: ' ' }), 'REASON_MISSING'],
    ['a resume of what runs', () => moves.resume.execute(chair(), { handoffId }), 'ILLEGAL_TRANSITION'],
    [
      'an assignee of another department',
      () => moves.assign.execute(chair(), { handoffId, employeeId: co.staff.investigator.employeeId }),
      'ASSIGNEE_NOT_OF_DEPARTMENT',
    ],
    [
      'an assignee nobody knows',
      () => moves.assign.execute(chair(), { handoffId, employeeId: 'emp_00000000000000000000000000' }),
      'ASSIGNEE_NOT_OF_DEPARTMENT',
    ],
    ['a handoff nobody knows', () => moves.accept.execute(chair(), { handoffId: 'hof_00000000000000000000000000' }), 'NOT_FOUND'],
  ])('[8.4] %s', async (_name, act, code) => {
    const before = [await co.row(handoffId), (await sentMessages(co.platform)).length];
    await expect(act()).rejects.toMatchObject({ code });
    expect([await co.row(handoffId), (await sentMessages(co.platform)).length]).toEqual(before);
  });

  test('[7.12] nobody moves what is closed', async () => {
    await co.inbox.receive(work.completed(at('2026-11-23 09:30')));
    await expect(moves.accept.execute(chair(), { handoffId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(moves.pause.execute(chair(), { handoffId, reason: '等待' })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('[8.6] completion and acceptance in the same moment: completion wins', async () => {
    await Promise.allSettled([moves.accept.execute(chair(), { handoffId }), co.inbox.receive(work.completed(at('2026-11-23 09:30')))]);
    expect(await co.row(handoffId)).toMatchObject({ state: 'COMPLETED' });
  });
});
