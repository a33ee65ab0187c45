import { Injectable } from '@nestjs/common';
import type { RiskRating } from '@weilend/contracts';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { assessAlert } from '../../domain/alert/alert-closing.js';
import type { Probability } from '../../domain/alert/risk-alert.js';
import { AlertDesk } from './alert-desk.js';

export interface AssessAlertRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly probability: Probability;
  /** In fen. */
  readonly expectedLoss: number;
  readonly text: string;
  readonly level?: RiskRating | null;
  readonly levelReason?: string | null;
}

/** Says how likely the loss is and how much it would be; the level goes up or down with a reason [7.1, 4.23]. */
@Injectable()
export class AssessAlert {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AssessAlertRequest): Promise<string> {
    return this.work.once({ operation: 'assess-alert', actor, input }, async (tx) => {
      const alert = await this.desk.alerts.get(input.alertId, tx);
      const { probability, expectedLoss: expectedLossFen, text, level, levelReason } = input;
      const said = { probability, expectedLossFen, text, level, levelReason, by: employeeIdOf(actor), at: this.clock.now() };
      await this.desk.moved(alert, assessAlert(alert, said), tx);
      return alert.id;
    });
  }
}
