import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { CoordinationConfig } from '../coordination.config.js';
import { ClockWake } from '../use-cases/clock-wake.js';
import { FollowClock } from '../use-cases/take-clock-step/follow-clock.js';
import { TakeClockStep } from '../use-cases/take-clock-step/take-clock-step.use-case.js';

const LEASE = 'clock-advance';
const LEASE_MS = 15_000;
const ASK_AGAIN_MS = 20;
/** Business that never pauses must not hold the clock for ever: after this long a step is taken although messages still fly. */
const QUIET_LIMIT_MS = 3_000;

/** Drives a running advance of the controlled clock step by step; goes on with it after a restart. */
@Injectable()
export class ClockDriver extends Job {
  private readonly ticker: Ticker;
  private stopped = false;

  constructor(
    private readonly takeClockStep: TakeClockStep,
    private readonly follow: FollowClock,
    private readonly leases: Leases,
    wake: ClockWake,
    @Inject(ServiceConfig) config: CoordinationConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('clock driver', config.CLOCK_POLL_MS, () => this.pass(), log);
    wake.onRing(() => this.ticker.wake());
  }

  start(): void {
    if (this.follow.isControlled()) this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const advance = await this.follow.running();
    if (!advance) return;
    for (let step = advance.step; !this.stopped;) {
      if (!(await this.waitFor(step))) return;
      const lease = await this.leases.take(LEASE, LEASE_MS);
      if (!lease) return;
      const taken = await this.takeClockStep.execute(advance.id, lease);
      if (taken.state === 'ARRIVED') return;
      step = taken.step;
    }
  }

  /** Waits until everybody has followed the step and the lanes are quiet; false when another process drives or this one stops. */
  private async waitFor(step: number): Promise<boolean> {
    let followedAt: number | null = null;
    while (!this.stopped && (await this.leases.take(LEASE, LEASE_MS))) {
      if (await this.follow.isFollowed(step)) {
        followedAt ??= performance.now();
        if ((await this.follow.isQuiet()) || performance.now() - followedAt > QUIET_LIMIT_MS) return true;
      }
      await pause(ASK_AGAIN_MS);
    }
    return false;
  }
}
