import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { hrService } from '../src/hr.module.js';

const PASSWORD = 'correct horse battery';
const OWN_PASSWORD = 'seven mangos in the fog';
const SIGN_IN = `mutation ($no: String!, $password: String!) { signIn(input: { employeeNo: $no, password: $password }) { accessToken refreshToken employee { id name roles } userErrors { code rule message } } }`;
const HIRE = `mutation ($input: HireEmployeeInput!) { hireEmployee(input: $input) { employee { id employeeNo active } userErrors { code field rule } } }`;

let hr: SubgraphUnderTest;
const admin = person(null, 'administrator');
let numbers = 0;
const newHire = (change: object = {}) => ({
  employeeNo: `T-${++numbers}`,
  name: '李小雨',
  department: 'SALES',
  roles: ['SALESPERSON'],
  password: PASSWORD,
  ...change,
});

interface Answer {
  userErrors: { code: string; field?: string[]; rule: string }[];
  [field: string]: unknown;
}

/** Hires somebody who has chosen his own password. */
async function settle(input: ReturnType<typeof newHire>): Promise<{ id: string }> {
  const hired = await call('hireEmployee', HIRE, { input }, admin);
  const replace = `mutation ($input: ReplacePasswordInput!) { replacePassword(input: $input) { accessToken userErrors { code } } }`;
  const given = { employeeNo: input.employeeNo, password: PASSWORD, newPassword: OWN_PASSWORD };
  expect(await call('replacePassword', replace, { input: given })).toMatchObject({ userErrors: [], accessToken: expect.any(String) });
  return hired['employee'] as { id: string };
}

async function call(name: string, query: string, variables: object, as?: Parameters<SubgraphUnderTest['graph']>[2]): Promise<Answer> {
  const answer = await hr.graph(query, variables as Record<string, unknown>, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Answer;
}

beforeAll(async () => {
  hr = await testSubgraph(hrService, { role: 'all', env: { ADMIN_PASSWORD: PASSWORD } });
  await eventually('the first administrator', async () => (await hr.platform.database.collection('employees').countDocuments()) > 0);
  await eventually('hr has consumed its own key event', async () =>
    (await hr.platform.keys.refresh()).keys.some((jwk) => jwk.kid?.startsWith('key_')),
  );
  await hr.trustTestKey();
});

afterAll(() => hr.stop());

describe('[1.3] sign-in', () => {
  test('the first administrator signs in and the token works', async () => {
    const keys = (await (await fetch(`${hr.url}/jwks`)).json()) as { keys: { kid: string }[] };
    expect(keys.keys.length).toBeGreaterThan(0);
    const answer = await call('signIn', SIGN_IN, { no: 'admin', password: PASSWORD });
    expect(answer).toMatchObject({ userErrors: [], employee: { roles: ['ADMINISTRATOR'] } });
    const me = await hr.graph('{ me { employeeNo } }', {}, { token: String(answer['accessToken']) });
    expect(me.data).toEqual({ me: { employeeNo: 'admin' } });
  });

  test.each([
    ['a wrong password', 'admin', 'not the password'],
    ['an unknown number', 'nobody', PASSWORD],
    ['nothing', '', ''],
  ])('refuses %s without saying which', async (_name, no, password) => {
    expect(await call('signIn', SIGN_IN, { no, password })).toMatchObject({
      accessToken: null,
      userErrors: [{ code: 'SIGN_IN_REFUSED', rule: '1.3' }],
    });
  });

  test('locks after five wrong passwords', async () => {
    const input = newHire();
    await settle(input);
    for (let failure = 0; failure < 5; failure++) await call('signIn', SIGN_IN, { no: input.employeeNo, password: 'wrong wrong wrong' });
    expect(await call('signIn', SIGN_IN, { no: input.employeeNo, password: OWN_PASSWORD })).toMatchObject({
      userErrors: [{ code: 'SIGN_IN_LOCKED' }],
    });
  });

  test('a used refresh token ends the whole sign-in', async () => {
    const input = newHire();
    await settle(input);
    const refresh = (token: unknown) =>
      call('refreshSignIn', 'mutation ($t: String!) { refreshSignIn(input: { refreshToken: $t }) { refreshToken userErrors { code } } }', {
        t: token,
      });
    const first = await call('signIn', SIGN_IN, { no: input.employeeNo, password: OWN_PASSWORD });
    const second = await refresh(first['refreshToken']);
    expect(second.userErrors).toEqual([]);
    expect(await refresh(first['refreshToken'])).toMatchObject({ userErrors: [{ code: 'REFRESH_TOKEN_REUSED' }] });
    expect(await refresh(second['refreshToken'])).toMatchObject({ userErrors: [{ code: 'REFRESH_TOKEN_REFUSED' }] });
  });
});

describe('[2.1] employees', () => {
  test('exactly one sales manager, whatever races', async () => {
    const inputs = Array.from({ length: 6 }, () => newHire({ roles: ['SALES_MANAGER'] }));
    const answers = await Promise.all(inputs.map((input) => hr.graph(HIRE, { input }, admin)));
    const hired = answers.filter((answer) => (answer.data?.['hireEmployee'] as { employee: object | null } | undefined)?.employee);
    expect(hired).toHaveLength(1);
    expect(await call('hireEmployee', HIRE, { input: newHire({ roles: ['SALES_MANAGER'] }) }, admin)).toMatchObject({
      userErrors: [{ code: 'SALES_MANAGER_EXISTS', rule: '2.1' }],
    });
  });

  test('a request key gives the first answer again and refuses another input', async () => {
    const input = newHire({ requestKey: 'k-1' });
    const first = await call('hireEmployee', HIRE, { input }, admin);
    expect(await call('hireEmployee', HIRE, { input }, admin)).toEqual(first);
    expect(await call('hireEmployee', HIRE, { input: { ...input, name: '别人' } }, admin)).toMatchObject({
      userErrors: [{ code: 'REQUEST_KEY_REUSED' }],
    });
  });

  test('a deactivated person is refused at once', async () => {
    const input = newHire();
    const hired = await settle(input);
    const { accessToken } = await call('signIn', SIGN_IN, { no: input.employeeNo, password: OWN_PASSWORD });
    const as = { token: String(accessToken) };
    expect((await hr.graph('{ me { id } }', {}, as)).data).toMatchObject({ me: { id: hired.id } });
    const end = 'mutation ($id: ID!) { deactivateEmployee(input: { employeeId: $id }) { employee { active } userErrors { code } } }';
    expect(await call('deactivateEmployee', end, { id: hired.id }, admin)).toMatchObject({ employee: { active: false }, userErrors: [] });
    const refused = await eventually(
      'the token is refused',
      async () => {
        const answer = await hr.graph('{ me { id } }', {}, as);
        return answer.errors ? answer : null;
      },
      5_000,
    );
    expect(refused.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(await call('signIn', SIGN_IN, { no: input.employeeNo, password: OWN_PASSWORD })).toMatchObject({
      userErrors: [{ code: 'SIGN_IN_REFUSED' }],
    });
  });
});

describe('[2.2] permissions', () => {
  test.each([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['a salesperson', person('sales', 'salesperson'), 'FORBIDDEN'],
    ['an auditor', person(null, 'auditor'), 'FORBIDDEN'],
  ])('%s may not hire', async (_name, as, code) => {
    const answer = await hr.graph(HIRE, { input: newHire() }, as);
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  });

  test('references are batched and permitted', async () => {
    const input = newHire();
    const { id } = (await call('hireEmployee', HIRE, { input }, admin))['employee'] as { id: string };
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Employee { id employeeNo } } }';
    const representations = [id, id, 'emp_00000000000000000000000000'].map((key) => ({ __typename: 'Employee', id: key }));
    const answer = await hr.graph(entities, { r: representations }, person('risk', 'investigator'));
    expect(answer.data?.['_entities']).toEqual([{ id, employeeNo: input.employeeNo }, { id, employeeNo: input.employeeNo }, null]);
    expect((await hr.graph(entities, { r: representations })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
