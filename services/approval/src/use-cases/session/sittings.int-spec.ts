import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMs } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, sentMessages, sentTypes } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';

const HOUR = 3_600_000;
let desk: Desk;
let moved = 0;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

const member = (place: number): EmployeeActor => desk.cast.members[place] as EmployeeActor;
const now = () => desk.platform.clock.now();
const caseOf = (caseId: string) => read(desk.platform, (tx) => desk.cases.get(caseId, tx));
const sessionOf = (id: string) => read(desk.platform, (tx) => new CommitteeSessions(desk.platform.database).get(id, tx));
const vote = (who: EmployeeActor, caseId: string) => desk.acts.castVote.execute(who, { caseId, choice: 'YES', reason: '风险可控' });
const call = (caseIds: string[], hours = 2) =>
  desk.acts.callSession.execute(desk.cast.secretary, { caseIds, heldAt: addMs(now(), hours * HOUR) });
const recuse = (caseId: string, place: number) =>
  desk.acts.recuseMember.execute(desk.cast.secretary, { caseId, employeeId: member(place).employeeId, reason: '与借款人系亲属' });
const later = (hours: number) => {
  moved += hours * HOUR;
  return read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: moved, step: moved }, tx));
};

describe('[4.12, G4] sittings', () => {
  test('are called with invitations, opened with attendance, closed with minutes', async () => {
    const [one, other] = [await desk.open(), await desk.open()];
    const sessionId = await call([one.caseId, other.caseId]);
    expect(await sessionOf(sessionId)).toMatchObject({ state: 'called', present: null, agenda: [one.caseId, other.caseId] });
    expect((await sessionOf(sessionId)).invited).toHaveLength(6);
    const present = [member(0), member(1)].map((who) => who.employeeId);
    await desk.acts.startSession.execute(desk.cast.secretary, { sessionId, present });
    expect(await sessionOf(sessionId)).toMatchObject({ state: 'open', present });
    await vote(member(0), one.caseId);
    await vote(member(1), one.caseId);
    await desk.acts.decideCase.execute(desk.cast.secretary, { caseId: one.caseId });
    await desk.acts.returnReport.execute(desk.cast.secretary, { caseId: other.caseId, questions: ['请补充近六个月流水'] });
    await desk.acts.closeSession.execute(desk.cast.secretary, { sessionId });
    expect(await sessionOf(sessionId)).toMatchObject({
      state: 'closed',
      outcomes: [
        { caseId: one.caseId, result: 'APPROVED' },
        { caseId: other.caseId, result: 'RETURNED' },
      ],
    });
  });

  test('a case without a quorum in the room goes to the next sitting', async () => {
    const [small, full] = [await desk.open(), await desk.open({ amountFen: 50_000_000 })];
    const sessionId = await call([small.caseId, full.caseId]);
    const present = [member(0), member(1)].map((who) => who.employeeId);
    await desk.acts.startSession.execute(desk.cast.secretary, { sessionId, present });
    expect(await sessionOf(sessionId)).toMatchObject({ agenda: [small.caseId], moved: [full.caseId] });
    const { reschedulings } = await caseOf(full.caseId);
    expect(reschedulings).toMatchObject([{ reason: 'ABSENT_AT_OPENING' }]);
    expect(await sessionOf(String(reschedulings[0]?.toSessionId))).toMatchObject({ state: 'called', agenda: [full.caseId] });
  });

  test.each([
    ['with nobody there', () => [], 'QUORUM_AT_OPENING'],
    ['with one of two', () => [member(0).employeeId], 'QUORUM_AT_OPENING'],
    ['with the secretary as the second', () => [member(0).employeeId, desk.cast.secretary.employeeId], 'QUORUM_AT_OPENING'],
    ['with a guest', () => [member(0).employeeId, member(1).employeeId, desk.cast.seller.employeeId], 'NOT_INVITED'],
  ])('one does not open %s, and nothing changes', async (_name, present, code) => {
    const { caseId } = await desk.open();
    const sessionId = await call([caseId]);
    const before = await sessionOf(sessionId);
    await expect(desk.acts.startSession.execute(desk.cast.secretary, { sessionId, present: present() })).rejects.toMatchObject({ code });
    expect(await sessionOf(sessionId)).toEqual(before);
    expect((await caseOf(caseId)).reschedulings).toEqual([]);
  });

  test('one is not called for the past, nor for a case of another', async () => {
    const { caseId } = await desk.open();
    await expect(call([caseId], -1)).rejects.toMatchObject({ code: 'SESSION_IN_PAST' });
    const sessionId = await call([caseId]);
    await expect(call([caseId])).rejects.toMatchObject({ code: 'AGENDA_CASE_TAKEN' });
    await desk.acts.cancelSession.execute(desk.cast.secretary, { sessionId, reason: '主任委员出差' });
    await call([caseId]);
  });
});

describe('[4.12, 7.3] a case whose quorum breaks', () => {
  test('goes to another sitting with a deadline instead of standing still, once', async () => {
    const { caseId } = await desk.open();
    const sessionId = await call([caseId]);
    for (const place of [0, 1]) await recuse(caseId, place);
    expect((await caseOf(caseId)).reschedulings).toEqual([]);
    await recuse(caseId, 2);
    const { reschedulings } = await caseOf(caseId);
    expect(reschedulings).toMatchObject([{ reason: 'QUORUM_BROKEN', proposed: [] }]);
    expect(reschedulings[0]?.dueAt.getTime()).toBeGreaterThan(now().getTime());
    expect(await sessionOf(sessionId)).toMatchObject({ state: 'cancelled' });
    await recuse(caseId, 3);
    expect((await caseOf(caseId)).reschedulings).toHaveLength(1);
  });

  test('is decided there with a substitute who was appointed after the call', async () => {
    const { caseId, applicationId } = await desk.open();
    for (const place of [0, 1, 2]) await recuse(caseId, place);
    for (const who of [desk.cast.chair, member(3)]) await vote(who, caseId);
    const decide = () => desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
    await expect(decide()).rejects.toMatchObject({ code: 'COMMITTEE_TOO_SMALL' });
    const substitute = person('training', 'committee-member');
    await seedPeople(desk.platform, [substitute]);
    const seat = { employeeId: substitute.employeeId, office: 'SUBSTITUTE', substituteFor: member(0).employeeId } as const;
    const memberId = await desk.acts.appointMember.execute(desk.cast.chair, seat);
    const sessionId = String((await caseOf(caseId)).reschedulings[0]?.toSessionId);
    const present = [desk.cast.chair, member(3), substitute].map((who) => who.employeeId);
    await desk.acts.startSession.execute(desk.cast.secretary, { sessionId, present });
    expect((await sessionOf(sessionId)).invited).toContainEqual({ employeeId: substitute.employeeId, office: 'SUBSTITUTE' });
    await vote(substitute, caseId);
    await decide();
    const [decision] = await read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx));
    expect(decision).toMatchObject({ result: 'APPROVED', tally: { base: 3, cast: 3, yes: 3 } });
    const entitled = (decision?.electors ?? []).map((one) => [one.employeeId, one.seatOf, one.present]);
    expect(entitled.sort()).toEqual(
      [
        [desk.cast.chair.employeeId, desk.cast.chair.employeeId, true],
        [member(3).employeeId, member(3).employeeId, true],
        [substitute.employeeId, member(0).employeeId, true],
      ].sort(),
    );
    await desk.acts.endMembership.execute(desk.cast.chair, { memberId });
  });
});

describe('[4.12] circulated votes', () => {
  const circulate = (caseId: string, hours = 8) =>
    desk.acts.circulateCase.execute(desk.cast.secretary, { caseId, dueAt: addMs(now(), hours * HOUR) });
  const reminded = async (caseId: string) =>
    (await sentMessages(desk.platform)).filter((one) => one.type === 'approval.deadline-reminded.v1' && one.data['about'] === caseId);

  test('a quorum by the deadline makes the case ready for decision, and no later vote counts', async () => {
    const { caseId } = await desk.open();
    await circulate(caseId);
    await vote(member(0), caseId);
    await vote(member(1), caseId);
    await later(9);
    await expect(vote(member(2), caseId)).rejects.toMatchObject({ code: 'CIRCULATION_CLOSED' });
    expect(await desk.acts.closeBallots.execute()).toMatchObject({ closed: 1 });
    expect(await caseOf(caseId)).toMatchObject({ circulation: { outcome: 'QUORATE' }, ballotDueAt: null, reschedulings: [] });
    await desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
    expect(await caseOf(caseId)).toMatchObject({ state: 'decided' });
  });

  test('without one the next sitting takes it', async () => {
    const { caseId } = await desk.open();
    await circulate(caseId);
    await vote(member(0), caseId);
    await later(9);
    await desk.acts.closeBallots.execute();
    const found = await caseOf(caseId);
    expect(found).toMatchObject({ circulation: { outcome: 'TO_SESSION' }, reschedulings: [{ reason: 'CIRCULATION_EXPIRED' }] });
    expect((await sessionOf(String(found.reschedulings[0]?.toSessionId))).agenda).toContain(caseId);
    await vote(member(1), caseId);
  });

  test('who has not voted is reminded once, before it ends', async () => {
    const { caseId } = await desk.open();
    await circulate(caseId);
    await vote(member(0), caseId);
    await later(5);
    await desk.acts.closeBallots.execute();
    expect(await reminded(caseId)).toEqual([]);
    await later(1.5);
    await desk.acts.closeBallots.execute();
    await desk.acts.closeBallots.execute();
    const people = (await reminded(caseId)).map((one) => one.data['employeeId']);
    expect(people.sort()).toEqual([desk.cast.chair, member(1), member(2), member(3)].map((who) => who.employeeId).sort());
  });

  test('is not cut short while somebody may vote, and ends with the case when the customer withdraws', async () => {
    const { caseId, applicationId } = await desk.open();
    await circulate(caseId);
    await vote(member(0), caseId);
    await vote(member(1), caseId);
    await expect(desk.acts.decideCase.execute(desk.cast.secretary, { caseId })).rejects.toMatchObject({ code: 'CIRCULATION_OPEN' });
    const data = { applicationId, reason: '另有安排', withdrawnAt: '2026-11-23T02:00:00.000Z' };
    await desk.inbox.receive(desk.source.event('sales.application-withdrawn.v1', applicationId, data));
    expect(await caseOf(caseId)).toMatchObject({ state: 'withdrawn', ballotDueAt: null });
  });

  test.each([
    ['that runs already', async (caseId: string) => circulate(caseId), 'CIRCULATION_RUNNING'],
    ['that a sitting has', async (caseId: string) => call([caseId]), 'AGENDA_CASE_TAKEN'],
  ])('a case %s is not circulated', async (_name, first, code) => {
    const { caseId } = await desk.open();
    await first(caseId);
    await expect(circulate(caseId)).rejects.toMatchObject({ code });
  });
});

describe('[4.13, 7.2] further investigation is no decision', () => {
  test('the report goes back to risk with the questions; a new one opens a new case', async () => {
    const { caseId, applicationId, handoffId } = await desk.open();
    await desk.acts.returnReport.execute(desk.cast.secretary, { caseId, questions: ['请核实对外担保情况'] });
    const [sent] = (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId);
    expect(sent).toMatchObject({
      type: 'approval.handoff-returned.v1',
      handoffid: handoffId,
      data: { code: 'FURTHER_INVESTIGATION', reasons: ['请核实对外担保情况'] },
    });
    expect(await caseOf(caseId)).toMatchObject({ state: 'returned', questions: ['请核实对外担保情况'] });
    await expect(vote(member(0), caseId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await desk.open({ applicationId, reportVersion: 2 });
    const cases = await read(desk.platform, (tx) => desk.cases.ofApplication(applicationId, tx));
    expect(cases.map((one) => [one.state, one.report.reportVersion, one.reconsiders])).toEqual([
      ['returned', 1, null],
      ['open', 2, null],
    ]);
  });

  test.each([
    ['without a question', [], 'REASON_REQUIRED'],
    ['with a telephone number', ['请致电13800138000核实'], 'PERSONAL_NUMBER_IN_TEXT'],
  ])('not %s', async (_name, questions, code) => {
    const { caseId } = await desk.open();
    const before = await sentTypes(desk.platform);
    await expect(desk.acts.returnReport.execute(desk.cast.secretary, { caseId, questions })).rejects.toMatchObject({ code });
    expect(await sentTypes(desk.platform)).toEqual(before);
    expect(await caseOf(caseId)).toMatchObject({ state: 'open' });
  });
});
