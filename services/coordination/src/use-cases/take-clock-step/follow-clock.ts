import { Injectable } from '@nestjs/common';
import { ServiceClock } from '@weilend/service';
import { CLOCK_SUBJECT } from '../../domain/clock/clock-steps.js';
import { ClockAdvances } from '../../persistence/clock-advance.repository.js';
import { DueMatters } from '../due-matters.js';

/** Nothing may have reached the event log for this long before the lanes count as quiet. */
const QUIET_MS = 120;

/** Tells when a step of the clock is over: every department has it durably, and everything that it made due has happened. */
@Injectable()
export class FollowClock {
  constructor(
    private readonly advances: ClockAdvances,
    private readonly clock: ServiceClock,
    private readonly due: DueMatters,
  ) {}

  /** False in production: there is nothing to drive. */
  isControlled(): boolean {
    return this.clock.mode === 'controlled';
  }

  running(): Promise<{ id: string; step: number } | null> {
    return this.advances.runningNow();
  }

  /** True when every department has acknowledged the step, coordination goes by it, and what is due in coordination itself has happened. */
  async isFollowed(step: number): Promise<boolean> {
    if (step === 0) return true;
    if ((await this.advances.waitingFor(CLOCK_SUBJECT, step)).length > 0) return false;
    if ((await this.clock.position()).step < step) return false;
    return (await this.due.settle()) === 0;
  }

  /** True when no message of coordination is on its way and no department has said anything for a moment. */
  isQuiet(): Promise<boolean> {
    return this.advances.lanesAreQuiet(QUIET_MS);
  }
}
