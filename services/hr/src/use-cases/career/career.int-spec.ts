import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId, parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import { handoffRows, person, seedPeople, sentMessages, snapshotOf } from '@weilend/testing';
import { CareerUnderTest } from '../../../test/builders/career.builder.js';
import { firstLadder } from '../../domain/career/first-ladder.js';
import type { Level } from '../../domain/career/ladder.js';
import { hire } from '../../domain/employee/employee.js';
import { CareerLadders } from '../../persistence/career/career.repository.js';

let c: CareerUnderTest;
let manager: EmployeeActor;
beforeAll(async () => {
  c = await CareerUnderTest.start();
  manager = await c.hired({ role: 'sales-manager' });
});
afterAll(() => c.p.stop());

const led = () => c.hired({ managerId: manager.employeeId });

async function refused(act: () => Promise<unknown>, code: string): Promise<void> {
  const before = await snapshotOf(c.p, c.collections);
  await expect(act()).rejects.toMatchObject({ code });
  expect(await snapshotOf(c.p, c.collections)).toBe(before);
}

describe('[6.10] the ladder', () => {
  test('is there from the start; a new one counts from its day on once a second person has approved it', async () => {
    const input = { effectiveFrom: addDays(c.today, 1), levels: firstLadder.levels, reason: '年度调整' };
    const first = await c.rows('career_ladders', {});
    expect(first).toMatchObject([{ effectiveFrom: '2020-01-01', approvedBy: 'service:hr' }]);
    const [ladderId, other] = [await c.publishLadder().execute(c.hr, input), await c.publishLadder().execute(c.hr, input)];
    const inForce = (on: LocalDate) => c.given((tx) => new CareerLadders(c.p.database).inForce(on, tx));
    expect((await inForce(input.effectiveFrom))?.id).toBe(first[0]?.['_id']);
    await refused(() => c.publishLadder().approve(c.hr, { ladderId }), 'LADDER_SAME_PERSON');
    await c.publishLadder().approve(c.otherHr, { ladderId });
    expect((await inForce(input.effectiveFrom))?.id).toBe(ladderId);
    expect((await inForce(c.today))?.id).toBe(first[0]?.['_id']);
    await refused(() => c.publishLadder().approve(c.otherHr, { ladderId }), 'LADDER_APPROVED');
    await refused(() => c.publishLadder().approve(c.otherHr, { ladderId: other }), 'LADDER_EXISTS');
    await refused(() => c.publishLadder().execute(c.hr, input), 'LADDER_EXISTS');
    await refused(() => c.publishLadder().execute(c.hr, { ...input, effectiveFrom: addDays(c.today, 2), levels: [] }), 'LADDER_LEVELS');
    await refused(() => c.publishLadder().execute(c.hr, { ...input, effectiveFrom: c.today }), 'LADDER_IN_THE_PAST');
  });

  test('of two of a day that are approved at once one counts', async () => {
    const input = { effectiveFrom: addDays(c.today, 9), levels: firstLadder.levels, reason: '年度调整' };
    const ids = [await c.publishLadder().execute(c.hr, input), await c.publishLadder().execute(c.hr, input)];
    const outcomes = await Promise.allSettled(ids.map((ladderId) => c.publishLadder().approve(c.otherHr, { ladderId })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LADDER_EXISTS' } });
  });

  const confirm = (employeeId: string, level: Level, by = c.otherHr) => c.setFirst().confirm(by, { employeeId, level });

  test('[5.7] one of hr says on which level somebody with experience begins, another one confirms; after a closed quarter no more', async () => {
    const { employeeId } = await led();
    await c.setFirst().execute(c.hr, { employeeId, level: 'SENIOR_SALESPERSON', reason: '同业三年经验' });
    expect(await c.standingOf(employeeId)).toMatchObject({ level: 'TRAINEE', asked: { level: 'SENIOR_SALESPERSON', by: c.hr.employeeId } });
    expect(await c.rows('employees', { _id: employeeId })).toMatchObject([{ level: null }]);
    await refused(() => confirm(employeeId, 'SENIOR_SALESPERSON', c.hr), 'FIRST_LEVEL_SAME_PERSON');
    await refused(() => confirm(employeeId, 'SUPERVISOR'), 'FIRST_LEVEL_NOT_ASKED');
    await confirm(employeeId, 'SENIOR_SALESPERSON');
    expect(await c.standingOf(employeeId)).toMatchObject({
      ...{ level: 'SENIOR_SALESPERSON', asked: null },
      history: [{ cause: 'HIRED' }, { cause: 'FIRST_LEVEL', by: c.otherHr.employeeId, note: '同业三年经验' }],
    });
    expect(await c.rows('employees', { _id: employeeId })).toMatchObject([{ level: 'SENIOR_SALESPERSON' }]);
    const other = await led();
    const asked = { employeeId: other.employeeId, level: 'SUPERVISOR' as const, reason: '同业三年经验' };
    await c.setFirst().execute(c.hr, asked);
    await c.closed(other.employeeId, { total: 80 });
    await refused(() => confirm(other.employeeId, 'SUPERVISOR'), 'FIRST_LEVEL_SETTLED');
    await refused(() => c.setFirst().execute(c.hr, asked), 'FIRST_LEVEL_SETTLED');
    await refused(() => c.setFirst().execute(c.hr, { ...asked, employeeId: newId('emp') }), 'NOT_FOUND');
  });

  test('[5.7] a level that was said at the hiring is one person’s word: another one than who hired confirms it', async () => {
    const employee = hire({
      ...{ id: newId('emp'), employeeNo: 'L-1', name: '李小雨', hiredOn: c.today, department: 'sales', roles: ['salesperson'] },
      ...{ managerId: null, position: null, level: 'SUPERVISOR' },
    });
    const { id: employeeId } = await c.given((tx) => c.book().hire(employee, { actor: c.hr }, tx));
    const data = { employeeId, department: 'sales' as const, roles: ['salesperson' as const], managerId: null, active: true };
    await c.inbox().receive(c.source.event('hr.employee-changed.v1', employeeId, data));
    expect(await c.standingOf(employeeId)).toMatchObject({ level: 'TRAINEE', asked: { level: 'SUPERVISOR', by: c.hr.employeeId } });
    await refused(() => confirm(employeeId, 'SUPERVISOR', c.hr), 'FIRST_LEVEL_SAME_PERSON');
    await confirm(employeeId, 'SUPERVISOR');
    expect(await c.standingOf(employeeId)).toMatchObject({ level: 'SUPERVISOR' });
  });
});

describe('[6.10, 6.12] who is hired, moved or gone', () => {
  const changed = (employeeId: string, change: object) => {
    const data = { employeeId, department: 'sales' as const, roles: ['salesperson' as const], managerId: null, active: true, ...change };
    return c.inbox().receive(c.source.event('hr.employee-changed.v1', employeeId, data));
  };
  const write = (employeeId: string, change: object) =>
    c.given(async (tx) => void (await c.employees().save({ ...(await c.employees().get(employeeId, tx)), ...change }, tx)));

  test('has a place from hiring on, follows the superior and the role, and is owed no talk once gone', async () => {
    const { employeeId } = await c.hired();
    await c.p.database.collection('career_standings').deleteOne({ _id: employeeId as never });
    await changed(employeeId, {});
    expect(await c.standingOf(employeeId)).toMatchObject({
      level: 'TRAINEE',
      active: true,
      managerId: null,
      talkDueOn: addDays(c.today, 30),
    });
    await write(employeeId, { managerId: manager.employeeId });
    await changed(employeeId, { managerId: manager.employeeId });
    expect(await c.standingOf(employeeId)).toMatchObject({ managerId: manager.employeeId });
    await changed(employeeId, { managerId: manager.employeeId });
    expect(await c.standingOf(employeeId)).toMatchObject({ version: 2 });
    await write(employeeId, { active: false });
    await changed(employeeId, { active: false });
    expect(await c.standingOf(employeeId)).toMatchObject({ active: false, talkDueOn: null, noticeOn: null });
  });

  test('of another department has none', async () => {
    const { employeeId } = await c.hired({ role: 'trainer' });
    await c.p.database.collection('career_standings').deleteOne({ _id: employeeId as never });
    await changed(employeeId, { roles: ['trainer'] });
    expect(await c.standingOf(employeeId)).toBeUndefined();
  });
});

describe('[6.11] an own plan', () => {
  const content = () => ({
    ...{ targetLevel: 'SUPERVISOR' as const, byWhen: addDays(c.today, 700) },
    goals: [{ text: '成为高级销售员', steps: ['连续四个季度达标', '完成风险管理培训'], topics: ['RISK_MANAGEMENT' as const] }],
  });

  test('is made, worked on, commented by the superior, linked to a training, and ended', async () => {
    const who = await led();
    const planId = await c.plans().make(who, content());
    await c.plans().finishStep(who, { planId, goal: 1, step: 2 });
    await c.plans().note(who, { planId, text: '已完成第一次培训' });
    await c.plans().comment(manager, { planId, text: '方向正确，继续努力' });
    await c.plans().change(who, { planId, ...content(), targetLevel: 'SENIOR_SALESPERSON' });
    await c.askForPlan().execute(manager, { planId, topic: 'RISK_MANAGEMENT' });
    await c.askForPlan().execute(manager, { planId, topic: 'RISK_MANAGEMENT' });
    expect(await c.rows('career_plans', { _id: planId })).toMatchObject([
      {
        ...{ state: 'ACTIVE', targetLevel: 'SENIOR_SALESPERSON', notes: [{ by: who.employeeId }], comments: [{ by: manager.employeeId }] },
        goals: [{ steps: [{ doneOn: null }, { doneOn: c.today }] }],
      },
    ]);
    const given = (await handoffRows(c.p)).filter(({ subject }) => subject === who.employeeId);
    expect(given).toMatchObject([{ type: 'plan-training', data: { topic: 'RISK_MANAGEMENT', reason: 'PROMOTION', aboutId: planId } }]);
    await c.plans().end(who, { planId });
    expect(await c.rows('career_plans', { _id: planId })).toMatchObject([{ state: 'ENDED', openKey: null, endedOn: c.today }]);
    await refused(() => c.plans().note(who, { planId, text: '还想再写一点' }), 'ILLEGAL_TRANSITION');
    await c.plans().make(who, content());
  });

  test('two at once: one runs, and the other is refused', async () => {
    const who = await led();
    const outcomes = await Promise.allSettled([c.plans().make(who, content()), c.plans().make(who, content())]);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'PLAN_RUNNING' } });
    expect(await c.rows('career_plans', { openKey: who.employeeId })).toHaveLength(1);
  });

  test.each<[string, (planId: string, who: EmployeeActor, other: EmployeeActor) => Promise<unknown>, string]>([
    ['by another', (planId, _who, other) => c.plans().change(other, { planId, ...content() }), 'PLAN_NOT_OWN'],
    ['by the superior', (planId) => c.plans().finishStep(manager, { planId, goal: 1, step: 1 }), 'PLAN_NOT_OWN'],
    ['with a comment of a colleague', (planId, _who, other) => c.plans().comment(other, { planId, text: '我也来说两句' }), 'PLAN_NOT_LED'],
    ['with an own comment', (planId, who) => c.plans().comment(who, { planId, text: '我自己的意见' }), 'PLAN_OWN_COMMENT'],
    ['with a step that is not there', (planId, who) => c.plans().finishStep(who, { planId, goal: 1, step: 3 }), 'PLAN_STEP_UNKNOWN'],
    [
      'with a training asked for by himself',
      (planId, who) => c.askForPlan().execute(who, { planId, topic: 'RISK_MANAGEMENT' }),
      'PLAN_NOT_LED',
    ],
    ['with a training that it does not name', (planId) => c.askForPlan().execute(manager, { planId, topic: 'LAW' }), 'PLAN_TOPIC_UNKNOWN'],
    ['by hr, who has none to make', () => c.plans().make(c.hr, content()), 'NOT_FOUND'],
  ])('is not changed %s', async (_title, act, code) => {
    const [who, other] = [await led(), await led()];
    const planId = await c.plans().make(who, content());
    await refused(() => act(planId, who, other), code);
  });
});

describe('[6.12] talks', () => {
  const talk = (employeeId: string, change: object = {}) => ({
    ...{ employeeId, heldOn: c.today, needs: '希望独立负责企业客户', guidance: '先跟随高级销售员三个月' },
    ...{ support: [{ what: '安排带教老师', dueOn: addDays(c.today, 14) }], ...change },
  });

  test('a recorded one moves the next by the interval of the level', async () => {
    const { employeeId } = await c.hired({ managerId: manager.employeeId, level: 'SENIOR_SALESPERSON' });
    const id = await c.recordTalk().execute(manager, talk(employeeId));
    expect(await c.standingOf(employeeId)).toMatchObject({ lastTalkOn: c.today, talkDueOn: addDays(c.today, 120), notice: 'COMING' });
    expect(await c.rows('career_talks', { _id: id })).toMatchObject([{ heldBy: manager.employeeId, support: [{ what: '安排带教老师' }] }]);
  });

  test('a supervisor talks with whom he leads, hr with whom nobody leads', async () => {
    const supervisor = await c.hired({ level: 'SUPERVISOR' });
    const { employeeId } = await c.hired({ managerId: supervisor.employeeId });
    await c.recordTalk().execute(supervisor, talk(employeeId));
    await c.recordTalk().execute(c.hr, talk(supervisor.employeeId));
    expect(await c.standingOf(supervisor.employeeId)).toMatchObject({ lastTalkOn: c.today });
  });

  test.each<[string, (employeeId: string, other: EmployeeActor) => Promise<unknown>, string]>([
    ['by a colleague', (employeeId, other) => c.recordTalk().execute(other, talk(employeeId)), 'TALK_NOT_HIS_OWN'],
    ['with oneself', () => c.recordTalk().execute(manager, talk(manager.employeeId)), 'TALK_WITH_ONESELF'],
    ['of tomorrow', (employeeId) => c.recordTalk().execute(manager, talk(employeeId, { heldOn: addDays(c.today, 1) })), 'TALK_IN_FUTURE'],
    ['of long ago', (employeeId) => c.recordTalk().execute(manager, talk(employeeId, { heldOn: addDays(c.today, -15) })), 'TALK_TOO_OLD'],
    ['without support', (employeeId) => c.recordTalk().execute(manager, talk(employeeId, { support: [] })), 'TALK_SUPPORT_MISSING'],
    ['with nobody', () => c.recordTalk().execute(manager, talk(newId('emp'))), 'NOT_FOUND'],
  ])('is not recorded %s', async (_title, act, code) => {
    const [{ employeeId }, other] = [await led(), await led()];
    await refused(() => act(employeeId, other), code);
  });

  test('the superior is told of a coming talk once and of an overdue one once; hr where nobody leads; a held one is not told of', async () => {
    await c.p.database.collection('career_standings').updateMany({}, { $set: { noticeOn: null, notice: null } });
    const [coming, overdue, alone, held] = [await led(), await led(), await c.hired(), await led()];
    await seedPeople(c.p, [c.hr]);
    const set = (employeeId: string, fields: object) =>
      c.p.database.collection('career_standings').updateOne({ _id: employeeId as never }, { $set: fields });
    await set(coming.employeeId, { talkDueOn: addDays(c.today, 5), noticeOn: c.today });
    await set(overdue.employeeId, { talkDueOn: addDays(c.today, -1), notice: 'OVERDUE', noticeOn: c.today });
    await set(alone.employeeId, { talkDueOn: addDays(c.today, 7), noticeOn: c.today });
    await set(held.employeeId, { talkDueOn: addDays(c.today, -1), noticeOn: c.today });
    await c.recordTalk().execute(manager, talk(held.employeeId));
    const watch = { isStopping: () => false, onTrouble: (_id: string, error: unknown) => expect(error).toBeNull() };
    expect(await c.remind().execute(watch)).toBe(3);
    expect(await c.remind().execute(watch)).toBe(0);
    const told = (await sentMessages(c.p)).filter(({ type }) => type === 'hr.career-talk-reminded.v1').map(({ data }) => data);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { employeeId: coming.employeeId, managerIds: [manager.employeeId], dueOn: addDays(c.today, 5), notice: 'COMING' },
        { employeeId: overdue.employeeId, managerIds: [manager.employeeId], dueOn: addDays(c.today, -1), notice: 'OVERDUE' },
        { employeeId: alone.employeeId, managerIds: [c.hr.employeeId], dueOn: addDays(c.today, 7), notice: 'COMING' },
      ]),
    );
    expect(await c.standingOf(coming.employeeId)).toMatchObject({ notice: 'OVERDUE', noticeOn: addDays(c.today, 6) });
    expect(await c.standingOf(overdue.employeeId)).toMatchObject({ notice: null, noticeOn: null });
  });
});

describe('[5.8] trainings that a closed quarter asks for', () => {
  const requests = (employeeId: string) => c.rows('training_requests', { employeeId });

  test('a weak score and a violation ask once; what became of it stands beside it', async () => {
    const { employeeId } = await led();
    const sheet = await c.closed(employeeId, { total: 59, figures: { violations: 1 } });
    await c.told(sheet);
    await c.told(sheet);
    const asked = await requests(employeeId);
    expect(asked).toMatchObject([
      { reason: 'WEAK_SCORE', topic: null, aboutId: sheet.id, state: 'ASKED' },
      { reason: 'VIOLATION', topic: 'LAW', aboutId: sheet.id, state: 'ASKED' },
    ]);
    const [weak, law] = asked.map(({ handoffId }) => String(handoffId)) as [string, string];
    const sessionId = newId('trs');
    const at = '2026-10-02T01:00:00Z';
    const word = { handoff: 'plan-training', at };
    await c
      .inbox()
      .receive(c.source.event('training.handoff-completed.v1', employeeId, { ...word, handoffId: weak, result: { sessionId } }));
    const returned = { ...word, handoffId: law, code: 'NOBODY_SPARED', reasons: ['季末人手不足'] };
    await c.inbox().receive(c.source.event('training.handoff-returned.v1', employeeId, returned));
    await c.inbox().receive(c.source.event('training.handoff-recalled.v1', employeeId, { ...word, handoffId: weak, reason: 'too late' }));
    const other = { ...word, handoff: 'mark-on-the-job', handoffId: newId('hof'), result: {} };
    await c.inbox().receive(c.source.event('training.handoff-completed.v1', employeeId, other));
    expect(await requests(employeeId)).toMatchObject([
      { state: 'NOMINATED', sessionId, answeredAt: new Date(at), note: null },
      { state: 'RETURNED', sessionId: null, note: '季末人手不足' },
    ]);
  });

  test.each([
    ['on target', 100, {}, true],
    ['at the limit', 60, {}, true],
    ['weak, of who has left', 10, { violations: 3 }, false],
  ])('a sheet %s asks for nothing', async (_title, total, figures, active) => {
    const { employeeId } = await led();
    if (!active) await c.p.database.collection('employees').updateOne({ _id: employeeId as never }, { $set: { active: false } });
    await c.told(await c.closed(employeeId, { total, figures }));
    expect(await requests(employeeId)).toEqual([]);
  });
});

test('[6.10] trainings are counted by topic, each once a person', async () => {
  const [one, other] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
  const attendeeIds = [one.employeeId, other.employeeId];
  const data = { sessionId: newId('trs'), topic: 'LAW', hours: 3, attendeeIds, evaluatedOn: parseLocalDate('2026-09-01') };
  await c.inbox().receive(c.source.event('training.evaluated.v1', data.sessionId, data));
  await c.inbox().receive(c.source.event('training.evaluated.v1', data.sessionId, data));
  expect(await c.rows('trained_topics', { sessionId: data.sessionId })).toMatchObject(
    attendeeIds.map((employeeId) => ({ employeeId, topic: 'LAW', hours: 3 })),
  );
});
