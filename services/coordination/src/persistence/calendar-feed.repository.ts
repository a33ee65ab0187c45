import { Injectable } from '@nestjs/common';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { calendarFeedCollection } from './calendar-feed.schema.js';

const DUPLICATE_KEY = 11_000;

export interface CalendarFeed {
  /** The person's. */
  readonly id: string;
  readonly version: number;
  readonly renewedAt: Date;
}

@Injectable()
export class CalendarFeeds extends Repository<CalendarFeed> {
  constructor(database: Database) {
    super(database, calendarFeedCollection, 'calendar feed');
  }

  /** Number of the address that is good now: 0 before the first renewal. */
  async serialOf(employeeId: string): Promise<number> {
    const row = await this.model.collection.findOne({ _id: employeeId as never }, { projection: { version: 1 } });
    return Number(row?.['version'] ?? 0);
  }

  /** Makes every address given out before void. */
  async renew(employeeId: string, renewedAt: Date, tx: Tx): Promise<void> {
    const known = await this.find(employeeId, tx);
    if (known) return void (await this.save({ ...known, renewedAt }, tx));
    try {
      await this.insert({ id: employeeId, version: 0, renewedAt }, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict(calendarFeedCollection.name, employeeId);
      throw error;
    }
  }
}
