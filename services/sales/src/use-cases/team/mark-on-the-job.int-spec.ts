import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { JobMarkQueries } from '../../queries/team/job-mark.queries.js';
import { MarkOnTheJob } from './mark-on-the-job.use-case.js';

const supervisor = person('sales', 'salesperson');
const facts = ['拜访时先说明综合融资成本'];
let desk: SalesDesk;
beforeAll(async () => {
  desk = await salesDesk();
  await seedPeople(desk.platform, [desk.seller, desk.manager, supervisor]);
});
afterAll(() => desk.stop());

const workOf = async (handoffId: string) => (await handoffRows(desk.platform)).find((row) => row._id === handoffId);
const listOf = (by: typeof supervisor) => new JobMarkQueries(desk.platform.database).owed({ first: 100 }, by);

/** Training's question has reached us. */
async function asked(employeeId = desk.seller.employeeId, dueOn = '2026-05-10') {
  const handoffId = newId('hof');
  const data = { sessionId: newId('trs'), employeeId, supervisorId: supervisor.employeeId, dueOn };
  await desk.inbox.receive(desk.source.handoff('mark-on-the-job', 'training', { id: handoffId, subject: data.sessionId, data }));
  const jobMarkId = (await listOf(desk.manager)).nodes.find((one) => one.handoffId === handoffId)?.id ?? '';
  return { handoffId, jobMarkId, ...data };
}

describe('[6.8] the mark of the work by the superior', () => {
  test('is on his list with its deadline, the most overdue first, and on nobody else’s but the manager’s', async () => {
    const [late, soon] = [await asked(desk.seller.employeeId, '2026-05-20'), await asked(desk.seller.employeeId, '2026-05-01')];
    const mine = (await listOf(supervisor)).nodes.filter(({ id }) => [late.jobMarkId, soon.jobMarkId].includes(id));
    expect(mine.map(({ dueOn }) => dueOn)).toEqual(['2026-05-01', '2026-05-20']);
    expect((await listOf(desk.seller)).nodes).toEqual([]);
  });

  test('completes the work and tells training mark and facts', async () => {
    const { handoffId, jobMarkId, sessionId } = await asked();
    await desk.get(MarkOnTheJob).execute(supervisor, { jobMarkId, mark: 4, facts });
    const result = { mark: 4, facts: facts[0], markedBy: supervisor.employeeId };
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: result });
    const said = (await sentMessages(desk.platform)).filter((one) => one.subject === sessionId);
    expect(said).toMatchObject([{ type: 'sales.handoff-completed.v1', handoffid: handoffId, data: { result } }]);
    expect((await listOf(supervisor)).nodes.map(({ id }) => id)).not.toContain(jobMarkId);
    const given = async (by: typeof supervisor, state: 'MARKED' | 'RETURNED') =>
      (await new JobMarkQueries(desk.platform.database).list({ state, first: 100 }, by)).nodes.map(({ id }) => id);
    for (const by of [supervisor, desk.manager]) expect(await given(by, 'MARKED')).toContain(jobMarkId);
    expect(await given(supervisor, 'RETURNED')).not.toContain(jobMarkId);
    expect(await given(desk.seller, 'MARKED')).toEqual([]);
  });

  test('is called back when training has excused the person; one that was answered meanwhile stays answered', async () => {
    const [open, answered] = [await asked(), await asked()];
    await desk.get(MarkOnTheJob).execute(supervisor, { jobMarkId: answered.jobMarkId, mark: 4, facts });
    const drop = ({ handoffId, sessionId, employeeId }: typeof open) => {
      const dropped = { handoffId, sessionId, employeeId, reason: '长期病假，无法观察' };
      return desk.inbox.receive(desk.source.event('training.job-mark-dropped.v1', sessionId, dropped));
    };
    for (const one of [open, answered]) await drop(one);
    expect(await workOf(open.handoffId)).toMatchObject({ state: 'recalled', outcome: { reason: '长期病假，无法观察' } });
    expect(await workOf(answered.handoffId)).toMatchObject({ state: 'completed' });
    expect((await listOf(supervisor)).nodes.map(({ id }) => id)).not.toContain(open.jobMarkId);
  });

  test('goes back when nothing can be said', async () => {
    const { handoffId, jobMarkId } = await asked();
    await desk.get(MarkOnTheJob).sendBack(desk.manager, { jobMarkId, reason: '长期外派，无法观察' });
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome: { reasons: ['长期外派，无法观察'] } });
  });

  test('goes back when the person leaves, before or after the question has come', async () => {
    const leaver = person('sales', 'salesperson');
    await seedPeople(desk.platform, [leaver]);
    const before = await asked(leaver.employeeId);
    const left = { employeeId: leaver.employeeId, deactivatedAt: '2026-05-02T02:00:00.000Z' };
    await desk.platform.work.run({ actor: { kind: 'service', service: 'hr' }, operation: 'leave' }, (tx) =>
      desk.platform.directory.deactivate(leaver.employeeId, tx),
    );
    await desk.inbox.receive(desk.source.event('hr.employee-deactivated.v1', leaver.employeeId, left));
    expect(await workOf(before.handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'JOB_MARK_PERSON_LEFT' } });
    const after = await asked(leaver.employeeId);
    expect(await workOf(after.handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'JOB_MARK_PERSON_LEFT' } });
  });

  test.each<[string, object, () => typeof supervisor, string]>([
    ['by a colleague', {}, () => person('sales', 'salesperson'), 'JOB_MARK_NOT_YOURS'],
    ['by himself', {}, () => desk.seller, 'JOB_MARK_NOT_YOURS'],
    ['of 6', { mark: 6 }, () => supervisor, 'JOB_MARK_INVALID'],
    ['without facts', { facts: [] }, () => supervisor, 'JOB_MARK_FACTS_MISSING'],
    ["[3.7] with a customer's number", { facts: ['客户 13800138000 很满意'] }, () => supervisor, 'PERSONAL_NUMBER_IN_TEXT'],
    ['of nothing', { jobMarkId: newId('ojm') }, () => supervisor, 'NOT_FOUND'],
  ])('a mark %s is refused and changes nothing', async (_title, change, by, code) => {
    const { jobMarkId } = await asked();
    const before = await desk.snapshot();
    expect(await codesOf(desk.get(MarkOnTheJob).execute(by(), { jobMarkId, mark: 4, facts, ...change }))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });

  test('twice is refused and changes nothing', async () => {
    const { jobMarkId } = await asked();
    await desk.get(MarkOnTheJob).execute(supervisor, { jobMarkId, mark: 4, facts });
    const before = await desk.snapshot();
    expect(await codesOf(desk.get(MarkOnTheJob).execute(supervisor, { jobMarkId, mark: 5, facts }))).toEqual(['JOB_MARK_CLOSED']);
    expect(await desk.snapshot()).toBe(before);
  });
});
