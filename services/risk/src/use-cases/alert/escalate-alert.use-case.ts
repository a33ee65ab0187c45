import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { escalateAlert } from '../../domain/alert/alert-closing.js';
import { AlertDesk } from './alert-desk.js';

export interface EscalateAlertRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly reason: string;
}

/** Takes an alert to those above, and why; a HIGH one becomes a meeting of the departments [4.23, 8.3]. */
@Injectable()
export class EscalateAlert {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EscalateAlertRequest): Promise<string> {
    return this.work.once({ operation: 'escalate-alert', actor, input }, async (tx) => {
      const alert = await this.desk.alerts.get(input.alertId, tx);
      const told = { reason: input.reason, by: employeeIdOf(actor), at: this.clock.now() };
      await this.desk.escalate(escalateAlert(alert, told), 'BY_HAND', tx);
      return alert.id;
    });
  }
}
