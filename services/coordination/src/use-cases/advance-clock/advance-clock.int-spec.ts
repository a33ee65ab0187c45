import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import type { DeliveryRow } from '@weilend/messaging';
import { createPlatform } from '@weilend/service';
import { person, testKeys } from '@weilend/testing';
import { coordinationUnderTest, decision } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { at, shown } from '../../domain/__cases__/calendar.cases.js';
import type { ClockStops } from '../../domain/clock/clock-steps.js';
import { ClockAdvances } from '../../persistence/clock-advance.repository.js';
import { ClockQueries } from '../../queries/clock.queries.js';
import { ClockWake } from '../clock-wake.js';
import { CompanyTime } from '../company-time.js';
import { FollowClock } from '../take-clock-step/follow-clock.js';
import { TakeClockStep } from '../take-clock-step/take-clock-step.use-case.js';
import { AdvanceClock } from './advance-clock.use-case.js';

let co: CoordinationUnderTest;
let advances: ClockAdvances;
let advanceClock: AdvanceClock;
let takeStep: TakeClockStep;
let follow: FollowClock;
const coordinator = person('coordination', 'coordinator');

beforeAll(async () => {
  co = await coordinationUnderTest();
  const { platform, time, due } = co;
  advances = new ClockAdvances(platform.database);
  advanceClock = new AdvanceClock(platform.work, advances, platform.clock, time, new ClockWake());
  takeStep = new TakeClockStep(platform.work, platform.leases, advances, due, time, platform.outbox);
  follow = new FollowClock(advances, platform.clock, due);
});
afterAll(() => co.stop());
beforeEach(async () => {
  for (const name of ['board', 'clock_advances', 'meetings']) await co.platform.database.collection(name).deleteMany({});
});

const outbox = () => co.platform.database.collection<DeliveryRow>('outbox');
const steps = async () => (await co.sent('coordination.clock-moved.v1')).map((envelope) => Number(envelope.data['step']));
/** Every department acknowledges the step, coordination applies it: what the queues do in a running system. */
const everybodyFollows = async (step: number) => {
  const [row] = await outbox().find({ 'envelope.data.step': step, destination: 'coordination' }).toArray();
  if (row) await co.inbox.receive(row.envelope);
  await outbox().updateMany({ 'envelope.data.step': step }, { $set: { status: 'acked', ackedAt: new Date() } });
};
const lease = async () => {
  const taken = await co.platform.leases.take('clock-advance', 60_000);
  if (!taken) throw new Error('the lease is free');
  return taken;
};
const nowMinutes = async () => shown(new Date((await co.time.now()).getTime() + 1_000));

describe('the controlled clock', () => {
  test.each<[ClockStops | null, readonly string[]]>([
    [null, ['2026-11-24 00:00', '2026-11-24 14:15', '2026-11-24 18:00', '2026-11-25 00:00', '2026-11-25 10:00']],
    ['NOWHERE', ['2026-12-10 10:00']],
  ])('stopping %p it takes each step only when all have followed, and everything that became due has happened', async (stops, expected) => {
    const [from, to] = stops ? ['2026-12-08 09:00', '2026-12-10 10:00'] : ['2026-11-23 09:00', '2026-11-25 10:00'];
    await co.moveTo(at(from));
    const work = decision(co.source, at(from));
    await co.inbox.receive(work.opening);
    const id = await advanceClock.execute(coordinator, { to: at(to), stops });
    const visited: (string | null)[] = [];
    for (
      let taken = await takeStep.execute(id, await lease());
      taken.state === 'RUNNING';
      taken = await takeStep.execute(id, await lease())
    ) {
      expect(await follow.isFollowed(taken.step)).toBe(false);
      await everybodyFollows(taken.step);
      visited.push(await nowMinutes());
      while (!(await follow.isFollowed(taken.step))) await follow.isFollowed(taken.step);
    }
    expect(visited).toEqual(expected);
    expect((await co.row(work.handoffId)).levels.map((level) => level.firedAt !== null)).toEqual([true, true, false, false]);
    const queries = new ClockQueries(co.platform.database, co.platform.clock, advances);
    expect(await queries.advance(id)).toMatchObject({ state: 'ARRIVED', steps: expected.length });
    expect(await queries.reading()).toMatchObject({ today: to.slice(0, 10), mode: 'controlled' });
  });

  test('one department that has not acknowledged holds the clock', async () => {
    await co.moveTo(at('2026-11-26 09:00'));
    const id = await advanceClock.execute(coordinator, { to: at('2026-11-26 12:00') });
    const { step } = await takeStep.execute(id, await lease());
    await everybodyFollows(step);
    await outbox().updateOne({ 'envelope.data.step': step, destination: 'finance' }, { $set: { status: 'published' } });
    expect(await follow.isFollowed(step)).toBe(false);
    expect(await advances.waitingFor('clk_00000000000000000000000000', step)).toEqual(['finance']);
    expect(await follow.isQuiet()).toBe(false);
    await everybodyFollows(step);
    expect(await follow.isFollowed(step)).toBe(true);
  });

  test('every service gets every step, numbered upwards', async () => {
    const envelopes = await co.sent('coordination.clock-moved.v1');
    const destinations = await outbox().countDocuments({ 'envelope.id': (envelopes[0] as Envelope).id });
    expect(destinations).toBe(8);
    const numbers = await steps();
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('a driver that lost its lease takes no step', async () => {
    await co.moveTo(at('2026-11-27 09:00'));
    const id = await advanceClock.execute(coordinator, { to: at('2026-11-27 12:00') });
    const before = await steps();
    await expect(takeStep.execute(id, { name: 'clock-advance', fence: 0 })).rejects.toMatchObject({ name: 'LeaseLost' });
    expect(await steps()).toEqual(before);
  });
});

describe('refusals', () => {
  test('a second advance while one runs, even in the same moment', async () => {
    await co.moveTo(at('2026-11-30 09:00'));
    const both = await Promise.allSettled([1, 2, 3].map((hour) => advanceClock.execute(coordinator, { to: at(`2026-11-30 1${hour}:00`) })));
    expect(both.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of both) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CLOCK_ADVANCE_RUNNING' });
  });

  test.each([
    ['the past', '2026-12-01 08:59', 'CLOCK_ONLY_FORWARD'],
    ['a very far future', '2036-01-01 00:00', 'CLOCK_TOO_FAR'],
  ])('%s', async (_name, to, code) => {
    await co.moveTo(at('2026-12-01 09:00'));
    await expect(advanceClock.execute(coordinator, { to: at(to) })).rejects.toMatchObject({ code });
    expect(await follow.running()).toBeNull();
  });

  test('where the clock is not controlled nobody moves it', async () => {
    const { platform } = co;
    const real = createPlatform('coordination', platform.database, {}, { ...testKeys, CLOCK_MODE: 'system' });
    const time = new CompanyTime(platform.database, real.clock, platform.parameters);
    const refused = new AdvanceClock(platform.work, advances, real.clock, time, new ClockWake());
    await expect(refused.execute(coordinator, { to: new Date(Date.now() + 3_600_000) })).rejects.toMatchObject({
      code: 'CLOCK_NOT_CONTROLLED',
    });
    expect(await follow.running()).toBeNull();
  });

  test('the same request key gives the first advance again', async () => {
    await co.moveTo(at('2026-12-02 09:00'));
    const input = { requestKey: 'to-noon', to: at('2026-12-02 12:00') };
    expect(await advanceClock.execute(coordinator, input)).toBe(await advanceClock.execute(coordinator, input));
    await expect(advanceClock.execute(coordinator, { ...input, to: at('2026-12-02 13:00') })).rejects.toMatchObject({
      code: 'REQUEST_KEY_REUSED',
    });
  });
});
