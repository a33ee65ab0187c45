import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { RiskAlertQueries } from '../../queries/alert/risk-alert.queries.js';

@Injectable()
export class RiskAlertLoader extends EntityLoader<RiskAlert> {
  readonly typeName = 'RiskAlert';

  constructor(private readonly alerts: RiskAlertQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly RiskAlert[]> {
    return this.alerts.byIds(ids, actor);
  }
}

@Injectable()
export class AlertsOfApplication extends ListLoader<RiskAlert> {
  constructor(private readonly alerts: RiskAlertQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, RiskAlert])[]> {
    return (await this.alerts.ofApplications(ids, actor)).map((alert) => [alert.applicationId ?? '', alert]);
  }
}
