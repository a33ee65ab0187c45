import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Tx } from '@weilend/mongo';
import { seedParameters, snapshotOf } from '@weilend/testing';
import {
  administrator,
  FIRST_PASSWORD,
  hired,
  hrManager,
  newcomer,
  nobody,
  OWN_PASSWORD,
  peopleActs,
  peopleUnderTest,
  settled,
} from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
import type { Employee } from '../../domain/employee/employee.js';
import { hrService } from '../../hr.module.js';
import { Employees } from '../../persistence/employee/employee.repository.js';

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

const snapshot = (): Promise<string> => snapshotOf(people.platform, hrService.collections);
const logOf = async (employeeId: string) => (await people.signInQueries.log({ employeeId })).nodes.map(({ kind }) => kind);
const signIn = (employeeNo: string, password = OWN_PASSWORD) => people.signIn.execute(nobody, { employeeNo, password, device: '前台电脑' });
const codeOf = async (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

async function refusedWith(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await snapshot();
  expect(await codeOf(act())).toBe(code);
  expect(await snapshot()).toBe(before);
}

/** Something happens right after the person was looked up, while the password is being checked. */
class WatchedEmployees extends Employees {
  meanwhile: (employeeId: string) => Promise<unknown> = async () => undefined;

  override async byNumber(employeeNo: string, tx: Tx): Promise<Employee | null> {
    const found = await super.byNumber(employeeNo, tx);
    if (found) await this.meanwhile(found.id);
    return found;
  }
}

describe('[1.3] signing in', () => {
  test('who is deactivated while his password is being checked is not signed in', async () => {
    const employees = new WatchedEmployees(people.platform.database);
    const watched = peopleActs(people.platform, { employees });
    const { employeeId, employeeNo } = await settled(people);
    const given = { employeeNo, password: OWN_PASSWORD };
    expect(await watched.signIn.execute(nobody, given)).toMatchObject({ employeeId });
    employees.meanwhile = (id) => people.deactivate.execute(administrator, { employeeId: id });
    expect(await codeOf(watched.signIn.execute(nobody, given))).toBe('SIGN_IN_REFUSED');
    expect(await people.platform.database.collection('sign_ins').countDocuments({ employeeId, revokedAt: null })).toBe(0);
  });

  test('whose password is changed while the old one is being checked is not signed in by it', async () => {
    const employees = new WatchedEmployees(people.platform.database);
    const watched = peopleActs(people.platform, { employees });
    const { employeeId, employeeNo } = await settled(people);
    employees.meanwhile = async (id) => {
      employees.meanwhile = async () => undefined;
      await people.resetPassword.execute(hrManager, { employeeId: id, newPassword: 'another horse battery' });
    };
    expect(await codeOf(watched.signIn.execute(nobody, { employeeNo, password: OWN_PASSWORD }))).toBe('SIGN_IN_REFUSED');
    expect(await people.platform.database.collection('sign_ins').countDocuments({ employeeId, revokedAt: null })).toBe(0);
  });

  test.each<[string, () => Promise<[string, string]>]>([
    ['an unknown number', async () => ['nobody-at-all', OWN_PASSWORD]],
    ['no number', async () => ['', '']],
    [
      'somebody who left',
      async () => {
        const { employeeId, employeeNo } = await settled(people);
        await people.deactivate.execute(hrManager, { employeeId });
        return [employeeNo, 'never his password'];
      },
    ],
  ])('%s is refused in the same words', async (_title, given) => {
    expect(await codeOf(signIn(...(await given())))).toBe('SIGN_IN_REFUSED');
  });
});

describe('[1.3] a first password', () => {
  test('signs nobody in, until he has chosen his own', async () => {
    const facts = newcomer();
    const id = await people.hire.execute(administrator, facts);
    const { employeeNo } = facts;
    await refusedWith('PASSWORD_CHANGE_REQUIRED', () => signIn(employeeNo, FIRST_PASSWORD));
    const given = { employeeNo, password: FIRST_PASSWORD, newPassword: OWN_PASSWORD };
    const { accessToken, refreshToken, employeeId } = await people.replacePassword.execute(nobody, given);
    expect([employeeId, accessToken.split('.').length, refreshToken.slice(0, 4)]).toEqual([id, 3, 'wrt_']);
    expect(await codeOf(signIn(employeeNo, FIRST_PASSWORD))).toBe('SIGN_IN_REFUSED');
    expect(await codeOf(signIn(employeeNo))).toBe('done');
    expect(await logOf(id)).toEqual(['PASSWORD_CHANGED']);
  });

  test.each<[string, string, string, string]>([
    ['by the same one', FIRST_PASSWORD, FIRST_PASSWORD, 'PASSWORD_USED_BEFORE'],
    ['by a short one', FIRST_PASSWORD, 'Jm7-tvK', 'PASSWORD_TOO_WEAK'],
    ['by a common one', FIRST_PASSWORD, 'Welcome2026!', 'PASSWORD_COMMON'],
    ['by one with the name in it', FIRST_PASSWORD, '我的名字是李小雨对不对', 'PASSWORD_NAMES_PERSON'],
  ])('is not replaced %s', async (_title, password, newPassword, code) => {
    const facts = newcomer();
    await people.hire.execute(administrator, facts);
    const { employeeNo } = facts;
    await refusedWith(code, () => people.replacePassword.execute(nobody, { employeeNo, password, newPassword }));
  });

  test('the first administrator, whom nobody else hired, has chosen his', async () => {
    const facts = newcomer({ department: null, roles: ['administrator'] });
    await people.hire.execute({ kind: 'service', service: 'hr' }, facts);
    expect(await codeOf(signIn(facts.employeeNo, FIRST_PASSWORD))).toBe('done');
  });
});

describe('[1.3] lock-out', () => {
  const LIMIT = 5;

  test('the limit locks, also for the right password, and stands in the security log; its time is the database’s', async () => {
    const { employeeId, employeeNo } = await settled(people);
    for (let failure = 0; failure < LIMIT; failure++) expect(await codeOf(signIn(employeeNo, 'wrong wrong wrong'))).toBe('SIGN_IN_REFUSED');
    await refusedWith('SIGN_IN_LOCKED', () => signIn(employeeNo));
    expect((await logOf(employeeId))[0]).toBe('ACCOUNT_LOCKED');
    const credentials = people.platform.database.collection<{ _id: string; lockedUntil: Date | null }>('credentials');
    const now = await people.platform.database.now();
    const until = (await credentials.findOne({ _id: employeeId }))?.lockedUntil?.getTime() ?? 0;
    expect(until - now.getTime()).toBeGreaterThan(14 * 60_000);
    await credentials.updateOne({ _id: employeeId }, { $set: { lockedUntil: new Date(now.getTime() - 1) } });
    expect(await codeOf(signIn(employeeNo))).toBe('done');
  });

  test('a number that nobody has is refused and locked as one that somebody has, and forgotten after a month', async () => {
    const { employeeNo } = await settled(people);
    const tries = async (no: string) => {
      const codes: string[] = [];
      for (let failure = 0; failure <= LIMIT; failure++) codes.push(await codeOf(signIn(no, 'wrong wrong wrong')));
      return codes;
    };
    const unknown = await tries('NOBODY-1');
    expect(unknown).toEqual(await tries(employeeNo));
    expect(unknown.at(-1)).toBe('SIGN_IN_LOCKED');
    const rows = people.platform.database.collection<{ _id: string; goesAt: Date }>('credentials');
    const unknowns = await rows.find({ _id: { $regex: '^unknown_' } } as never).toArray();
    expect(unknowns.length).toBeGreaterThan(0);
    for (const { goesAt } of unknowns) expect(Math.round((goesAt.getTime() - Date.now()) / 86_400_000)).toBe(31);
    expect(JSON.stringify(unknowns)).not.toContain('NOBODY');
    await refusedWith('SIGN_IN_REFUSED', () => signIn('what is no number at all', 'wrong wrong wrong'));
  });

  test('thirty guesses at once are counted one after the other: the right one behind the limit is refused too', async () => {
    const { employeeId, employeeNo } = await settled(people);
    const wrong = Array.from({ length: 30 }, (_, no) => codeOf(signIn(employeeNo, `wrong guess no ${no}`)));
    const codes = await Promise.all(wrong);
    expect(codes.filter((code) => code === 'SIGN_IN_REFUSED')).toHaveLength(LIMIT);
    expect(codes.filter((code) => code === 'SIGN_IN_LOCKED')).toHaveLength(30 - LIMIT);
    expect(await codeOf(signIn(employeeNo))).toBe('SIGN_IN_LOCKED');
    expect((await logOf(employeeId)).filter((kind) => kind === 'ACCOUNT_LOCKED')).toHaveLength(1);
  });

  test('a locked account is opened by hr with a new password', async () => {
    const { employeeId, employeeNo } = await settled(people);
    for (let failure = 0; failure < LIMIT; failure++) await codeOf(signIn(employeeNo, 'wrong wrong wrong'));
    await people.resetPassword.execute(hrManager, { employeeId, newPassword: 'another horse battery' });
    expect(await codeOf(signIn(employeeNo, 'another horse battery'))).toBe('PASSWORD_CHANGE_REQUIRED');
  });

  test('[1.2] limit and time are parameters', async () => {
    const { employeeNo } = await settled(people);
    await seedParameters(people.platform, { 'sign-in.failures-before-lock': '2' });
    await codeOf(signIn(employeeNo, 'wrong wrong wrong'));
    await codeOf(signIn(employeeNo, 'wrong wrong wrong'));
    expect(await codeOf(signIn(employeeNo))).toBe('SIGN_IN_LOCKED');
    await seedParameters(people.platform);
  });
});

describe('[1.3] another password', () => {
  test('one’s own: every other device is signed out, this one stays', async () => {
    const { employeeId, employeeNo, as } = await settled(people);
    const [here, there] = [await signIn(employeeNo), await signIn(employeeNo)];
    const given = { password: OWN_PASSWORD, newPassword: 'eight mangos in the fog', refreshToken: here.refreshToken };
    expect(await people.changePassword.execute(as, given)).toBe(2);
    expect(await codeOf(people.refresh.execute(nobody, { refreshToken: there.refreshToken }))).toBe('REFRESH_TOKEN_REFUSED');
    expect(await codeOf(people.refresh.execute(nobody, { refreshToken: here.refreshToken }))).toBe('done');
    expect((await logOf(employeeId)).slice(0, 3).sort()).toEqual(['PASSWORD_CHANGED', 'SIGN_IN_ENDED', 'SIGN_IN_ENDED']);
  });

  test('not one of the last five; the sixth is forgotten', async () => {
    const { as } = await settled(people);
    const named = (no: number): string => `mangos in fog no ${'abcdefgh'[no]}`;
    let password = OWN_PASSWORD;
    for (let no = 0; no < 4; no++) {
      await people.changePassword.execute(as, { password, newPassword: named(no) });
      password = named(no);
    }
    await refusedWith('PASSWORD_USED_BEFORE', () => people.changePassword.execute(as, { password, newPassword: OWN_PASSWORD }));
    await people.changePassword.execute(as, { password, newPassword: named(4) });
    expect(await codeOf(people.changePassword.execute(as, { password: named(4), newPassword: OWN_PASSWORD }))).toBe('done');
  });

  test('a wrong present one counts as a wrong sign-in', async () => {
    const { employeeId, as, employeeNo } = await settled(people);
    const given = { password: 'wrong wrong wrong', newPassword: 'eight mangos in the fog' };
    for (let failure = 0; failure < 5; failure++) expect(await codeOf(people.changePassword.execute(as, given))).toBe('SIGN_IN_REFUSED');
    expect(await codeOf(signIn(employeeNo))).toBe('SIGN_IN_LOCKED');
    expect((await logOf(employeeId))[0]).toBe('ACCOUNT_LOCKED');
  });

  test('reset by hr: signed out everywhere, and only good for choosing an own one', async () => {
    const { employeeId, employeeNo } = await settled(people);
    const { refreshToken } = await signIn(employeeNo);
    await people.resetPassword.execute(hrManager, { employeeId, newPassword: 'another horse battery' });
    expect(await codeOf(people.refresh.execute(nobody, { refreshToken }))).toBe('REFRESH_TOKEN_REFUSED');
    expect(await codeOf(signIn(employeeNo))).toBe('SIGN_IN_REFUSED');
    expect(await codeOf(signIn(employeeNo, 'another horse battery'))).toBe('PASSWORD_CHANGE_REQUIRED');
    const { nodes } = await people.signInQueries.list({ employeeId });
    expect(nodes.map(({ endedBecause, open }) => [endedBecause, open])).toEqual([
      ['PASSWORD_RESET', false],
      ['PASSWORD_RESET', false],
    ]);
  });

  test.each<[string, string, () => Promise<() => Promise<unknown>>]>([
    ['one’s own', 'OWN_PASSWORD_RESET', async () => () => reset(hrManager.employeeId)],
    [
      'an administrator’s, by hr',
      'ADMINISTRATOR_ONLY',
      async () => reset.bind(null, await hired(people, { department: null, roles: ['administrator'] })),
    ],
    [
      'of somebody who left',
      'EMPLOYEE_LEFT',
      async () => {
        const employeeId = await hired(people);
        await people.deactivate.execute(hrManager, { employeeId });
        return () => reset(employeeId);
      },
    ],
    ['to the one he has', 'PASSWORD_USED_BEFORE', async () => reset.bind(null, await hired(people), FIRST_PASSWORD)],
    ['to a common one', 'PASSWORD_COMMON', async () => reset.bind(null, await hired(people), 'Password2026')],
  ])('reset refused: %s', async (_title, code, given) => {
    await refusedWith(code, await given());
  });

  function reset(employeeId: string, newPassword = 'another horse battery'): Promise<string> {
    return people.resetPassword.execute(hrManager, { employeeId, newPassword });
  }
});
