import { Injectable } from '@nestjs/common';
import { actorRef, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { ServiceClock } from '@weilend/service';
import { checkAdvance } from '../../domain/clock/clock-steps.js';
import type { ClockStops } from '../../domain/clock/clock-steps.js';
import { ClockAdvances } from '../../persistence/clock-advance.repository.js';
import { CompanyTime } from '../company-time.js';
import { ClockWake } from '../clock-wake.js';

export interface AdvanceClockRequest {
  readonly requestKey?: string | null;
  readonly to: Date;
  /** Every day when left out. */
  readonly stops?: ClockStops | null;
}

/** Orders the company's clock to a later time; the driver takes the steps. Only where the clock is controlled, never in production. */
@Injectable()
export class AdvanceClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly advances: ClockAdvances,
    private readonly clock: ServiceClock,
    private readonly time: CompanyTime,
    private readonly wake: ClockWake,
  ) {}

  execute(actor: Actor, input: AdvanceClockRequest): Promise<string> {
    return this.work.once({ operation: 'advance-clock', actor, input }, async (tx) => {
      if (this.clock.mode !== 'controlled') throw new DomainError('CLOCK_NOT_CONTROLLED');
      const running = await this.advances.running(tx);
      if (running) throw new DomainError('CLOCK_ADVANCE_RUNNING', { clockAdvanceId: running.id });
      const now = await this.time.now();
      checkAdvance(now, input.to);
      const advance = {
        id: newId('adv'),
        version: 0,
        state: 'RUNNING' as const,
        from: now,
        to: input.to,
        stops: input.stops ?? 'EVERY_DAY',
        reached: now,
      };
      await this.advances.begin({ ...advance, steps: 0, step: 0, requestedBy: actorRef(actor), arrivedAt: null }, tx);
      tx.afterCommit(() => this.wake.ring());
      return advance.id;
    });
  }
}
