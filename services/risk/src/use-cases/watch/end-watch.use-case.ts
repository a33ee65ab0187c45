import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decideEnd, proposeEnd } from '../../domain/watch/watch.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';
import { WatchDesk } from './watch-desk.js';

export interface ProposeWatchEndRequest {
  readonly requestKey?: string | null;
  readonly watchId: string;
  readonly reason: string;
}
export interface DecideWatchEndRequest extends ProposeWatchEndRequest {
  readonly agreed: boolean;
}

/** A watch ends with a reason and a second person, and not while a HIGH alert of the customer is open [7.5]. */
@Injectable()
export class EndWatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: WatchDesk,
    private readonly alerts: RiskAlerts,
    private readonly clock: BusinessClock,
  ) {}

  propose(actor: Actor, input: ProposeWatchEndRequest): Promise<string> {
    return this.work.once({ operation: 'propose-watch-end', actor, input }, async (tx) => {
      const watch = await this.desk.watches.get(input.watchId, tx);
      const word = { reason: input.reason, by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.desk.watches.save(proposeEnd(watch, word), tx)).id;
    });
  }

  /** Throws WATCH_OWN_END, WATCH_ALERT_OPEN or ILLEGAL_TRANSITION. */
  decide(actor: Actor, input: DecideWatchEndRequest): Promise<string> {
    return this.work.once({ operation: 'decide-watch-end', actor, input }, async (tx) => {
      const watch = await this.desk.watches.get(input.watchId, tx);
      const openAlertId = (await this.alerts.openHighOf(watch.subjectId, tx))?.id ?? null;
      const word = { reason: input.reason, by: employeeIdOf(actor), at: this.clock.now(), agreed: input.agreed, openAlertId };
      return (await this.desk.watches.save(decideEnd(watch, word, await this.desk.planDueAt()), tx)).id;
    });
  }
}
