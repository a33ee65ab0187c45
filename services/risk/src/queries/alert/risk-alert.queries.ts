import { Injectable } from '@nestjs/common';
import type { RiskRating } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { AlertCategory, RiskAlert } from '../../domain/alert/risk-alert.js';
import type { AlertState } from '../../domain/alert/risk-alert.machine.js';
import { riskAlertCollection } from '../../persistence/alert/risk-alert.schema.js';
import { alertScope } from '../risk-scope.js';

export interface AlertFilter extends PageRequest {
  readonly state?: AlertState | null;
  readonly category?: AlertCategory | null;
  readonly level?: RiskRating | null;
  /** The exception list of [7.5]: HIGH alerts without a dedicated person. */
  readonly highWithoutTracker?: boolean | null;
}

/** The read side of alerts, always in the actor's scope. */
@Injectable()
export class RiskAlertQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<RiskAlert[]> {
    const rows = await this.model()
      .find({ $and: [{ _id: { $in: [...ids] } }, alertScope(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toAlert);
  }

  list({ state, category, level, highWithoutTracker, ...page }: AlertFilter, actor: Actor): Promise<Page<RiskAlert>> {
    const wanted = { ...(state ? { state } : {}), ...(category ? { category } : {}), ...(level ? { level } : {}) };
    const exceptions = highWithoutTracker ? { level: 'HIGH', trackerId: null } : {};
    return pageOf(this.model(), page, { filter: { $and: [wanted, exceptions, alertScope(actor)] }, map: toAlert });
  }

  /** Alerts of applications, oldest first. */
  async ofApplications(applicationIds: readonly string[], actor: Actor): Promise<RiskAlert[]> {
    const rows = await this.model()
      .find({ $and: [{ applicationId: { $in: [...applicationIds] } }, alertScope(actor)] } as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toAlert);
  }

  private model() {
    return this.database.model(riskAlertCollection);
  }
}

function toAlert({ _id, ...rest }: Stored): RiskAlert {
  return { id: _id, ...rest } as unknown as RiskAlert;
}
