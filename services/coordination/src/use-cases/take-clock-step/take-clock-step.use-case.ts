import { Injectable } from '@nestjs/common';
import { event, Outbox } from '@weilend/messaging';
import { Leases, UnitOfWork } from '@weilend/mongo';
import type { Lease } from '@weilend/mongo';
import { CLOCK_SUBJECT, nextClockStep } from '../../domain/clock/clock-steps.js';
import { ClockAdvances } from '../../persistence/clock-advance.repository.js';
import { CompanyTime } from '../company-time.js';
import { DueMatters } from '../due-matters.js';

const ACTOR = { kind: 'service', service: 'coordination' } as const;

/**
 * Takes one step of a running advance: to the next moment at which something is due, the next business day or the target, or straight to the target.
 * The caller has made sure that every department has followed the step before. Fenced by the lease.
 */
@Injectable()
export class TakeClockStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: Leases,
    private readonly advances: ClockAdvances,
    private readonly due: DueMatters,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  /** The advance after the step; state ARRIVED when there was none left to take. */
  async execute(advanceId: string, lease: Lease): Promise<{ state: 'RUNNING' | 'ARRIVED'; step: number }> {
    return this.work.run({ actor: ACTOR, operation: 'take-clock-step' }, async (tx) => {
      await this.leases.guard(lease, tx);
      const advance = await this.advances.get(advanceId, tx);
      const { now: realNow, offsetMs, step: lastStep } = await this.time.reading();
      const now = new Date(realNow.getTime() + offsetMs);
      const moment = nextClockStep(now, advance, await this.due.nextAfter(now));
      if (!moment) {
        await this.advances.save({ ...advance, state: 'ARRIVED', reached: now, arrivedAt: now }, tx);
        return { state: 'ARRIVED', step: advance.step };
      }
      const step = lastStep + 1;
      await this.outbox.add(
        event('coordination.clock-moved.v1', CLOCK_SUBJECT, { offsetMs: moment.getTime() - realNow.getTime(), step }),
        tx,
      );
      await this.advances.save({ ...advance, reached: moment, steps: advance.steps + 1, step }, tx);
      return { state: 'RUNNING', step };
    });
  }
}
