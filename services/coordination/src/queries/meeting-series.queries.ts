import { Injectable } from '@nestjs/common';
import type { Actor, Department } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { SeriesState } from '../domain/series/meeting-series.machine.js';
import type { MeetingSeries } from '../domain/series/meeting-series.js';
import { meetingSeriesCollection } from '../persistence/meeting-series.schema.js';
import { readerOf } from './reader.js';

export interface MeetingSeriesFilter extends PageRequest {
  readonly state?: SeriesState | null;
  readonly department?: Department | null;
}

/** The series of meetings: read by the departments that take part, all of them by who oversees the company. */
@Injectable()
export class MeetingSeriesQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<MeetingSeries[]> {
    const filter = { $and: [{ _id: { $in: [...ids] } }, scope(actor)] };
    const rows = await this.model()
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toSeries);
  }

  list({ first, after, state, department }: MeetingSeriesFilter, actor: Actor): Promise<Page<MeetingSeries>> {
    const wanted = { ...(department ? { departments: department } : {}), ...(state ? { state } : {}) };
    return pageOf(this.model(), { first, after }, { filter: { $and: [scope(actor), wanted] }, map: toSeries });
  }

  private model() {
    return this.database.model(meetingSeriesCollection);
  }
}

/** Nobody of no department takes part in anything. */
function scope(actor: Actor): Record<string, unknown> {
  const { seesAll, department } = readerOf(actor);
  if (seesAll) return {};
  return department ? { departments: department } : { _id: { $in: [] } };
}

function toSeries({ _id, ...rest }: Stored): MeetingSeries {
  return { id: _id, ...rest } as unknown as MeetingSeries;
}
