import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { addEntry } from '../../domain/team/work-log.js';
import type { WorkKind } from '../../domain/team/work-log.js';
import { WorkLogDesk } from './work-log-desk.js';

export interface LogWorkRequest {
  readonly requestKey?: string | null;
  /** Today when left out. */
  readonly day?: LocalDate | null;
  readonly kind: WorkKind;
  readonly minutes: number;
  readonly note: string;
  readonly customerId?: string | null;
  readonly leadId?: string | null;
  readonly applicationId?: string | null;
}

/** Writes one piece of work into one's own log of a day; the first opens it [2.5]. */
@Injectable()
export class LogWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: WorkLogDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: LogWorkRequest): Promise<string> {
    return this.work.once({ operation: 'log-work', actor, input }, async (tx) => {
      const about = { customerId: input.customerId ?? null, leadId: input.leadId ?? null, applicationId: input.applicationId ?? null };
      await this.desk.requireSubjects(actor, about, tx);
      const log = await this.desk.open(employeeIdOf(actor), input.day ?? this.clock.today(), tx);
      const { kind, minutes, note } = input;
      return (await this.desk.keep(addEntry(log, { id: newId('wrk'), kind, minutes, note, ...about, at: this.clock.now() }), tx)).id;
    });
  }
}
