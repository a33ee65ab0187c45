import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, quarterOf } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { CareerUnderTest } from '../../../test/builders/career.builder.js';

let c: CareerUnderTest;
let manager: EmployeeActor;
beforeAll(async () => {
  c = await CareerUnderTest.start();
  manager = await c.hired({ role: 'sales-manager' });
});
afterAll(() => c.p.stop());

const reason = '四个季度业绩突出';
const ready = async (total = 95): Promise<EmployeeActor> => {
  const who = await c.hired({ level: 'SALESPERSON', managerId: manager.employeeId });
  await c.proven(who.employeeId, total);
  return who;
};
const proposed = async (employeeId: string, exceptionReason: string | null = null): Promise<string> =>
  c.propose().execute(manager, { employeeId, reason, exceptionReason });
const decide = (promotionId: string, by = c.hr, approve = true) => c.decide().execute(by, { promotionId, approve, reason: '符合条件' });
const promotion = async (id: string) => (await c.rows('promotions', { _id: id }))[0];

async function refused(act: () => Promise<unknown>, code: string): Promise<void> {
  const before = await snapshotOf(c.p, c.collections);
  await expect(act()).rejects.toMatchObject({ code });
  expect(await snapshotOf(c.p, c.collections)).toBe(before);
}

describe('[5.7] a promotion', () => {
  test('moves the level, keeps the history, asks for the training that goes with it, and is announced', async () => {
    const { employeeId } = await ready();
    const id = await proposed(employeeId);
    await decide(id);
    expect(await promotion(id)).toMatchObject({
      state: 'APPROVED',
      openKey: null,
      decision: { by: c.hr.employeeId },
      eligibility: { eligible: true },
    });
    const standing = await c.standingOf(employeeId);
    expect(standing).toMatchObject({ level: 'SENIOR_SALESPERSON', since: c.today });
    expect((standing?.['history'] as object[]).at(-1)).toMatchObject({ cause: 'PROMOTED', note: id, by: c.hr.employeeId });
    const given = (await handoffRows(c.p)).filter(({ subject }) => subject === employeeId);
    expect(given).toMatchObject([{ type: 'plan-training', data: { reason: 'PROMOTION', aboutId: id, topic: null } }]);
    const said = (await sentMessages(c.p)).filter(({ subject }) => subject === id);
    expect(said).toMatchObject([{ type: 'hr.promotion-decided.v1', data: { decision: 'APPROVED', toLevel: 'SENIOR_SALESPERSON' } }]);
  });

  test('[5.8] what becomes later of the training that goes with it stands beside it: the seat lost, another one, trained; then nothing more', async () => {
    const { employeeId } = await ready();
    await decide(await proposed(employeeId));
    const requests = (id: string) => c.rows('training_requests', { employeeId: id });
    const [asked] = await requests(employeeId);
    const [first, next] = [newId('trs'), newId('trs')];
    const handoffId = String(asked?.['handoffId']);
    const given = { handoff: 'plan-training', handoffId, at: '2026-10-02T01:00:00Z', result: { sessionId: first } };
    await c.inbox().receive(c.source.event('training.handoff-completed.v1', employeeId, given));
    const hear = async (state: 'OPEN' | 'NOMINATED' | 'TRAINED' | 'RETURNED', sessionId: string | null, at: string, id = handoffId) => {
      const data = { handoffId: id, employeeId, state, sessionId, reason: null, at };
      await c.inbox().receive(c.source.event('training.request-followed.v1', employeeId, data));
      return (await requests(employeeId))[0];
    };
    expect(await hear('OPEN', null, '2026-10-03T01:00:00Z')).toMatchObject({ state: 'ASKED', sessionId: null, answeredAt: null });
    const again = { state: 'NOMINATED', sessionId: next, answeredAt: new Date('2026-10-04T01:00:00Z') };
    expect(await hear('NOMINATED', next, '2026-10-04T01:00:00Z')).toMatchObject(again);
    expect(await hear('TRAINED', next, '2026-10-05T01:00:00Z', newId('hof'))).toMatchObject(again);
    const trained = { state: 'TRAINED', sessionId: next };
    expect(await hear('TRAINED', next, '2026-11-04T01:00:00Z')).toMatchObject(trained);
    expect(await hear('RETURNED', null, '2026-11-05T01:00:00Z')).toMatchObject(trained);
  });

  test('[2.2] of a supervisor leaves his roles as they are', async () => {
    const { employeeId } = await c.hired({ level: 'SENIOR_SALESPERSON' });
    await c.proven(employeeId);
    const data = { sessionId: newId('trs'), topic: 'RISK_MANAGEMENT', hours: 4, attendeeIds: [employeeId], evaluatedOn: c.today };
    await c.inbox().receive(c.source.event('training.evaluated.v1', data.sessionId, data));
    await decide(await proposed(employeeId));
    expect(await c.standingOf(employeeId)).toMatchObject({ level: 'SUPERVISOR' });
    expect(await c.rows('employees', { _id: employeeId })).toMatchObject([{ roles: ['salesperson'] }]);
  });

  test('that is rejected or withdrawn moves nothing, and another may follow', async () => {
    const { employeeId } = await ready();
    await decide(await proposed(employeeId), c.hr, false);
    const id = await proposed(employeeId);
    await c.propose().withdraw(manager, { promotionId: id, reason: '本人放弃' });
    expect(await promotion(id)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await c.standingOf(employeeId)).toMatchObject({ level: 'SALESPERSON' });
    expect((await handoffRows(c.p)).filter(({ subject }) => subject === employeeId)).toEqual([]);
    await decide(await proposed(employeeId));
    expect(await c.standingOf(employeeId)).toMatchObject({ level: 'SENIOR_SALESPERSON' });
  });

  test('of somebody not eligible needs an exception by a third person', async () => {
    const { employeeId } = await ready(70);
    await refused(() => proposed(employeeId), 'PROMOTION_NOT_ELIGIBLE');
    const id = await proposed(employeeId, '引进的骨干人才');
    await refused(() => decide(id), 'PROMOTION_NOT_ELIGIBLE');
    await c.propose().grantException(c.admin, { promotionId: id, reason: '同意引进' });
    await decide(id);
    expect(await promotion(id)).toMatchObject({
      state: 'APPROVED',
      exception: { by: c.admin.employeeId },
      eligibility: { eligible: false },
    });
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'by himself',
      async () =>
        (
          (id) => () =>
            c.propose().execute(manager, { employeeId: id, reason })
        )(manager.employeeId),
      'OWN_PROMOTION',
    ],
    ['of nobody', () => Promise.resolve(() => proposed(newId('emp'))), 'NOT_FOUND'],
    [
      'of who is not in sales',
      async () => {
        const { employeeId } = await c.hired({ role: 'trainer' });
        return () => proposed(employeeId);
      },
      'NOT_ON_LADDER',
    ],
    [
      'while one is open',
      async () => {
        const { employeeId } = await ready();
        await proposed(employeeId);
        return () => proposed(employeeId);
      },
      'PROMOTION_OPEN',
    ],
    [
      'after a severe violation, whatever is asked for',
      async () => {
        const { employeeId } = await ready();
        await c.severe(employeeId);
        return () => proposed(employeeId, '引进的骨干人才');
      },
      'PROMOTION_BLOCKED',
    ],
  ])('is not proposed %s', async (_title, given, code) => {
    await refused(await given(), code);
  });

  test.each<[string, (id: string, who: EmployeeActor) => Promise<() => Promise<unknown>>, string]>([
    ['by the person', (id, who) => Promise.resolve(() => decide(id, who)), 'OWN_PROMOTION'],
    ['by who proposed it', (id) => Promise.resolve(() => decide(id, manager)), 'PROMOTION_SAME_PERSON'],
    [
      'twice',
      async (id) => {
        await decide(id);
        return () => decide(id, c.otherHr);
      },
      'ILLEGAL_TRANSITION',
    ],
    [
      'after a severe violation was confirmed meanwhile',
      async (id, { employeeId }) => {
        await c.severe(employeeId, quarterOf(c.today));
        return () => decide(id);
      },
      'PROMOTION_BLOCKED',
    ],
  ])('is not decided %s', async (_title, given, code) => {
    const who = await ready();
    const id = await proposed(who.employeeId);
    await refused(await given(id, who), code);
  });

  test('of two decisions at once one holds, and the other is refused', async () => {
    const { employeeId } = await ready();
    const id = await proposed(employeeId);
    const outcomes = await Promise.allSettled([decide(id), decide(id, c.otherHr, false), decide(id, c.otherHr)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect((await sentMessages(c.p)).filter(({ subject }) => subject === id)).toHaveLength(1);
  });

  test('of two proposals at once one is open, and the other is refused', async () => {
    const { employeeId } = await ready();
    const outcomes = await Promise.allSettled([proposed(employeeId), proposed(employeeId)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'PROMOTION_OPEN' } });
  });
});

describe('[2.1] a promotion to manager', () => {
  const candidate = async (): Promise<string> => {
    const { employeeId } = await c.hired({ level: 'SUPERVISOR' });
    const id = await proposed(employeeId, '接任销售经理');
    await c.propose().grantException(c.admin, { promotionId: id, reason: '同意接任' });
    return id;
  };

  test('is refused while the department has one, and changes nothing', async () => {
    const id = await candidate();
    await refused(() => decide(id), 'SALES_MANAGER_EXISTS');
  });

  test('of two decided at once one leads the department, with the role in place of the salesperson’s', async () => {
    const ids = [await candidate(), await candidate()];
    const led = await c.hired({ managerId: manager.employeeId });
    const unled = await c.hired();
    const underOther = await c.hired({ managerId: unled.employeeId });
    await c.given(async (tx) => {
      const leader = await c.employees().get(manager.employeeId, tx);
      await c.employees().save({ ...leader, active: false, leadsSales: false }, tx);
    });
    const outcomes = await Promise.allSettled(ids.map((id) => decide(id)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'SALES_MANAGER_EXISTS' } });
    const [leader, ...others] = await c.rows('employees', { leadsSales: true });
    expect(others).toEqual([]);
    expect(leader).toMatchObject({ roles: ['sales-manager'], active: true, managerId: null });
    const told = (await sentMessages(c.p)).filter(({ subject, type }) => subject === leader?.['_id'] && type === 'hr.employee-changed.v1');
    expect(told).toMatchObject([{ data: { roles: ['sales-manager'] } }]);
    expect(await c.standingOf(String(leader?.['_id']))).toMatchObject({ level: 'MANAGER' });
    // Whom nobody leads since the one before has gone is led by the new manager, with the history of it.
    const managerOf = async ({ employeeId }: EmployeeActor) => (await c.rows('employees', { _id: employeeId }))[0]?.['managerId'];
    expect([await managerOf(led), await managerOf(unled), await managerOf(underOther)]).toEqual([
      leader?.['_id'],
      leader?.['_id'],
      unled.employeeId,
    ]);
    expect(await c.rows('employee_changes', { employeeId: unled.employeeId })).toMatchObject([{ kind: 'TRANSFERRED' }]);
  });
});

describe('[5.7] who proposes', () => {
  test('hr, while sales has no manager; another person of hr decides', async () => {
    const { employeeId } = await ready();
    await refused(() => c.propose().execute(c.hr, { employeeId, reason }), 'PROMOTION_BY_MANAGER');
    await c.given(async (tx) => {
      const leader = await c.employees().activeSalesManager(tx);
      if (leader) await c.employees().save({ ...leader, active: false, leadsSales: false }, tx);
    });
    const id = await c.propose().execute(c.hr, { employeeId, reason });
    await refused(() => decide(id), 'PROMOTION_SAME_PERSON');
    await decide(id, c.otherHr);
    expect(await promotion(id)).toMatchObject({ state: 'APPROVED', proposedBy: c.hr.employeeId, decision: { by: c.otherHr.employeeId } });
  });
});
