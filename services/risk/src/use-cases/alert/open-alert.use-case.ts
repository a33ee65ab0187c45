import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ApplicationFactsStore } from '../../persistence/projections.repository.js';
import { AlertDesk } from './alert-desk.js';

/**
 * A warning sign of sales opens an alert, once per signal [4.21, 4.23]; the measure that is decided completes the work. A text that may
 * not stand in an alert goes back; what the customer's withdrawal overtook, or was said before, ends at once.
 */
@Injectable()
export class OpenAlert {
  constructor(
    private readonly desk: AlertDesk,
    private readonly facts: ApplicationFactsStore,
    private readonly handoffs: Handoffs,
  ) {}

  async apply({ data, time, actor, handoffId }: HandoffMessage<'assess-alert'>, tx: Tx): Promise<void> {
    const { withdrawal } = await this.facts.known(data.applicationId, tx);
    if (withdrawal) return this.handoffs.recall(handoffId, withdrawal.reason, tx);
    const { applicationId, loanId, signalId, category, level, text } = data;
    if (await this.desk.alerts.ofSignal(signalId, tx)) return this.handoffs.recall(handoffId, 'the same signal has its alert', tx);
    const raised = { raisedBy: actor, raisedAt: new Date(time), signalId, handoffId };
    const subject = { aboutId: loanId ?? applicationId, applicationId, loanId };
    await this.desk.raise({ id: newId('alt'), category, level, text, ...subject, ...raised }, tx);
  }
}
