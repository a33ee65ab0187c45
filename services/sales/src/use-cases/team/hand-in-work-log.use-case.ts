import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { handIn } from '../../domain/team/work-log.js';
import { WorkLogDesk } from './work-log-desk.js';

export interface HandInWorkLogRequest {
  readonly requestKey?: string | null;
  /** Today when left out. */
  readonly day?: LocalDate | null;
  readonly summary: string;
  readonly tomorrow: string;
}

/** Hands one's own log of a day in; from then it is read, not written [2.5]. */
@Injectable()
export class HandInWorkLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: WorkLogDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: HandInWorkLogRequest): Promise<string> {
    return this.work.once({ operation: 'hand-in-work-log', actor, input }, async (tx) => {
      const log = await this.desk.open(employeeIdOf(actor), input.day ?? this.clock.today(), tx);
      return (await this.desk.keep(handIn(log, input, this.clock.now()), tx)).id;
    });
  }
}
