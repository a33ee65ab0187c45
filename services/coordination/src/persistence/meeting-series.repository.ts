import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { MeetingSeries } from '../domain/series/meeting-series.js';
import { meetingSeriesCollection } from './meeting-series.schema.js';

@Injectable()
export class MeetingSeriesRows extends Repository<MeetingSeries> {
  constructor(database: Database) {
    super(database, meetingSeriesCollection, 'meeting series');
  }

  /** Ids of the series that go on. */
  async activeIds(): Promise<string[]> {
    const rows = await this.model.collection.find({ state: 'ACTIVE' }, { projection: { _id: 1 }, sort: { _id: 1 } }).toArray();
    return rows.map((row) => String(row._id));
  }
}
