import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import type { TrainingReminder } from '../../domain/reminder/training-reminder.js';
import { trainingReminderCollection } from '../../persistence/reminder/training-reminder.schema.js';
import { toEntity } from '../to-entity.js';

/** A person's own reminders of what is still owed. */
@Injectable()
export class TrainingReminderQueries {
  constructor(private readonly database: Database) {}

  mine(page: PageRequest, actor: Actor): Promise<Page<TrainingReminder>> {
    const filter = { employeeId: employeeIdOf(actor), endedAt: null };
    return pageOf(this.database.model(trainingReminderCollection), page, { filter, map: toEntity<TrainingReminder> });
  }
}
