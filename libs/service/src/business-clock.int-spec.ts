import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { ServiceClock } from './business-clock.js';

const HOUR_MS = 3_600_000;
let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('hr')));
afterAll(() => platform.stop());

const apart = async (clock: ServiceClock): Promise<number> => Math.abs(clock.now().getTime() - (await platform.database.now()).getTime());

describe('business time is the database’s', () => {
  test.each(['system', 'controlled'] as const)(
    '%s: a wall clock that was wrong from the start is put right by the first reading',
    async (mode) => {
      const wrong = Date.now() - 2 * HOUR_MS;
      const wall = jest.spyOn(Date, 'now').mockReturnValue(wrong);
      const clock = new ServiceClock(platform.database, mode);
      wall.mockRestore();
      expect(await apart(clock)).toBeGreaterThan(HOUR_MS);
      await clock.start();
      expect(await apart(clock)).toBeLessThan(2_000);
      clock.stop();
    },
  );

  test('a wall clock that jumps later is not looked at', async () => {
    const clock = new ServiceClock(platform.database, 'system');
    await clock.start();
    const wall = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * HOUR_MS);
    expect(await apart(clock)).toBeLessThan(2_000);
    wall.mockRestore();
    clock.stop();
  });

  test('the offset of the controlled clock is added to it, and each jump is told once', async () => {
    const clock = new ServiceClock(platform.database, 'controlled');
    await clock.start();
    let jumps = 0;
    clock.onMoved(() => (jumps += 1));
    const actor = { kind: 'service', service: 'hr' } as const;
    for (const step of [1, 1, 0])
      await platform.work.run({ actor, operation: 'test' }, (tx) => clock.move({ offsetMs: (24 + step) * HOUR_MS, step }, tx));
    expect(Math.abs((await apart(clock)) - 25 * HOUR_MS)).toBeLessThan(2_000);
    expect(jumps).toBe(1);
    clock.stop();
  });
});
