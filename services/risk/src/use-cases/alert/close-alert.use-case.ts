import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeAlert } from '../../domain/alert/alert-closing.js';
import { AlertDesk } from './alert-desk.js';

export interface CloseAlertRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly text: string;
}

/** Ends an alert once it is assessed and each of its measures was checked for its effect [7.4]. */
@Injectable()
export class CloseAlert {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws ILLEGAL_TRANSITION, ALERT_NOT_ASSESSED, ALERT_MEASURES_UNCHECKED or ALERT_RISK_NOT_TREATED. */
  execute(actor: Actor, input: CloseAlertRequest): Promise<string> {
    return this.work.once({ operation: 'close-alert', actor, input }, async (tx) => {
      const alert = await this.desk.alerts.get(input.alertId, tx);
      await this.desk.moved(alert, closeAlert(alert, { text: input.text, by: employeeIdOf(actor), at: this.clock.now() }), tx);
      return alert.id;
    });
  }
}
