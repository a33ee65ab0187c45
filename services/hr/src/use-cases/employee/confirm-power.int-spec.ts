import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { snapshotOf } from '@weilend/testing';
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
import { hrService } from '../../hr.module.js';

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

async function refusedWith(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await snapshotOf(people.platform, hrService.collections);
  await expect(act()).rejects.toMatchObject({ code });
  expect(await snapshotOf(people.platform, hrService.collections)).toBe(before);
}

describe('[1.3] who gets a powerful role is in the security log, alarming', () => {
  const alarmsOf = async (employeeId: string) =>
    (await people.signInQueries.log({ employeeId, alarming: true })).nodes.map(({ kind, by }) => ({ kind, by }));

  test('at the hiring and at a change, once each; nobody else is', async () => {
    const chair = await hired(people, { department: 'approval', roles: ['committee-chair'] });
    expect(await alarmsOf(chair)).toEqual([{ kind: 'POWER_GIVEN', by: `employee:${administrator.employeeId}` }]);
    const id = await hired(people);
    expect(await alarmsOf(id)).toEqual([]);
    await people.change.execute(hrManager, { employeeId: id, department: 'compliance', roles: ['compliance-officer'] });
    await people.change.execute(hrManager, {
      employeeId: id,
      department: 'compliance',
      roles: ['compliance-officer'],
      position: '合规经理',
    });
    expect(await alarmsOf(id)).toEqual([{ kind: 'POWER_GIVEN', by: `employee:${hrManager.employeeId}` }]);
  });
});

describe('[1.3] one person of hr alone makes nobody powerful', () => {
  const RESET_PASSWORD = 'another horse battery';
  const second = { ...hrManager, employeeId: stranger() };
  const signIn = (employeeNo: string, password = OWN_PASSWORD) => people.signIn.execute(nobody, { employeeNo, password });
  const replace = (employeeNo: string, password = FIRST_PASSWORD, newPassword = OWN_PASSWORD) =>
    people.replacePassword.execute(nobody, { employeeNo, password, newPassword });
  const waiting = async () => (await people.employeeQueries.list({ unconfirmed: true, first: 100 })).nodes.map(({ id }) => id);

  test('hired by hr he signs in when a second person has confirmed it, not before; by an administrator at once', async () => {
    const facts = newcomer({ department: 'hr', roles: ['hr-manager'] });
    const employeeId = await people.hire.execute(hrManager, facts);
    expect(await waiting()).toContain(employeeId);
    await refusedWith('POWER_UNCONFIRMED', () => replace(facts.employeeNo));
    await refusedWith('POWER_SAME_PERSON', () => people.confirmPower.execute(hrManager, { employeeId }));
    await refusedWith('POWER_SAME_PERSON', () => people.confirmPower.execute({ ...hrManager, employeeId }, { employeeId }));
    await refusedWith('NOT_FOUND', () => people.confirmPower.execute(second, { employeeId: stranger() }));
    await people.confirmPower.execute(second, { employeeId });
    await refusedWith('POWER_CONFIRMED', () => people.confirmPower.execute(second, { employeeId }));
    expect(await waiting()).not.toContain(employeeId);
    await replace(facts.employeeNo);
    expect((await people.signInQueries.log({ employeeId })).nodes.map(({ kind, by }) => [kind, by])).toContainEqual([
      'POWER_CONFIRMED',
      `employee:${second.employeeId}`,
    ]);
    const { employeeNo } = await settled(people, { department: 'hr', roles: ['hr-manager'] });
    await signIn(employeeNo);
  });

  test('given the role he is signed out and waits for a second person, also when it is taken away again', async () => {
    const { employeeId, employeeNo } = await settled(people, { department: 'compliance', roles: ['auditor'] });
    const { refreshToken } = await signIn(employeeNo);
    const move = (roles: string[]) => people.change.execute(hrManager, { employeeId, department: 'compliance', roles });
    await move(['compliance-officer']);
    expect((await people.signInQueries.list({ employeeId, open: true })).nodes).toEqual([]);
    await expect(people.refresh.execute(nobody, { refreshToken })).rejects.toMatchObject({ code: 'REFRESH_TOKEN_REFUSED' });
    await refusedWith('POWER_UNCONFIRMED', () => signIn(employeeNo));
    await expect(signIn(employeeNo, 'not his password')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await move(['auditor']);
    await refusedWith('POWER_UNCONFIRMED', () => signIn(employeeNo));
    await people.confirmPower.execute(second, { employeeId });
    await signIn(employeeNo);
  });

  test('with a password that hr has set anew nobody gets at the account of who has power', async () => {
    const reset = async (roles: string[], department: 'compliance', by = hrManager) => {
      const { employeeId, employeeNo } = await settled(people, { department, roles });
      await people.resetPassword.execute(by, { employeeId, newPassword: RESET_PASSWORD });
      return { employeeId, employeeNo };
    };
    const watcher = await reset(['compliance-officer'], 'compliance');
    await refusedWith('POWER_UNCONFIRMED', () => replace(watcher.employeeNo, RESET_PASSWORD, 'eight figs under the bridge'));
    await people.confirmPower.execute(second, { employeeId: watcher.employeeId });
    await replace(watcher.employeeNo, RESET_PASSWORD, 'eight figs under the bridge');
    const auditor = await reset(['auditor'], 'compliance');
    await replace(auditor.employeeNo, RESET_PASSWORD, 'eight figs under the bridge');
    const other = await reset(['compliance-officer'], 'compliance', administrator as never);
    await replace(other.employeeNo, RESET_PASSWORD, 'eight figs under the bridge');
  });

  test('coming back with it he waits too', async () => {
    const { employeeId } = await settled(people, { department: 'compliance', roles: ['compliance-officer'] });
    await people.deactivate.execute(hrManager, { employeeId });
    const back = { employeeId, department: 'compliance' as const, roles: ['compliance-officer'], password: FIRST_PASSWORD };
    await people.rehire.execute(hrManager, back);
    expect(await waiting()).toContain(employeeId);
  });
});
