import { Injectable } from '@nestjs/common';
import { businessDateOf, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, Department, LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { startSeries } from '../../domain/series/meeting-series.js';
import type { RecurrenceKind } from '../../domain/series/recurrence.js';
import { MeetingSeriesRows } from '../../persistence/meeting-series.repository.js';
import { CompanyTime } from '../company-time.js';

export interface StartMeetingSeriesRequest {
  readonly requestKey?: string | null;
  readonly title: string;
  readonly agenda: readonly string[];
  readonly departments: readonly Department[];
  readonly recurrence: { readonly kind: RecurrenceKind; readonly number?: number | null };
  readonly startTime: string;
  readonly durationMinutes: number;
  /** Today when left out. */
  readonly activeFrom?: LocalDate | null;
  readonly activeUntil?: LocalDate | null;
}

/** Departments agree to meet regularly; the meetings are convened by themselves from now on [8.1]. */
@Injectable()
export class StartMeetingSeries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly series: MeetingSeriesRows,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: StartMeetingSeriesRequest): Promise<string> {
    return this.work.once({ operation: 'start-meeting-series', actor, input }, async (tx) => {
      const now = await this.time.now();
      const today = businessDateOf(now);
      const { title, agenda, departments, startTime, durationMinutes, activeUntil = null } = input;
      const recurrence = { kind: input.recurrence.kind, number: input.recurrence.number ?? null };
      const plan = { title, agenda, departments, recurrence, startTime, durationMinutes, activeUntil };
      const asked = { ...plan, id: newId('mts'), activeFrom: input.activeFrom ?? today, startedBy: employeeIdOf(actor), startedAt: now };
      const series = await this.series.insert(startSeries(asked, await this.time.calendar(now), today), tx);
      const facts = { seriesId: series.id, departments: [...series.departments], activeFrom: series.activeFrom, activeUntil };
      await this.outbox.add(event('coordination.meeting-series-started.v1', series.id, facts), tx);
      return series.id;
    });
  }
}
