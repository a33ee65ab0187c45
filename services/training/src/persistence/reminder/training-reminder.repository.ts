import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ReminderKind, TrainingReminder } from '../../domain/reminder/training-reminder.js';
import { trainingReminderCollection } from './training-reminder.schema.js';

@Injectable()
export class TrainingReminders extends Repository<TrainingReminder> {
  constructor(database: Database) {
    super(database, trainingReminderCollection, 'reminder');
  }

  /** Which of these have been said. */
  async known(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.model.collection.find({ key: { $in: [...keys] } }, { projection: { key: 1 } }).toArray();
    return new Set(rows.map((row) => row['key'] as string));
  }

  /** Open ones in the order of their ids, a batch at a time. */
  async open(after: string, limit: number): Promise<readonly TrainingReminder[]> {
    const rows = await this.model
      .find({ endedAt: null, _id: { $gt: after } } as never)
      .sort({ _id: 1 })
      .limit(limit)
      .lean()
      .exec();
    return rows.map((row) => this.toEntity(row as never));
  }

  /** What was said of one thing and has not ended; a handful. */
  openAbout(kind: ReminderKind, about: string, tx: Tx): Promise<TrainingReminder[]> {
    return this.findMany({ about, kind, endedAt: null }, tx, { sort: { _id: 1 } });
  }

  getMany(ids: readonly string[], tx: Tx): Promise<TrainingReminder[]> {
    return this.findMany({ _id: { $in: [...ids] } }, tx, { limit: ids.length });
  }
}
