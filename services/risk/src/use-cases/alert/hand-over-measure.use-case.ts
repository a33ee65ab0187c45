import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { measureOf } from '../../domain/alert/risk-alert.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';
import { MeasureHandover } from './measure-handover.js';

export interface HandOverMeasureRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly measureId: string;
  /** Loan, application or customer that is meant, where it is not what the alert is about. */
  readonly targetId?: string | null;
}

/** Hands a planned measure over, or one that came back once more, to the department that carries it out [7.4]. */
@Injectable()
export class HandOverMeasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alerts: RiskAlerts,
    private readonly handover: MeasureHandover,
  ) {}

  /** Throws MEASURE_UNKNOWN, MEASURE_NEEDS_NO_HANDOVER, MEASURE_TARGET_UNKNOWN or ILLEGAL_TRANSITION. */
  execute(actor: Actor, input: HandOverMeasureRequest): Promise<string> {
    return this.work.once({ operation: 'hand-over-measure', actor, input }, async (tx) => {
      const alert = await this.alerts.get(input.alertId, tx);
      const measure = measureOf(alert, input.measureId);
      const target = await this.handover.targetOf(alert, input.targetId ?? null, tx);
      await this.alerts.save(await this.handover.now(alert, measure, target, tx), tx);
      return alert.id;
    });
  }
}
