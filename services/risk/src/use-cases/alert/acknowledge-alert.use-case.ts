import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { acknowledge } from '../../domain/alert/risk-alert.js';
import { AlertDesk } from './alert-desk.js';

export interface AcknowledgeAlertRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
}

/** The superior takes note of an alert [4.23]. */
@Injectable()
export class AcknowledgeAlert {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AcknowledgeAlertRequest): Promise<string> {
    return this.work.once({ operation: 'acknowledge-alert', actor, input }, async (tx) => {
      const alert = await this.desk.alerts.get(input.alertId, tx);
      await this.desk.moved(alert, acknowledge(alert, employeeIdOf(actor), this.clock.now()), tx);
      return alert.id;
    });
  }
}
