import { Injectable } from '@nestjs/common';
import { BusinessClock, invariant } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { handOver, handoverProblem, receiverOf } from '../../domain/alert/measure.js';
import type { Measure, MeasureTarget } from '../../domain/alert/measure.js';
import { withMeasure } from '../../domain/alert/risk-alert.js';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { AlertSubjects } from './alert-subjects.js';

/** A measure becomes work of the department that can carry it out, about the loan or customer behind the alert [7.4]. */
@Injectable()
export class MeasureHandover {
  constructor(
    private readonly subjects: AlertSubjects,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** What is meant when nobody names it: what the alert is about, as it is known today. */
  async targetOf(alert: RiskAlert, namedId: string | null, tx: Tx): Promise<MeasureTarget> {
    if (namedId !== null) return this.subjects.of(namedId, tx);
    const about = await this.subjects.of(alert.aboutId, tx);
    const behind = alert.applicationId === null ? about : await this.subjects.of(alert.applicationId, tx);
    return {
      customerId: about.customerId ?? behind.customerId,
      loanId: about.loanId ?? behind.loanId,
      applicationId: about.applicationId ?? behind.applicationId,
    };
  }

  /** At once where everything is known; otherwise it stays planned. */
  async whenKnown(alert: RiskAlert, measure: Measure, namedId: string | null, tx: Tx): Promise<RiskAlert> {
    const target = await this.targetOf(alert, namedId, tx);
    return handoverProblem(measure.kind, target) ? alert : this.now(alert, measure, target, tx);
  }

  /** Throws MEASURE_NEEDS_NO_HANDOVER, MEASURE_TARGET_UNKNOWN or ILLEGAL_TRANSITION. */
  async now(alert: RiskAlert, measure: Measure, target: MeasureTarget, tx: Tx): Promise<RiskAlert> {
    const at = this.clock.now();
    // Judged before anything is sent.
    handOver(measure, { handoffId: '', target, at });
    const handoffId = await this.send(alert.id, measure, target, tx);
    return withMeasure(alert, handOver(measure, { handoffId, target, at }));
  }

  private send(alertId: string, measure: Measure, target: MeasureTarget, tx: Tx): Promise<string> {
    const { measureId, kind, ownerId, dueOn, reason } = measure;
    const { customerId } = target;
    invariant(customerId !== null && receiverOf(kind) !== null, `the measure ${measureId} has nobody to go to`);
    const data = { ...target, customerId, measureId, alertId, ownerId, dueOn, reason, participants: [] };
    if (kind === 'MORE_SECURITY') return this.handoffs.send('apply-sales-measure', { subject: alertId, data: { ...data, kind } }, tx);
    invariant(kind !== 'NONE', `the measure ${measureId} is carried out by nobody`);
    return this.handoffs.send('apply-finance-measure', { subject: alertId, data: { ...data, kind } }, tx);
  }
}
