import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { MeetingSeries } from '../domain/series/meeting-series.js';
import { MeetingSeriesQueries } from '../queries/meeting-series.queries.js';

@Injectable()
export class MeetingSeriesLoader extends EntityLoader<MeetingSeries> {
  readonly typeName = 'MeetingSeries';

  constructor(private readonly series: MeetingSeriesQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly MeetingSeries[]> {
    return this.series.byIds(ids, actor);
  }
}
