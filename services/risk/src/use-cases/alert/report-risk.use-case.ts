import { Injectable } from '@nestjs/common';
import type { RiskRating } from '@weilend/contracts';
import { actorRef, BusinessClock, isId, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { AlertCategory } from '../../domain/alert/risk-alert.js';
import { AlertDesk } from './alert-desk.js';

export interface ReportRiskRequest {
  readonly requestKey?: string | null;
  readonly category: AlertCategory;
  readonly level: RiskRating;
  readonly aboutId: string;
  readonly text: string;
}

/** Anybody of the company reports a risk he sees [7.1]. */
@Injectable()
export class ReportRisk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReportRiskRequest): Promise<string> {
    return this.work.once({ operation: 'report-risk', actor, input }, async (tx) => {
      const { category, level, aboutId, text } = input;
      const applicationId = isId('app', aboutId) ? aboutId : null;
      const raised = { raisedBy: actorRef(actor), raisedAt: this.clock.now(), signalId: null, handoffId: null };
      return (await this.desk.raise({ id: newId('alt'), category, level, aboutId, applicationId, text, ...raised }, tx)).id;
    });
  }
}
