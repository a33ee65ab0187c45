import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Parameters } from '@weilend/service';

/** The business time, and after what share of its time a deadline is reminded of: the same as for handoffs. */
@Injectable()
export class ReminderClock {
  constructor(
    private readonly clock: BusinessClock,
    private readonly parameters: Parameters,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  share(): Promise<number> {
    return this.parameters.number('escalation.reminder-at', this.clock.today());
  }
}
