import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { untrackWatch } from '../../domain/watch/watch.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';
import { WatchDesk } from './watch-desk.js';

/** Somebody has left: what he tracked is nobody's, so it stands on the exception lists until another person has it [7.5]. */
@Injectable()
export class FreeLeaverWork {
  constructor(
    private readonly desk: WatchDesk,
    private readonly alerts: RiskAlerts,
  ) {}

  async apply(employeeId: string, tx: Tx): Promise<void> {
    // What ends the access of who left shares this transaction: the calendar is asked for only where there is something to date by it.
    for (const watch of await this.desk.watches.trackedBy(employeeId, tx))
      await this.desk.watches.save(untrackWatch(watch, await this.desk.planDueAt()), tx);
    for (const alert of await this.alerts.trackedBy(employeeId, tx)) await this.alerts.save({ ...alert, trackerId: null }, tx);
  }
}
