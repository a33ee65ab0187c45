import { Injectable } from '@nestjs/common';
import { actorRef, addDays, BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { DayEndSignal } from './day-end-signal.js';

export interface StartDayEndRequest {
  readonly requestKey?: string | null;
  readonly businessDate: LocalDate;
}

/** The first day end of a company begins at most this long ago. */
const LONGEST_FIRST_DAYS = 370;

/** Begins the end of a business day, and before it of every day that was missed since the last one; the work itself is the job's [4.19, 7.4]. */
@Injectable()
export class StartDayEnd {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dayEnds: DayEnds,
    private readonly clock: BusinessClock,
    private readonly signal: DayEndSignal,
  ) {}

  /** Throws DomainError DAY_END_IN_FUTURE, DAY_END_TOO_EARLY, DAY_END_RUNNING or DAY_ALREADY_CLOSED. */
  async execute(actor: Actor, input: StartDayEndRequest): Promise<LocalDate> {
    const { businessDate } = input;
    await this.work.once({ operation: 'run-day-end', actor, input }, async (tx) => {
      const today = this.clock.today();
      if (businessDate > today) throw new DomainError('DAY_END_IN_FUTURE', { today }, 'businessDate');
      const newest = await this.dayEnds.newest(tx);
      const earliest = newest ? businessDate : addDays(today, -LONGEST_FIRST_DAYS);
      if (businessDate < earliest) throw new DomainError('DAY_END_TOO_EARLY', { earliest }, 'businessDate');
      if (newest?.state === 'RUNNING') throw new DomainError('DAY_END_RUNNING', { running: newest._id }, 'businessDate');
      if (newest && businessDate <= newest._id) throw new DomainError('DAY_ALREADY_CLOSED', { closed: newest._id }, 'businessDate');
      const startedAt = this.clock.now();
      const days = missedDays(newest?._id ?? null, businessDate);
      const row = { state: 'RUNNING', requestedBy: actorRef(actor), startedAt, closedAt: null } as const;
      await this.dayEnds.open(
        days.map((_id) => ({ ...row, _id })),
        tx,
      );
      return businessDate;
    });
    this.signal.started();
    return businessDate;
  }
}

/** Every day after the last that was closed, through the wanted one. */
function missedDays(last: LocalDate | null, wanted: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = last === null ? wanted : addDays(last, 1); day <= wanted; day = addDays(day, 1)) days.push(day);
  return days;
}
