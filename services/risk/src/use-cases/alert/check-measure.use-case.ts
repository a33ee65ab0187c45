import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkMeasure } from '../../domain/alert/alert-closing.js';
import type { MeasureEffect } from '../../domain/alert/measure.js';
import { AlertDesk } from './alert-desk.js';

export interface CheckMeasureRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly measureId: string;
  readonly effect: MeasureEffect;
  readonly evidence: string;
}

/** Whether a measure worked, with what shows it; one that did not goes to those above, and another one is owed [7.4]. */
@Injectable()
export class CheckMeasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CheckMeasureRequest): Promise<string> {
    return this.work.once({ operation: 'check-measure', actor, input }, async (tx) => {
      const alert = await this.desk.alerts.get(input.alertId, tx);
      const { measureId, effect, evidence } = input;
      const checked = checkMeasure(alert, measureId, { effect, evidence, by: employeeIdOf(actor), at: this.clock.now() });
      if (effect === 'NOT') await this.desk.escalate(await this.desk.again(checked, tx), 'MEASURE_INEFFECTIVE', tx);
      else await this.desk.moved(alert, checked, tx);
      return alert.id;
    });
  }
}
