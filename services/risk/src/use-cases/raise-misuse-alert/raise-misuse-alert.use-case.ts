import { Injectable } from '@nestjs/common';
import type { EventMessage } from '@weilend/messaging';
import { Outbox } from '@weilend/messaging';
import { newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { raiseAlert } from '../../domain/alert/risk-alert.js';
import { RiskAlerts } from '../../persistence/risk-alert.repository.js';
import { alertRaised } from '../alert-facts.js';

const TEXT = 'The inspection found that the funds were not used as agreed (贷款资金未按约定用途使用)';

/** Misuse found by an inspection raises a HIGH alert by itself, once per inspection [4.21]. */
@Injectable()
export class RaiseMisuseAlert {
  constructor(
    private readonly alerts: RiskAlerts,
    private readonly outbox: Outbox,
  ) {}

  async apply({ data, time, actor }: EventMessage<'sales.inspection-recorded.v1'>, tx: Tx): Promise<void> {
    const { verdict, inspectionId: signalId, loanId: aboutId, applicationId } = data;
    if (verdict !== 'MISUSE' || (await this.alerts.ofSignal(signalId, tx))) return;
    const raised = { raisedBy: actor, raisedAt: new Date(time), signalId };
    const alert = raiseAlert({ id: newId('alt'), category: 'CREDIT', level: 'HIGH', aboutId, applicationId, text: TEXT, ...raised });
    await this.alerts.insert(alert, tx);
    await this.outbox.add(alertRaised(alert), tx);
  }
}
