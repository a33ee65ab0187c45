import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import type { Reminder } from '../../domain/reminder/reminder.js';
import { reminderCollection } from '../../persistence/reminder/reminder.schema.js';
import { newestFirst, toPlain } from '../rows.js';

/** A person's own reminders of what is still owed. */
@Injectable()
export class ReminderQueries {
  constructor(private readonly database: Database) {}

  mine({ kind, ...page }: PageRequest & { kind?: string | null }, actor: Actor): Promise<Page<Reminder>> {
    const filter = { employeeId: employeeIdOf(actor), endedAt: null, ...(kind ? { kind } : {}) };
    return pageOf(this.database.model(reminderCollection), page, { filter, map: (row) => toPlain<Reminder>(row) });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<Reminder[]> {
    const rows = await newestFirst(this.database.model(reminderCollection), { _id: { $in: [...ids] }, employeeId: employeeIdOf(actor) });
    return rows.map((row) => toPlain<Reminder>(row));
  }
}
