import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId, parseLocalDate } from '@weilend/kernel';
import { sentMessages, snapshotOf } from '@weilend/testing';
import {
  administrator,
  FIRST_PASSWORD,
  hired,
  hrManager,
  newcomer,
  nobody,
  OWN_PASSWORD,
  peopleUnderTest,
  settled,
  stranger,
} from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
import { beginStanding } from '../../domain/career/standing.js';
import { hrService } from '../../hr.module.js';

const BEGUN = {
  ...{ since: parseLocalDate('2026-01-05'), level: 'TRAINEE' as const, by: 'service:hr', today: parseLocalDate('2026-01-05') },
  rhythm: { intervalDays: 30, reminderDays: 7 },
};

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

const historyOf = async (employeeId: string) => [...(await people.employeeQueries.changesOf(employeeId, {})).nodes].reverse();
const snapshot = (): Promise<string> => snapshotOf(people.platform, hrService.collections);

async function refusedWith(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await snapshot();
  await expect(act()).rejects.toMatchObject({ code });
  expect(await snapshot()).toBe(before);
}

describe('[2.1] the history of a person', () => {
  test('each change is a row with before, after, reason and who did it; the news goes with it', async () => {
    const managerId = await hired(people, { department: 'risk', roles: ['risk-manager'] });
    const id = await hired(people, { position: '客户经理', level: 'JUNIOR', reason: '新设岗位' });
    await people.change.execute(hrManager, { employeeId: id, department: 'sales', roles: ['salesperson', 'trainer'], reason: '兼任讲师' });
    await people.change.execute(hrManager, {
      ...{ employeeId: id, department: 'risk', roles: ['investigator'], managerId, position: '调查员', reason: ' 岗位轮换 ' },
    });
    await people.deactivate.execute(hrManager, { employeeId: id, cause: 'RESIGNED', reason: '家庭原因' });
    expect(await historyOf(id)).toMatchObject([
      {
        ...{ kind: 'HIRED', before: null, reason: '新设岗位', changedBy: `employee:${administrator.employeeId}` },
        after: { department: 'sales', position: '客户经理', level: 'JUNIOR', active: true },
      },
      {
        ...{ kind: 'CHANGED', reason: '兼任讲师', changedBy: `employee:${hrManager.employeeId}` },
        ...{ before: { roles: ['salesperson'] }, after: { roles: ['salesperson', 'trainer'], position: '客户经理', level: 'JUNIOR' } },
      },
      {
        ...{ kind: 'TRANSFERRED', reason: '岗位轮换', before: { department: 'sales', managerId: null } },
        after: { department: 'risk', managerId, position: '调查员', level: 'JUNIOR' },
      },
      { kind: 'DEACTIVATED', reason: '家庭原因', before: { active: true }, after: { active: false, leftBecause: 'RESIGNED' } },
    ]);
    const news = (await sentMessages(people.platform)).filter((one) => one.subject === id && one.type === 'hr.employee-changed.v1');
    const expected = [{ active: true }, { active: true }, { department: 'risk', managerId }, { active: false }];
    expect(news.map(({ data }) => data)).toMatchObject(expected);
  });

  test('a reason is not readable in the database', async () => {
    const id = await hired(people, { reason: '由总经理推荐' });
    const row = await people.platform.database.collection('employee_changes').findOne({ employeeId: id });
    expect(JSON.stringify(row)).not.toContain('总经理');
  });

  test('a change that changes nothing leaves no row and no news', async () => {
    const id = await hired(people, { position: '客户经理' });
    const before = await snapshot();
    await people.change.execute(hrManager, { employeeId: id, department: 'sales', roles: ['salesperson'], reason: '无变化' });
    expect(await snapshot()).toBe(before);
  });

  test('rows are never changed', () => {
    expect(() => people.changes.save()).toThrow('never changed');
  });

  test('tells of any day where somebody stood', async () => {
    const today = people.platform.clock.today();
    const hiredOn = addDays(today, -90);
    const id = await hired(people, { hiredOn, position: '客户经理' });
    await people.change.execute(hrManager, { employeeId: id, department: 'risk', roles: ['investigator'], position: null });
    // As if the change had been made 30 days ago.
    const rows = people.platform.database.collection('employee_changes');
    await rows.updateOne({ employeeId: id, kind: 'TRANSFERRED' }, { $set: { effectiveOn: addDays(today, -30) } });
    const on = (days: number) => people.employeeQueries.asOf(id, addDays(today, -days));
    expect(await on(91)).toBeNull();
    expect(await on(90)).toMatchObject({ id, department: 'sales', position: '客户经理', roles: ['salesperson'] });
    expect(await on(31)).toMatchObject({ department: 'sales' });
    expect(await on(30)).toMatchObject({ department: 'risk', position: null, roles: ['investigator'] });
    expect(await on(0)).toMatchObject({ department: 'risk', hiredOn });
    await expect(on(-1)).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'asOf' });
    expect(await people.employeeQueries.asOf(stranger(), today)).toBeNull();
  });
});

describe('[1.3] coming back', () => {
  test('under the same number, with a new first password, after whatever but a dismissal', async () => {
    const { employeeId: id, employeeNo } = await settled(people);
    await people.deactivate.execute(hrManager, { employeeId: id, cause: 'CONTRACT_ENDED' });
    const back = { employeeId: id, department: 'sales' as const, roles: ['salesperson'], position: '客户经理', reason: '旺季返聘' };
    expect(await people.rehire.execute(hrManager, { ...back, password: FIRST_PASSWORD })).toBe(id);
    expect((await historyOf(id)).at(-1)).toMatchObject({
      ...{ kind: 'REHIRED', reason: '旺季返聘', before: { leftBecause: 'CONTRACT_ENDED' }, after: { active: true, leftBecause: null } },
    });
    const given = { employeeNo, password: FIRST_PASSWORD };
    await expect(people.signIn.execute(nobody, given)).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
  });

  test.each<[string, string, object]>([
    ['who was dismissed', 'REHIRE_REFUSED', { cause: 'DISMISSED', reason: '伪造资料' }],
    ['who died', 'REHIRE_REFUSED', { cause: 'DECEASED' }],
  ])('not %s', async (_title, code, left) => {
    const id = await hired(people, { name: '任某某', reason: '同名', anotherPerson: true });
    await people.deactivate.execute(hrManager, { employeeId: id, ...left });
    const back = { employeeId: id, department: 'sales' as const, roles: ['salesperson'], password: FIRST_PASSWORD };
    await refusedWith(code, () => people.rehire.execute(administrator, back));
  });

  test('not by hiring him anew under another number; who only has his name is hired with a reason, and a second person looks at it', async () => {
    const facts = newcomer({ name: '欧阳某某' });
    const id = await people.hire.execute(administrator, facts);
    const again = (change: object = {}) => newcomer({ name: '欧阳某某', ...change });
    expect(await people.hire.execute(hrManager, again())).toBeTruthy();
    await people.deactivate.execute(hrManager, { employeeId: id, cause: 'DISMISSED', reason: '伪造资料' });
    for (const name of ['欧阳某某', ' 欧阳 某某', '欧阳·某某'])
      await refusedWith('NAME_OF_DISMISSED', () => people.hire.execute(hrManager, again({ name })));
    await refusedWith('NAME_OF_DISMISSED', () => people.hire.execute(administrator, again({ reason: '同名' })));
    await refusedWith('REASON_MISSING', () => people.hire.execute(hrManager, again({ anotherPerson: true, reason: ' ' })));
    const other = again({ anotherPerson: true, reason: '同名，证件号码不同' });
    const employeeId = await people.hire.execute(hrManager, other);
    const own = { employeeNo: other.employeeNo, password: FIRST_PASSWORD, newPassword: OWN_PASSWORD };
    await refusedWith('POWER_UNCONFIRMED', () => people.replacePassword.execute(nobody, own));
    await people.confirmPower.execute(administrator, { employeeId });
    await people.replacePassword.execute(nobody, own);
  });

  test('not by hiring him anew under his old number', async () => {
    const facts = newcomer();
    const id = await people.hire.execute(administrator, facts);
    await people.deactivate.execute(hrManager, { employeeId: id });
    await refusedWith('EMPLOYEE_NUMBER_TAKEN', () => people.hire.execute(hrManager, facts));
  });
});

describe('[2.1, 2.2] refused, and nothing changed', () => {
  const salesperson = { department: 'sales' as const, roles: ['salesperson'] };
  test.each<[string, string, () => Promise<() => Promise<unknown>>]>([
    ['a manager who is nobody', 'MANAGER_UNKNOWN', async () => () => hired(people, { managerId: stranger() })],
    [
      'a manager who left',
      'MANAGER_UNKNOWN',
      async () => {
        const managerId = await hired(people);
        await people.deactivate.execute(hrManager, { employeeId: managerId });
        const employeeId = await hired(people);
        return () => people.change.execute(hrManager, { employeeId, ...salesperson, managerId });
      },
    ],
    [
      'himself as manager',
      'MANAGER_HIMSELF',
      async () => {
        const employeeId = await hired(people);
        return () => people.change.execute(hrManager, { employeeId, ...salesperson, managerId: employeeId });
      },
    ],
    [
      'a circle of three',
      'MANAGER_CIRCLE',
      async () => {
        const first = await hired(people);
        const second = await hired(people, { managerId: first });
        const third = await hired(people, { managerId: second });
        return () => people.change.execute(hrManager, { employeeId: first, ...salesperson, managerId: third });
      },
    ],
    [
      'his own place',
      'OWN_PLACEMENT',
      async () => {
        const employeeId = await hired(people, { department: 'hr', roles: ['hr-manager'] });
        return () =>
          people.change.execute({ ...hrManager, employeeId }, { employeeId, department: 'hr', roles: ['hr-manager'], position: '总监' });
      },
    ],
    [
      'hr making an administrator',
      'ADMINISTRATOR_ONLY',
      async () => () => people.hire.execute(hrManager, newcomer({ department: null, roles: ['administrator'] })),
    ],
    [
      'hr ending an administrator',
      'ADMINISTRATOR_ONLY',
      async () => {
        const employeeId = await hired(people, { department: null, roles: ['administrator'] });
        return () => people.deactivate.execute(hrManager, { employeeId });
      },
    ],
    [
      'changing who left',
      'EMPLOYEE_LEFT',
      async () => {
        const employeeId = await hired(people);
        await people.deactivate.execute(hrManager, { employeeId });
        return () => people.change.execute(hrManager, { employeeId, ...salesperson, position: '顾问' });
      },
    ],
    [
      'a dismissal without a reason',
      'REASON_MISSING',
      async () => {
        const employeeId = await hired(people);
        return () => people.deactivate.execute(hrManager, { employeeId, cause: 'DISMISSED' });
      },
    ],
    [
      'a level that nobody promoted to',
      'LEVEL_BY_PROMOTION',
      async () => {
        const employeeId = await hired(people, { level: 'SALESPERSON' });
        return () => people.change.execute(administrator, { employeeId, ...salesperson, level: 'SUPERVISOR' });
      },
    ],
    [
      'a salesperson made sales manager by hr',
      'SALES_MANAGER_BY_PROMOTION',
      async () => {
        const employeeId = await hired(people);
        return () => people.change.execute(hrManager, { employeeId, department: 'sales', roles: ['sales-manager'] });
      },
    ],
    [
      'who sold and left taken back as sales manager by hr',
      'SALES_MANAGER_BY_PROMOTION',
      async () => {
        const employeeId = await hired(people);
        await people.deactivate.execute(hrManager, { employeeId });
        const back = { employeeId, department: 'sales' as const, roles: ['sales-manager'], password: FIRST_PASSWORD };
        await people.platform.work.run({ actor: administrator, operation: 'given' }, (tx) =>
          people.standings.insert(beginStanding({ id: employeeId, roles: ['salesperson'], active: true, managerId: null }, BEGUN), tx),
        );
        return () => people.rehire.execute(hrManager, back);
      },
    ],
    ['a weak first password', 'PASSWORD_TOO_WEAK', async () => () => hired(people, { password: 'Jm7-tvK' })],
    ['a common first password', 'PASSWORD_COMMON', async () => () => hired(people, { password: 'Welcome2026!' })],
    ['a stranger', 'NOT_FOUND', async () => () => people.change.execute(hrManager, { employeeId: newId('emp'), ...salesperson })],
  ])('%s', async (_title, code, given) => {
    await refusedWith(code, await given());
  });
});

describe('[2.1] lists', () => {
  test('by department, role, manager and activity, page by page in the order of hiring', async () => {
    const managerId = await hired(people, { department: 'finance', roles: ['finance-manager'] });
    const team = [];
    for (let no = 0; no < 5; no++) team.push(await hired(people, { department: 'finance', roles: ['finance-officer'], managerId }));
    await people.deactivate.execute(hrManager, { employeeId: team[4] as string });
    const ids = async (filter: object) => (await people.employeeQueries.list(filter)).nodes.map(({ id }) => id);
    expect(await ids({ department: 'finance' })).toEqual([managerId, ...team]);
    expect(await ids({ managerId, active: true })).toEqual(team.slice(0, 4));
    expect(await ids({ role: 'finance-officer', active: false })).toEqual(team.slice(4));
    const page = await people.employeeQueries.list({ managerId, first: 2 });
    expect(page.nodes.map(({ id }) => id)).toEqual(team.slice(0, 2));
    expect(await ids({ managerId, first: 2, after: page.pageInfo.endCursor })).toEqual(team.slice(2, 4));
  });

  test('each is served by an index in the order in which it is shown', async () => {
    const rows = people.platform.database.collection('employees');
    for (const filter of [{}, { department: 'sales' }, { roles: 'salesperson' }, { managerId: 'emp_x' }]) {
      const plan = await rows
        .find({ ...filter, active: { $in: [true, false] } })
        .sort({ _id: 1 })
        .limit(21)
        .explain('queryPlanner');
      const text = JSON.stringify(plan['queryPlanner'].winningPlan);
      expect([filter, text.includes('COLLSCAN'), text.includes('"SORT"')]).toEqual([filter, false, false]);
    }
  });

  test('the sales department is one manager and the people under him', async () => {
    const before = await people.employeeQueries.salesHead();
    expect(before.manager).toBeNull();
    const id = await hired(people, { roles: ['sales-manager'], hiredOn: parseLocalDate('2026-01-05') });
    const staffId = await hired(people, { managerId: id });
    const head = await people.employeeQueries.salesHead();
    expect(head).toMatchObject({ manager: { id }, staffCount: before.staffCount + 1 });
    const staff = (await people.employeeQueries.salesStaff({ first: 100 })).nodes.map((one) => one.id);
    expect([staff.length, staff.includes(staffId), staff.includes(id)]).toEqual([head.staffCount, true, false]);
  });
});
