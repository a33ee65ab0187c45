import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, invariant } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { liftFreeze } from '../../domain/alert/measure.js';
import { measureOf, withMeasure } from '../../domain/alert/risk-alert.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';

export interface LiftFreezeRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly measureId: string;
  readonly reason: string;
}

/** Another person than the one who decided on it lifts a freeze; finance may pay the borrower again [7.4]. */
@Injectable()
export class LiftFreeze {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alerts: RiskAlerts,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws MEASURE_UNKNOWN, FREEZE_NOT_LIFTABLE or FREEZE_OWN_LIFT. */
  execute(actor: Actor, input: LiftFreezeRequest): Promise<string> {
    return this.work.once({ operation: 'lift-freeze', actor, input }, async (tx) => {
      const alert = await this.alerts.get(input.alertId, tx);
      const lift = { by: employeeIdOf(actor), at: this.clock.now(), reason: input.reason };
      const lifted = liftFreeze(measureOf(alert, input.measureId), lift);
      const { customerId } = lifted.target;
      invariant(customerId !== null, `the freeze ${input.measureId} is of nobody`);
      await this.alerts.save(withMeasure(alert, lifted), tx);
      const data = { measureId: input.measureId, alertId: alert.id, customerId, liftedBy: lift.by };
      await this.outbox.add(event('risk.freeze-lifted.v1', alert.id, data), tx);
      return alert.id;
    });
  }
}
