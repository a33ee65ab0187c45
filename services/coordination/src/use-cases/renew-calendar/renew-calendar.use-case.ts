import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CalendarFeeds } from '../../persistence/calendar-feed.repository.js';
import { CompanyTime } from '../company-time.js';

export interface RenewCalendarRequest {
  readonly requestKey?: string | null;
}

/** A person's calendar gets a new address; whoever has the old one sees nothing more. */
@Injectable()
export class RenewCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly feeds: CalendarFeeds,
    private readonly time: CompanyTime,
  ) {}

  execute(actor: Actor, input: RenewCalendarRequest): Promise<string> {
    return this.work.once({ operation: 'renew-calendar', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      await this.feeds.renew(employeeId, await this.time.now(), tx);
      return employeeId;
    });
  }
}
