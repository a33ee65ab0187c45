import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, DomainError } from '@weilend/kernel';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { StartDayEnd } from './start-day-end.use-case.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
/** Somebody else was faster, or the day is closed already: nothing to do. */
const NOTHING_TO_DO = ['DAY_END_RUNNING', 'DAY_ALREADY_CLOSED', 'REQUEST_IN_PROGRESS', 'CHANGED_MEANWHILE'];

/** A business day that is over is closed without anybody asking, once there was a first day end. */
@Injectable()
export class DayEndSchedule {
  constructor(
    private readonly dayEnds: DayEnds,
    private readonly start: StartDayEnd,
    private readonly clock: BusinessClock,
  ) {}

  async beginMissed(): Promise<void> {
    const yesterday = addDays(this.clock.today(), -1);
    const newest = await this.dayEnds.newest();
    if (newest && (newest.state === 'RUNNING' || newest._id >= yesterday)) return;
    await this.start.execute(ACTOR, { businessDate: yesterday }).catch((error: unknown) => {
      if (!(error instanceof DomainError && NOTHING_TO_DO.includes(error.code))) throw error;
    });
  }
}
