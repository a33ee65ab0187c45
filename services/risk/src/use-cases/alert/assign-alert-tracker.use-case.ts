import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { assignTracker } from '../../domain/alert/risk-alert.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';
import { WatchDesk } from '../watch/watch-desk.js';

export interface AssignAlertTrackerRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly trackerId: string;
}

/** Gives an alert to a dedicated person, and the customer's watch with it when nobody has that yet; a HIGH one without is on the exception list [7.5]. */
@Injectable()
export class AssignAlertTracker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alerts: RiskAlerts,
    private readonly directory: EmployeeDirectory,
    private readonly watch: WatchDesk,
  ) {}

  execute(actor: Actor, input: AssignAlertTrackerRequest): Promise<string> {
    return this.work.once({ operation: 'assign-alert-tracker', actor, input }, async (tx) => {
      const alert = await this.alerts.get(input.alertId, tx);
      const employee = await this.directory.find(input.trackerId, tx);
      const tracked = assignTracker(alert, { employeeId: input.trackerId, active: employee?.active ?? false });
      await this.alerts.save(tracked, tx);
      await this.watch.trackedByAlert(tracked, tx);
      return alert.id;
    });
  }
}
