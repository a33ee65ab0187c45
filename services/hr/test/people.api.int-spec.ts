import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import type { EmployeeActor } from '@weilend/kernel';
import { hrService } from '../src/hr.module.js';

const FIRST = 'correct horse battery';
const OWN = 'seven mangos in the fog';
const admin = person(null, 'administrator');
const hrManager = person('hr', 'hr-manager');

let hr: SubgraphUnderTest;
let numbers = 0;
beforeAll(async () => void (hr = await testSubgraph(hrService)));
afterAll(() => hr.stop());

type As = Parameters<SubgraphUnderTest['graph']>[2];
type Found = Record<string, unknown> & { userErrors: { code: string; rule: string; message: string }[] };

/** One mutation with its input; the fields of its payload. */
async function act(name: string, input: object, select: string, as?: As): Promise<Found> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code rule message } } }`;
  const { data, errors } = await hr.graph(query, { input }, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Found;
}

async function ask<T>(query: string, as: As): Promise<T> {
  const { data, errors } = await hr.graph(query, {}, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}

/** Somebody hired who has signed in at a device. */
async function employed(change: object = {}): Promise<{ id: string; employeeNo: string; as: EmployeeActor; refreshToken: string }> {
  const employeeNo = `P-${++numbers}`;
  const facts = { employeeNo, name: '李小雨', department: 'SALES', roles: ['SALESPERSON'], password: FIRST, ...change };
  const { employee } = await act('hireEmployee', facts, 'employee { id }', admin);
  const own = { employeeNo, password: FIRST, newPassword: OWN, device: '前台电脑' };
  const answer = await act('replacePassword', own, 'accessToken refreshToken');
  const { id } = employee as { id: string };
  const as: EmployeeActor = { kind: 'employee', employeeId: id, department: 'sales', roles: ['salesperson'] };
  return { id, employeeNo, as, refreshToken: String(answer['refreshToken']) };
}

describe('[2.1] people in the graph', () => {
  test('the history of a person, and he as of a day', async () => {
    const { id } = await employed({ position: '客户经理', level: 'JUNIOR' });
    const moved = { employeeId: id, department: 'RISK', roles: ['INVESTIGATOR'], position: '调查员', reason: '岗位轮换' };
    expect(await act('changeEmployee', moved, 'employee { position level department }', hrManager)).toMatchObject({
      employee: { position: '调查员', level: 'JUNIOR', department: 'RISK' },
    });
    const history = `{ employeeChanges(employeeId: "${id}", first: 5) { totalCount nodes { kind reason changedBy before { position } after { position department } } } }`;
    expect(await ask(history, hrManager)).toEqual({
      totalCount: 2,
      nodes: [
        {
          ...{ kind: 'TRANSFERRED', reason: '岗位轮换', changedBy: `employee:${hrManager.employeeId}` },
          ...{ before: { position: '客户经理' }, after: { position: '调查员', department: 'RISK' } },
        },
        {
          ...{ kind: 'HIRED', reason: null, changedBy: `employee:${admin.employeeId}`, before: null },
          after: { position: '客户经理', department: 'SALES' },
        },
      ],
    });
    expect(await ask(`{ employee(id: "${id}", asOf: "2020-01-01") { id } }`, hrManager)).toBeNull();
    const future = await hr.graph(`{ employee(id: "${id}", asOf: "2999-01-01") { id } }`, {}, hrManager);
    expect(future.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', refusal: 'INPUT_INVALID' });
  });

  test('the sales department with its manager and staff', async () => {
    const { id: managerId } = await employed({ roles: ['SALES_MANAGER'] });
    const { id, as } = await employed({ managerId });
    const { manager, staff, staffCount } = await ask<{ manager: object; staff: { nodes: object[] }; staffCount: number }>(
      '{ salesOrganisation { manager { id } staffCount staff(first: 100) { nodes { id manager { id } } } } }',
      as,
    );
    expect([manager, staff.nodes.length]).toEqual([{ id: managerId }, staffCount]);
    expect(staff.nodes).toContainEqual({ id, manager: { id: managerId } });
  });

  test('leave: asked for by the person, granted by hr, seen by colleagues without why', async () => {
    const [{ id, as }, { id: standInId, as: colleague }] = [await employed(), await employed()];
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const asked = { kind: 'SICK', from: today, to: today, standInId, reason: '感冒' };
    const { leave, userErrors } = await act('requestLeave', asked, 'leave { id state reason employee { id } }', as);
    expect([userErrors, leave]).toMatchObject([[], { state: 'REQUESTED', reason: '感冒', employee: { id } }]);
    const decision = { leaveId: (leave as { id: string }).id, approve: true };
    expect(await act('decideLeave', decision, 'leave { state standIn { id } }', hrManager)).toMatchObject({
      leave: { state: 'APPROVED', standIn: { id: standInId } },
    });
    const away = await ask<{ nodes: object[] }>('{ employees(onLeaveToday: true) { nodes { id onLeave standIn { id } } } }', colleague);
    expect(away.nodes).toEqual([{ id, onLeave: true, standIn: { id: standInId } }]);
    expect(await ask(`{ leaves(employeeId: "${id}") { nodes { reason } } }`, (await employed()).as)).toEqual({ nodes: [] });
  });

  test('a refusal says in Chinese and English what to do', async () => {
    const { id } = await employed({ name: '任某某' });
    await act('deactivateEmployee', { employeeId: id, cause: 'DISMISSED', reason: '伪造资料' }, 'employee { active }', hrManager);
    const back = { employeeId: id, department: 'SALES', roles: ['SALESPERSON'], password: FIRST };
    expect((await act('rehireEmployee', back, 'employee { id }', hrManager)).userErrors).toMatchObject([
      { code: 'REHIRE_REFUSED', rule: '1.3', message: expect.stringContaining('DISMISSED') },
    ]);
  });
});

describe('[1.3] devices, passwords and keys in the graph', () => {
  test('a person sees his devices and signs one out; hr sees and ends those of others', async () => {
    const { id, employeeNo, as, refreshToken } = await employed();
    await act('signIn', { employeeNo, password: OWN, device: '手机' }, 'accessToken');
    const mine = await ask<{ nodes: { id: string; device: string }[] }>('{ mySignIns(open: true) { nodes { id device lastUsedAt } } }', as);
    expect(mine.nodes.map(({ device }) => device)).toEqual(['手机', '前台电脑']);
    const end = await act('endSignIn', { signInId: mine.nodes[0]?.id }, 'signIn { open endedBecause }', as);
    expect(end).toMatchObject({ signIn: { open: false, endedBecause: 'ENDED' }, userErrors: [] });
    expect(await ask(`{ signInsOf(employeeId: "${id}", open: true) { totalCount } }`, hrManager)).toEqual({ totalCount: 1 });
    expect(await act('endSignIns', { employeeId: id }, 'endedSignIns', hrManager)).toMatchObject({ endedSignIns: 1 });
    expect((await act('refreshSignIn', { refreshToken }, 'accessToken')).userErrors).toMatchObject([{ code: 'REFRESH_TOKEN_REFUSED' }]);
  });

  test('own password, reset by hr, and the security log of both', async () => {
    const { id, employeeNo, as } = await employed();
    const changed = await act('changePassword', { password: OWN, newPassword: 'eight mangos in the fog' }, 'endedSignIns', as);
    expect(changed).toMatchObject({ endedSignIns: 1, userErrors: [] });
    await act('resetPassword', { employeeId: id, newPassword: 'another horse battery' }, 'employee { id }', hrManager);
    expect((await act('signIn', { employeeNo, password: 'another horse battery' }, 'accessToken')).userErrors).toMatchObject([
      { code: 'PASSWORD_CHANGE_REQUIRED', rule: '1.3' },
    ]);
    const log = await ask<{ nodes: { kind: string; by: string; employee: object }[] }>(
      `{ securityLog(employeeId: "${id}") { nodes { kind by employee { id } } } }`,
      person(null, 'auditor'),
    );
    expect(log.nodes.map(({ kind }) => kind)).toEqual(['PASSWORD_RESET', 'SIGN_IN_ENDED', 'PASSWORD_CHANGED', 'PASSWORD_CHANGED']);
    expect(log.nodes[0]).toMatchObject({ by: `employee:${hrManager.employeeId}`, employee: { id } });
  });

  test('the administrator rotates the key; the old one stays good', async () => {
    await employed();
    const rotate = 'mutation { rotateSigningKey { keyId userErrors { code } } }';
    expect((await hr.graph(rotate, {}, admin)).data).toMatchObject({ rotateSigningKey: { keyId: expect.any(String), userErrors: [] } });
    expect((await hr.graph(rotate, {}, admin)).data).toMatchObject({
      rotateSigningKey: { userErrors: [{ code: 'KEY_ROTATION_UNDERWAY' }] },
    });
    const keys = await ask<{ signs: boolean; retiredAt: string | null }[]>('{ signingKeys { signs signsFrom retiredAt } }', admin);
    expect(keys.map(({ signs, retiredAt }) => [signs, retiredAt !== null])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test.each([
    ['the history of people', '{ employeeChanges(employeeId: "emp_x") { nodes { id } } }'],
    ['devices of others', '{ signInsOf(employeeId: "emp_x") { nodes { id } } }'],
    ['the security log', '{ securityLog { nodes { id } } }'],
    ['the keys', '{ signingKeys { id } }'],
  ])('[2.2] %s are not for a salesperson', async (_name, query) => {
    expect((await hr.graph(query, {}, person('sales', 'salesperson'))).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await hr.graph(query)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
