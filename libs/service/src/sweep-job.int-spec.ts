import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Leases } from '@weilend/mongo';
import { eventually, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import type { ServiceLog } from './service-log.js';
import { SweepJob } from './sweep-job.js';

let platform: PlatformUnderTest;
beforeAll(async () => {
  platform = await testPlatform('sales');
});
afterAll(() => platform.stop());

const quiet: ServiceLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Counts its sweeps, and holds each until it is let go. */
class Held extends SweepJob {
  sweeps = 0;
  running = 0;
  letGo: () => void = () => undefined;
  stoppedWithin = false;

  constructor(name: string, holder: string) {
    super(new Leases(platform.database, holder), quiet, { name, everyMs: 10, leaseMs: 60_000 });
  }

  protected async sweep(isStopping: () => boolean): Promise<void> {
    this.sweeps += 1;
    this.running += 1;
    await new Promise<void>((resolve) => (this.letGo = resolve));
    this.stoppedWithin = isStopping();
    this.running -= 1;
  }
}

test('one process sweeps at a time; another takes over when it is through', async () => {
  const [first, second] = [new Held('one-at-a-time', 'first'), new Held('one-at-a-time', 'second')];
  first.start();
  await eventually('the first sweeps', async () => first.running === 1);
  second.start();
  expect(await new Leases(platform.database, 'third').take('one-at-a-time', 1_000)).toBeNull();
  expect(second.sweeps).toBe(0);
  const stopped = first.stop();
  first.letGo();
  await stopped;
  expect(first.stoppedWithin).toBe(true);
  await eventually('the second takes over', async () => second.running === 1);
  const over = second.stop();
  second.letGo();
  await over;
  expect([first.running, second.running]).toEqual([0, 0]);
});

test('a sweep that fails gives the lease back and is repeated', async () => {
  class Failing extends SweepJob {
    tries = 0;

    constructor() {
      super(new Leases(platform.database, 'fourth'), quiet, { name: 'failing', everyMs: 5, leaseMs: 60_000 });
    }

    protected sweep(): Promise<void> {
      this.tries += 1;
      return Promise.reject(new Error('the database could not be reached'));
    }
  }
  const job = new Failing();
  job.start();
  await eventually('it was tried again', async () => job.tries >= 3);
  await job.stop();
  expect(await new Leases(platform.database, 'fifth').take('failing', 1_000)).not.toBeNull();
});
