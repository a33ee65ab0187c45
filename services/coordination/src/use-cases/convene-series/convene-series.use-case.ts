import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@weilend/mongo';
import { dueOccurrence, matterOfOccurrence } from '../../domain/series/meeting-series.js';
import { MeetingSeriesRows } from '../../persistence/meeting-series.repository.js';
import { CompanyTime } from '../company-time.js';
import { ConveneMeeting } from '../convene-meeting/convene-meeting.use-case.js';

const ACTOR = { kind: 'service', service: 'coordination' } as const;

/**
 * Convenes the meetings of the series that begin soon, the parameter meeting.series-ahead ahead. The series moves on in the
 * transaction that convenes, so each date is convened once however often and in how many processes this runs [8.1].
 */
@Injectable()
export class ConveneSeries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly series: MeetingSeriesRows,
    private readonly conveneMeeting: ConveneMeeting,
    private readonly time: CompanyTime,
  ) {}

  /** How many meetings were convened. A series that fails does not hold up the others: its error is thrown at the end. */
  async sweep(): Promise<number> {
    let convened = 0;
    const errors: unknown[] = [];
    for (const seriesId of await this.series.activeIds()) {
      try {
        convened += await this.convene(seriesId);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
    return convened;
  }

  private convene(seriesId: string): Promise<number> {
    return this.work.run({ actor: ACTOR, operation: 'convene-series' }, async (tx) => {
      const found = await this.series.get(seriesId, tx);
      const now = await this.time.now();
      const { calendar, aheadMs } = await this.time.seriesAhead(now);
      let series = found;
      let convened = 0;
      for (let due = dueOccurrence(series, calendar, { now, aheadMs }); due; due = dueOccurrence(series, calendar, { now, aheadMs })) {
        series = due.series;
        if (!due.slot) continue;
        await this.conveneMeeting.forCause(matterOfOccurrence(series, due.occurrence), [], tx, due.slot);
        convened += 1;
      }
      if (series !== found) await this.series.save(series, tx);
      return convened;
    });
  }
}
