import { Injectable } from '@nestjs/common';
import type { RiskRating } from '@weilend/contracts';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { AlertCategory, RiskAlert } from '../../domain/alert/risk-alert.js';
import { OPEN_ALERT_STATES } from '../../domain/alert/risk-alert.machine.js';
import type { AlertState } from '../../domain/alert/risk-alert.machine.js';
import { riskAlertCollection } from '../../persistence/alert/risk-alert.schema.js';
import { alertScope, ownAlerts } from '../risk-scope.js';

type Filter = Record<string, unknown>;

export interface AlertFilter extends PageRequest {
  readonly state?: AlertState | null;
  readonly category?: AlertCategory | null;
  readonly level?: RiskRating | null;
  /** The exception list of [7.5]: HIGH alerts without a dedicated person. */
  readonly highWithoutTracker?: boolean | null;
  /** Those that the actor tracks, raised, or has to act on. */
  readonly mine?: boolean | null;
  /** Whose next step is past its deadline. */
  readonly overdue?: boolean | null;
  /** With a measure whose day has passed and that nobody has applied. */
  readonly measureOverdue?: boolean | null;
  /** Of a customer, a loan, an application or whatever an alert is about. */
  readonly about?: string | null;
  /** Raised by an early-warning rule of this code. */
  readonly ruleCode?: string | null;
}

/** The read side of alerts, always in the actor's scope. */
@Injectable()
export class RiskAlertQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<RiskAlert[]> {
    const rows = await this.model()
      .find({ $and: [{ _id: { $in: [...ids] } }, alertScope(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toAlert);
  }

  list(filter: AlertFilter, actor: Actor): Promise<Page<RiskAlert>> {
    const { first, after } = filter;
    const wanted = [...this.fieldsOf(filter), ...this.listsOf(filter, actor), alertScope(actor)];
    return pageOf(this.model(), { first, after }, { filter: { $and: wanted }, map: toAlert });
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

  private fieldsOf({ state, category, level, about, ruleCode }: AlertFilter): Filter[] {
    const fields = { ...(state ? { state } : {}), ...(category ? { category } : {}), ...(level ? { level } : {}) };
    return [
      { ...fields, ...(ruleCode ? { 'rule.code': ruleCode } : {}) },
      about ? { $or: [{ aboutId: about }, { customerId: about }, { loanId: about }, { applicationId: about }] } : {},
    ];
  }

  private listsOf({ highWithoutTracker, mine, overdue, measureOverdue }: AlertFilter, actor: Actor): Filter[] {
    return [
      highWithoutTracker ? { level: 'HIGH', trackerId: null, state: { $in: [...OPEN_ALERT_STATES] } } : {},
      mine ? ownAlerts(employeeIdOf(actor)) : {},
      overdue ? { dueAt: { $type: 'date', $lt: this.clock.now() } } : {},
      measureOverdue ? { measureDueOn: { $type: 'string', $lt: this.clock.today() } } : {},
    ];
  }

  private model() {
    return this.database.model(riskAlertCollection);
  }
}

function toAlert({ _id, ...rest }: Stored): RiskAlert {
  return { id: _id, ...rest } as unknown as RiskAlert;
}
