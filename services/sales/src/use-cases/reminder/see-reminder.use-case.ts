import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Reminders } from '../../persistence/reminder/reminder.repository.js';

export interface SeeReminderRequest {
  readonly requestKey?: string | null;
  readonly reminderId: string;
}

/** Notes that a person has seen his reminder; the first look counts. */
@Injectable()
export class SeeReminder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reminders: Reminders,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: SeeReminderRequest): Promise<string> {
    return this.work.once({ operation: 'see-reminder', actor, input }, async (tx) => {
      const reminder = await this.reminders.get(input.reminderId, tx);
      if (reminder.employeeId !== employeeIdOf(actor)) throw new DomainError('NOT_FOUND', { noun: 'reminder', id: reminder.id });
      if (reminder.seenAt) return reminder.id;
      return (await this.reminders.save({ ...reminder, seenAt: this.clock.now() }, tx)).id;
    });
  }
}
