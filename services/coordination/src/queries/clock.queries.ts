import { Injectable } from '@nestjs/common';
import { businessDateOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { ServiceClock } from '@weilend/service';
import { CLOCK_SUBJECT } from '../domain/clock/clock-steps.js';
import type { ClockAdvance } from '../domain/clock/clock-steps.js';
import { ClockAdvances } from '../persistence/clock-advance.repository.js';
import { clockAdvanceCollection } from '../persistence/clock-advance.schema.js';

export interface ClockReading {
  readonly now: Date;
  readonly today: LocalDate;
  readonly mode: 'system' | 'controlled';
}

@Injectable()
export class ClockQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: ServiceClock,
    private readonly advances: ClockAdvances,
  ) {}

  /** Business time by the database's clock. */
  async reading(): Promise<ClockReading> {
    const { offsetMs } = this.clock.mode === 'controlled' ? await this.clock.position() : { offsetMs: 0 };
    const now = new Date((await this.database.now()).getTime() + offsetMs);
    return { now, today: businessDateOf(now), mode: this.clock.mode };
  }

  /** Departments that have not yet followed the last step of a running advance: a department that is down holds the clock. */
  waitingFor(advance: Pick<ClockAdvance, 'state' | 'step'>): Promise<string[]> {
    return advance.state === 'RUNNING' ? this.advances.waitingFor(CLOCK_SUBJECT, advance.step) : Promise.resolve([]);
  }

  async advance(id: string): Promise<ClockAdvance | null> {
    const row = await this.database.model(clockAdvanceCollection).findById(id).lean<Stored>().exec();
    if (!row) return null;
    const { _id, ...rest } = row;
    return { id: _id, ...rest } as unknown as ClockAdvance;
  }
}
