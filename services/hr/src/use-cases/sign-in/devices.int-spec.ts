import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sentMessages, snapshotOf } from '@weilend/testing';
import { hrManager, nobody, OWN_PASSWORD, peopleUnderTest, settled } from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';
import { hrService } from '../../hr.module.js';

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

const signIn = (employeeNo: string, device: string | null = null) =>
  people.signIn.execute(nobody, { employeeNo, password: OWN_PASSWORD, device });
const refresh = (refreshToken: string) => people.refresh.execute(nobody, { refreshToken });
const devicesOf = async (employeeId: string) => (await people.signInQueries.list({ employeeId })).nodes;
const alarmsOf = async (employeeId: string) => (await people.signInQueries.log({ employeeId, alarming: true })).nodes;
const codeOf = async (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

async function refusedWith(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await snapshotOf(people.platform, hrService.collections);
  expect(await codeOf(act())).toBe(code);
  expect(await snapshotOf(people.platform, hrService.collections)).toBe(before);
}

describe('[1.3] a refresh token used twice', () => {
  test('is refused with its code, ends the whole sign-in once, and stands in the security log', async () => {
    const { employeeId, employeeNo } = await settled(people);
    const first = await signIn(employeeNo);
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(await codeOf(refresh(first.refreshToken))).toBe('REFRESH_TOKEN_REUSED');
    const [ended] = await devicesOf(employeeId);
    expect(ended).toMatchObject({ open: false, endedBecause: 'TOKEN_REUSED' });
    expect(await alarmsOf(employeeId)).toMatchObject([{ kind: 'REFRESH_TOKEN_REUSED', signInId: ended?.id, by: 'anonymous' }]);
    for (const token of [third.refreshToken, first.refreshToken, second.refreshToken])
      await refusedWith('REFRESH_TOKEN_REFUSED', () => refresh(token));
  });

  test('by two at once: one of them has new tokens, which are worth nothing', async () => {
    const { employeeId, employeeNo } = await settled(people);
    const { refreshToken } = await signIn(employeeNo);
    const outcomes = await Promise.allSettled([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
    const codes = outcomes.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code));
    expect([...codes].sort()).toEqual(['REFRESH_TOKEN_REFUSED', 'REFRESH_TOKEN_REUSED', 'done']);
    const [given] = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.refreshToken] : []));
    expect(await codeOf(refresh(String(given)))).toBe('REFRESH_TOKEN_REFUSED');
    expect(await alarmsOf(employeeId)).toHaveLength(1);
  });

  test('leaves the other devices of the person alone', async () => {
    const { employeeNo } = await settled(people);
    const [stolen, other] = [await signIn(employeeNo), await signIn(employeeNo)];
    await refresh(stolen.refreshToken);
    await codeOf(refresh(stolen.refreshToken));
    expect(await codeOf(refresh(other.refreshToken))).toBe('done');
  });

  test.each<[string, () => Promise<string>]>([
    ['a token of nobody', async () => 'wrt_nobody'],
    ['nothing', async () => ''],
    [
      'after signing out',
      async () => {
        const { employeeNo, as } = await settled(people);
        const { refreshToken } = await signIn(employeeNo);
        await people.signOut.execute(as, { refreshToken });
        return refreshToken;
      },
    ],
    [
      'after its time',
      async () => {
        const { employeeId, employeeNo } = await settled(people);
        const { refreshToken } = await signIn(employeeNo);
        await people.platform.database.collection('sign_ins').updateMany({ employeeId }, { $set: { expiresAt: new Date() } });
        return refreshToken;
      },
    ],
  ])('%s is refused, and nothing changed', async (_title, given) => {
    const token = await given();
    await refusedWith('REFRESH_TOKEN_REFUSED', () => refresh(token));
  });
});

describe('[1.3] the list of devices', () => {
  test('tells of each when it began and was last used, newest first, and no token', async () => {
    const { employeeId, employeeNo } = await settled(people);
    await signIn(employeeNo, '前台电脑\n');
    const { refreshToken } = await signIn(employeeNo, '手机');
    await refresh(refreshToken);
    const devices = await devicesOf(employeeId);
    expect(devices.map(({ device, open }) => [device, open])).toEqual([
      ['手机', true],
      ['前台电脑', true],
      [null, true],
    ]);
    expect(devices[0]?.lastUsedAt.getTime()).toBeGreaterThan(devices[0]?.startedAt.getTime() ?? Infinity);
    expect(JSON.stringify(devices)).not.toMatch(/hash/i);
  });

  test('one of them is ended by its owner, and by hr', async () => {
    const { employeeId, employeeNo, as } = await settled(people);
    const [one, other] = [await signIn(employeeNo), await signIn(employeeNo)];
    const [newest, older] = await devicesOf(employeeId);
    await people.endSignIn.execute(as, { signInId: String(newest?.id) });
    await people.endSignIn.execute(hrManager, { signInId: String(older?.id) });
    for (const { refreshToken } of [one, other]) expect(await codeOf(refresh(refreshToken))).toBe('REFRESH_TOKEN_REFUSED');
    const { nodes } = await people.signInQueries.list({ employeeId, open: true });
    expect(nodes).toHaveLength(1);
    const log = (await people.signInQueries.log({ employeeId, kind: 'SIGN_IN_ENDED' })).nodes;
    expect(log.map(({ by, signInId }) => [by, signInId])).toEqual([
      [`employee:${hrManager.employeeId}`, older?.id],
      [`employee:${employeeId}`, newest?.id],
    ]);
  });

  test('with it its access token is refused, here at once and everywhere by the news; the other devices go on', async () => {
    const { employeeId, employeeNo, as } = await settled(people);
    const [one, other, last] = [await signIn(employeeNo), await signIn(employeeNo), await signIn(employeeNo)];
    const tokens = people.platform.tokens;
    const { publicJwk } = await people.ring.current();
    await people.platform.work.run({ actor: nobody, operation: 'keys' }, (tx) => people.platform.keys.replace([{ ...publicJwk }], tx));
    for (const { accessToken } of [one, other, last]) expect(await tokens.verify(accessToken)).toMatchObject({ employeeId });
    const [newest] = await devicesOf(employeeId);
    await people.endSignIn.execute(as, { signInId: String(newest?.id) });
    await people.signOut.execute(as, { refreshToken: other.refreshToken });
    for (const { accessToken } of [last, other]) await expect(tokens.verify(accessToken)).rejects.toThrow('this sign-in was ended');
    expect(await tokens.verify(one.accessToken)).toMatchObject({ employeeId });
    const news = (await sentMessages(people.platform)).filter(
      ({ subject, type }) => subject === employeeId && type === 'hr.sign-ins-ended.v1',
    );
    expect(news.map(({ data }) => (data as { signInIds: string[] }).signInIds.length)).toEqual([1, 1]);
    expect(news[0]).toMatchObject({ data: { employeeId, signInIds: [newest?.id] } });
    expect((await people.signInQueries.log({ employeeId, kind: 'SIGN_IN_ENDED' })).nodes).toHaveLength(1);
  });

  test('all of them are ended at once', async () => {
    const { employeeId, employeeNo, as } = await settled(people);
    await signIn(employeeNo);
    expect(await people.endSignIns.execute(as, {})).toBe(2);
    expect(await people.endSignIns.execute(hrManager, { employeeId })).toBe(0);
    expect((await people.signInQueries.list({ employeeId, open: true })).nodes).toEqual([]);
  });

  test('a colleague sees and ends nothing of it', async () => {
    const { employeeId } = await settled(people);
    const { as: colleague } = await settled(people);
    const [device] = await devicesOf(employeeId);
    await refusedWith('NOT_FOUND', () => people.endSignIn.execute(colleague, { signInId: String(device?.id) }));
    await refusedWith('NOT_FOUND', () => people.endSignIns.execute(colleague, { employeeId }));
    await people.endSignIn.execute(hrManager, { signInId: String(device?.id) });
    await refusedWith('ILLEGAL_TRANSITION', () => people.endSignIn.execute(hrManager, { signInId: String(device?.id) }));
  });
});
