import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { MeasureKind } from '../../domain/alert/measure.js';
import { decideMeasure, measureOf } from '../../domain/alert/risk-alert.js';
import { AlertDesk } from './alert-desk.js';
import { MeasureHandover } from './measure-handover.js';

export interface RecordMeasureRequest {
  readonly requestKey?: string | null;
  readonly alertId: string;
  readonly kind: MeasureKind;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly reason: string;
  /** Loan, application or customer that is meant, where it is not what the alert is about. */
  readonly targetId?: string | null;
}

/** Decides what is done about a risk, by whom and until when; NONE with its reason is a decision too. The first one completes sales' handoff; finance or sales carries it out [7.4]. */
@Injectable()
export class RecordMeasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly directory: EmployeeDirectory,
    private readonly handover: MeasureHandover,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordMeasureRequest): Promise<string> {
    return this.work.once({ operation: 'record-measure', actor, input }, async (tx) => {
      const alert = await this.desk.alerts.get(input.alertId, tx);
      const { kind, ownerId, dueOn, reason } = input;
      const owner = await this.directory.find(ownerId, tx);
      const decision = { measureId: newId('mea'), decidedBy: employeeIdOf(actor), decidedAt: this.clock.now() };
      const measure = { kind, ownerId, dueOn, reason, ...decision };
      const decided = decideMeasure(alert, measure, { today: this.clock.today(), ownerActive: owner?.active ?? false });
      const planned = measureOf(decided, measure.measureId);
      await this.desk.moved(alert, await this.handover.whenKnown(decided, planned, input.targetId ?? null, tx), tx);
      if (alert.handoffId && (await this.handoffs.isOpen(alert.handoffId, tx)))
        await this.handoffs.complete(alert.handoffId, { alertId: alert.id, measure: kind, ownerId, dueOn }, tx);
      return alert.id;
    });
  }
}
