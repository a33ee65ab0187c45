import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { seedParameters, snapshotOf } from '@weilend/testing';
import { hired, hrManager, peopleUnderTest, stranger } from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
import { hrService } from '../../hr.module.js';

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

const today = (days = 0) => addDays(people.platform.clock.today(), days);
const codeOf = async (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

interface Team {
  readonly boss: EmployeeActor;
  readonly first: EmployeeActor;
  readonly second: EmployeeActor;
}

/** Somebody with two people under him. */
async function team(): Promise<Team> {
  const hiredOn = today(-30);
  const boss = await member({ hiredOn });
  const under = { managerId: boss.employeeId, hiredOn };
  return { boss, first: await member(under), second: await member(under) };
}

async function member(facts: object = {}): Promise<EmployeeActor> {
  return { kind: 'employee', employeeId: await hired(people, facts), department: 'sales', roles: ['salesperson'] };
}

const ask = (as: EmployeeActor, change: object = {}): Promise<string> =>
  people.requestLeave.execute(as, { kind: 'ANNUAL', from: today(), to: today(2), ...change });
const grant = (by: EmployeeActor, leaveId: string) => people.decideLeave.execute(by, { leaveId, approve: true });
const onLeave = async (filter: object = {}) =>
  (await people.employeeQueries.list({ onLeaveToday: true, first: 100, ...filter })).nodes.map(({ id }) => id);

async function refusedWith(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await snapshotOf(people.platform, hrService.collections);
  expect(await codeOf(act())).toBe(code);
  expect(await snapshotOf(people.platform, hrService.collections)).toBe(before);
}

describe('[2.2] a leave', () => {
  test('is asked for, granted by who leads the person, shows who is away and who stands in, and is called off', async () => {
    const { boss, first, second } = await team();
    const leaveId = await ask(first, { standInId: second.employeeId, reason: '回乡探亲' });
    expect(await onLeave()).not.toContain(first.employeeId);
    await grant(boss, leaveId);
    expect(await onLeave({ managerId: boss.employeeId })).toEqual([first.employeeId]);
    const here = await people.employeeQueries.list({ onLeaveToday: false, managerId: boss.employeeId });
    expect(here.nodes.map(({ id }) => id)).toEqual([second.employeeId]);
    expect(await people.leaveQueries.todayOf([first.employeeId])).toMatchObject([{ standInId: second.employeeId }]);
    await people.cancelLeave.execute(first, { leaveId });
    expect(await onLeave()).not.toContain(first.employeeId);
    const [leave] = await people.leaveQueries.byIds([leaveId], first);
    expect(leave).toMatchObject({ state: 'CANCELLED', reason: '回乡探亲', decidedBy: first.employeeId });
  });

  test('is not shown as away before its first day nor after its last', async () => {
    const { boss, first } = await team();
    for (const [from, to] of [
      [today(1), today(2)],
      [today(-3), today(-1)],
    ])
      await grant(boss, await ask(first, { from, to }));
    expect(await onLeave({ managerId: boss.employeeId })).toEqual([]);
  });

  test('its reasons are not readable in the database', async () => {
    const { boss, first } = await team();
    const leaveId = await ask(first, { kind: 'SICK', reason: '腰椎手术' });
    await people.decideLeave.execute(boss, { leaveId, approve: false, reason: '请补交诊断' });
    const row = JSON.stringify(await people.platform.database.collection('leaves').findOne({ _id: leaveId }));
    expect([row.includes('腰椎'), row.includes('诊断')]).toEqual([false, false]);
    expect((await people.leaveQueries.byIds([leaveId], boss))[0]).toMatchObject({ reason: '腰椎手术', decisionReason: '请补交诊断' });
  });

  test('[3.7] is seen by the person, who leads him, who stands in, and hr', async () => {
    const { boss, first, second } = await team();
    const leaveId = await ask(first, { standInId: second.employeeId });
    const colleague = await member();
    const seen = async (as: EmployeeActor): Promise<boolean> => {
      const listed = (await people.leaveQueries.list({ employeeId: first.employeeId }, as)).nodes.length > 0;
      expect((await people.leaveQueries.byIds([leaveId], as)).length > 0).toBe(listed);
      return listed;
    };
    for (const as of [first, boss, second, hrManager]) expect(await seen(as)).toBe(true);
    expect(await seen(colleague)).toBe(false);
    const waiting = await people.leaveQueries.list({ managerId: boss.employeeId, state: 'REQUESTED', from: today(), to: today() }, boss);
    expect(waiting.nodes.map(({ id }) => id)).toEqual([leaveId]);
  });

  test('[1.2] how long it may be is a parameter', async () => {
    const { first } = await team();
    await seedParameters(people.platform, { 'leave.longest-days': '2' });
    await refusedWith('LEAVE_TOO_LONG', () => ask(first));
    await seedParameters(people.platform);
    expect(await codeOf(ask(first))).toBe('done');
  });
});

describe('[2.2] refused, and nothing changed', () => {
  test.each<[string, string, (of: Team) => Promise<() => Promise<unknown>>]>([
    [
      'for a colleague',
      'NOT_FOUND',
      async ({ first, second }) =>
        () =>
          ask(first, { employeeId: second.employeeId }),
    ],
    ['for a stranger, by hr', 'NOT_FOUND', async () => () => ask(hrManager, { employeeId: stranger() })],
    [
      'that ends before it begins',
      'LEAVE_PERIOD',
      async ({ first }) =>
        () =>
          ask(first, { to: today(-1) }),
    ],
    [
      'long after it began',
      'LEAVE_TOO_LATE',
      async ({ first }) =>
        () =>
          ask(first, { from: today(-8) }),
    ],
    [
      'with a stranger who stands in',
      'STAND_IN_UNFIT',
      async ({ first }) =>
        () =>
          ask(first, { standInId: stranger() }),
    ],
    [
      'twice on one day',
      'LEAVE_OVERLAPS',
      async ({ first }) => {
        await ask(first);
        return () => ask(first, { from: today(2), to: today(4) });
      },
    ],
    [
      'while standing in',
      'LEAVE_STANDS_IN',
      async ({ first, second }) => {
        await ask(first, { standInId: second.employeeId });
        return () => ask(second);
      },
    ],
    [
      'with a colleague who is away',
      'STAND_IN_AWAY',
      async ({ first, second }) => {
        await ask(second);
        return () => ask(first, { standInId: second.employeeId });
      },
    ],
    [
      'granted by oneself',
      'OWN_LEAVE_DECISION',
      async ({ first }) => {
        const leaveId = await ask(first);
        return () => grant(first, leaveId);
      },
    ],
    [
      'granted by a colleague',
      'NOT_FOUND',
      async ({ first, second }) => {
        const leaveId = await ask(first);
        return () => grant(second, leaveId);
      },
    ],
    [
      'refused without a reason',
      'REASON_MISSING',
      async ({ boss, first }) => {
        const leaveId = await ask(first);
        return () => people.decideLeave.execute(boss, { leaveId, approve: false, reason: ' ' });
      },
    ],
    [
      'granted when who stands in has left',
      'STAND_IN_UNFIT',
      async ({ boss, first, second }) => {
        const leaveId = await ask(first, { standInId: second.employeeId });
        await people.deactivate.execute(hrManager, { employeeId: second.employeeId });
        return () => grant(boss, leaveId);
      },
    ],
    [
      'granted twice',
      'ILLEGAL_TRANSITION',
      async ({ boss, first }) => {
        const leaveId = await ask(first);
        await grant(boss, leaveId);
        return () => grant(boss, leaveId);
      },
    ],
    [
      'called off when it is over',
      'LEAVE_OVER',
      async ({ first }) => {
        const leaveId = await ask(first, { from: today(-3), to: today(-1) });
        return () => people.cancelLeave.execute(first, { leaveId });
      },
    ],
  ])('%s', async (_title, code, given) => {
    await refusedWith(code, await given(await team()));
  });

  test('two leaves at once of which each excludes the other: one is refused, every time', async () => {
    for (let round = 0; round < 4; round++) {
      const { first, second } = await team();
      const acts = [ask(first, { standInId: second.employeeId }), ask(second, { standInId: first.employeeId })];
      const codes = await Promise.all(acts.map(codeOf));
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect(codes.some((code) => code === 'LEAVE_STANDS_IN' || code === 'STAND_IN_AWAY')).toBe(true);
    }
  });
});
