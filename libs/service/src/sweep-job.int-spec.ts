import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Leases } from '@weilend/mongo';
import { eventually, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import type { ServiceLog } from './service-log.js';
import { SweepJob } from './sweep-job.js';
import type { SweepWatch } from './sweep-job.js';

let platform: PlatformUnderTest;
beforeAll(async () => {
  platform = await testPlatform('sales');
});
afterAll(() => platform.stop());

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const quiet: ServiceLog = silent;

/** Counts its sweeps, and holds each until it is let go. */
class Held extends SweepJob {
  sweeps = 0;
  running = 0;
  letGo: () => void = () => undefined;
  stoppedWithin = false;

  constructor(name: string, holder: string, everyMs = 10) {
    super(new Leases(platform.database, holder), quiet, { name, everyMs, leaseMs: 60_000 });
  }

  protected async sweep({ isStopping }: SweepWatch): Promise<void> {
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

test('a clock that jumps is looked at once more at once, not at the end of the interval', async () => {
  const job = new Held('after-a-jump', 'first', 3_600_000);
  job.start();
  await eventually('the first sweep', async () => job.running === 1);
  job.letGo();
  await eventually('its end', async () => job.running === 0);
  job.clockMoved();
  await eventually('the second sweep', async () => job.sweeps === 2);
  const stopped = job.stop();
  job.letGo();
  await stopped;
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

test('[3.7] a row that throws is set aside, named without what stood in it, counted, and tried again by the next pass', async () => {
  const lines: { fields: Record<string, unknown>; text: string }[] = [];
  const log: ServiceLog = { ...silent, warn: (fields: Record<string, unknown>, text: string) => void lines.push({ fields, text }) };
  class Rows extends SweepJob {
    passes = 0;

    constructor() {
      super(new Leases(platform.database, 'sixth'), log, { name: 'rows', everyMs: 60_000, leaseMs: 60_000 });
    }

    protected sweep({ onTrouble }: SweepWatch): Promise<void> {
      this.passes += 1;
      for (let no = 1; no <= 25; no++) onTrouble(`row_${no}`, new TypeError('王小明 13800138000'));
      return Promise.resolve();
    }
  }
  const job = new Rows();
  job.start();
  await eventually('it has passed', async () => lines.length >= 21);
  await job.stop();
  expect(job.passes).toBe(1);
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatchObject({ fields: { sweep: 'rows', id: 'row_1', error: expect.stringMatching(/^TypeError at /) as unknown } });
  expect(lines.at(-1)?.fields).toEqual({ sweep: 'rows', setAside: 25 });
  expect(JSON.stringify(lines)).not.toMatch(/13800138000|王/);
});

test('[3.7] a pass that fails is logged without the message of its error', async () => {
  const lines: unknown[] = [];
  const log: ServiceLog = { ...silent, warn: (fields: Record<string, unknown>) => void lines.push(fields) };
  class Failing extends SweepJob {
    constructor() {
      super(new Leases(platform.database, 'seventh'), log, { name: 'failing-loud', everyMs: 60_000, leaseMs: 60_000 });
    }

    protected sweep(): Promise<void> {
      return Promise.reject(new RangeError('dup key: 王小明 13800138000'));
    }
  }
  const job = new Failing();
  job.start();
  await eventually('it was logged', async () => lines.length > 0);
  await job.stop();
  expect(lines).toEqual([
    { ticker: 'failing-loud', error: expect.stringMatching(/^RangeError at sweep-job\.int-spec\.ts:\d+$/) as unknown },
  ]);
});
