import { Injectable } from '@nestjs/common';
import { BusinessClock, businessDateOf, checkAwake } from '@weilend/kernel';
import type { LocalDate, QuietHours } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { countsFrom, requireRecent } from '../domain/late-record.js';
import { WorkingDeadlines } from './working-deadlines.js';

/** What somebody tells about the past is judged here, by the rule of the day on which it is recorded [1.6]. */
@Injectable()
export class LateRecords {
  constructor(
    private readonly parameters: Parameters,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError RECORDED_TOO_LATE at the field for what took place too long ago. */
  async requireRecent(on: LocalDate, field: string): Promise<void> {
    const today = this.clock.today();
    requireRecent(on, { today, lateDays: await this.parameters.number('record.late-days', today) }, field);
  }

  /** Throws DomainError CONTACT_QUIET_HOURS at the field for a debtor who was spoken to at night, by the hours of that day: finance's rule [7.4]. */
  async requireAwake(at: Date, field: string): Promise<void> {
    checkAwake(at, await this.parameters.json<QuietHours>('collection.quiet-hours', businessDateOf(at)), field);
  }

  /** The moment from which an answer counts that is recorded now and took place at `at`. */
  async countsFrom(at: Date, dueAt: Date | null): Promise<Date> {
    return countsFrom({ at, dueAt, recordedAt: this.clock.now(), promptUntil: await this.deadlines.dueAt('record.prompt-within', at) });
  }
}
