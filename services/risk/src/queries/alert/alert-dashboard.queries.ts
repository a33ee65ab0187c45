import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, daysBetween, DomainError, instantOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { OPEN_ALERT_STATES } from '../../domain/alert/risk-alert.machine.js';
import { riskAlertCollection } from '../../persistence/alert/risk-alert.schema.js';
import { watchCollection } from '../../persistence/watch/watch.schema.js';

/** Open alerts of one severity, by how many days ago they were raised. */
export interface OpenAlertsRow {
  readonly level: string;
  readonly withinDay: number;
  readonly withinWeek: number;
  readonly withinMonth: number;
  readonly older: number;
}
export interface MeasuresRow {
  readonly kind: string;
  readonly state: string;
  /** Null while nobody has checked. */
  readonly effect: string | null;
  readonly measures: number;
}
export interface RuleHitsRow {
  readonly code: string;
  readonly hits: number;
  readonly open: number;
}
export interface AlertMonthRow {
  readonly month: string;
  readonly raised: number;
  readonly high: number;
  readonly closed: number;
}
export interface ExceptionCounts {
  readonly unacknowledged: number;
  readonly overdue: number;
  readonly highWithoutTracker: number;
  readonly watchExceptions: number;
  readonly reviewsOverdue: number;
}
export interface AlertDashboard {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly open: readonly OpenAlertsRow[];
  readonly measures: readonly MeasuresRow[];
  readonly ruleHits: readonly RuleHitsRow[];
  readonly months: readonly AlertMonthRow[];
  readonly exceptions: ExceptionCounts;
}

type Filter = Record<string, unknown>;

const LONGEST_DAYS = 400;
const DEFAULT_DAYS = 180;
const ZONE = 'Asia/Shanghai';
const OPEN = { state: { $in: [...OPEN_ALERT_STATES] } };

/** Alerts, measures, exceptions and early warnings side by side; what is open is counted now, the rest for alerts raised in a period. */
@Injectable()
export class AlertDashboardQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** Both days included. Throws INPUT_INVALID for a period that runs backwards or is too long. */
  async of(wanted: { from?: LocalDate | null; to?: LocalDate | null }): Promise<AlertDashboard> {
    const to = wanted.to ?? this.clock.today();
    const from = wanted.from ?? addDays(to, -DEFAULT_DAYS);
    const days = daysBetween(from, to);
    if (days < 0 || days > LONGEST_DAYS)
      throw new DomainError('INPUT_INVALID', { problem: `the period is up to ${LONGEST_DAYS} days, and begins before it ends` }, 'from');
    const raised = { raisedAt: { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) } };
    const [open, measures, ruleHits, months, exceptions] = await Promise.all([
      this.open(),
      this.measures(raised),
      this.ruleHits(raised),
      this.months(raised),
      this.exceptions(),
    ]);
    return { from, to, open, measures, ruleHits, months, exceptions };
  }

  private open(): Promise<OpenAlertsRow[]> {
    const today = this.clock.today();
    const [day, week, month] = [instantOf(today), instantOf(addDays(today, -6)), instantOf(addDays(today, -29))];
    const count = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } });
    const between = (from: Date, to: Date) => ({ $and: [{ $gte: ['$raisedAt', from] }, { $lt: ['$raisedAt', to] }] });
    return this.alerts<OpenAlertsRow>([
      { $match: OPEN },
      { $project: { _id: 0, level: 1, raisedAt: 1 } },
      {
        $group: {
          ...{ _id: '$level', withinDay: count({ $gte: ['$raisedAt', day] }), withinWeek: count(between(week, day)) },
          ...{ withinMonth: count(between(month, week)), older: count({ $lt: ['$raisedAt', month] }) },
        },
      },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, level: '$_id', withinDay: 1, withinWeek: 1, withinMonth: 1, older: 1 } },
    ]);
  }

  private measures(raised: Filter): Promise<MeasuresRow[]> {
    const effect = { $ifNull: ['$measures.check.effect', null] };
    return this.alerts<MeasuresRow>([
      { $match: raised },
      { $unwind: '$measures' },
      { $group: { _id: { kind: '$measures.kind', state: '$measures.state', effect }, measures: { $sum: 1 } } },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, kind: '$_id.kind', state: '$_id.state', effect: '$_id.effect', measures: 1 } },
    ]);
  }

  private ruleHits(raised: Filter): Promise<RuleHitsRow[]> {
    const open = { $sum: { $cond: [{ $eq: ['$state', 'CLOSED'] }, 0, 1] } };
    return this.alerts<RuleHitsRow>([
      { $match: { ...raised, 'rule.code': { $type: 'string' } } },
      { $group: { _id: '$rule.code', hits: { $sum: 1 }, open } },
      { $sort: { hits: -1, _id: 1 } },
      { $project: { _id: 0, code: '$_id', hits: 1, open: 1 } },
    ]);
  }

  private months(raised: Filter): Promise<AlertMonthRow[]> {
    const month = { $dateToString: { date: '$raisedAt', format: '%Y-%m', timezone: ZONE } };
    const which = (field: string, value: string) => ({ $sum: { $cond: [{ $eq: [field, value] }, 1, 0] } });
    return this.alerts<AlertMonthRow>([
      { $match: raised },
      { $group: { _id: month, raised: { $sum: 1 }, high: which('$level', 'HIGH'), closed: which('$state', 'CLOSED') } },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, month: '$_id', raised: 1, high: 1, closed: 1 } },
    ]);
  }

  private async exceptions(): Promise<ExceptionCounts> {
    const alerts = (filter: Filter) => this.database.collection(riskAlertCollection.name).countDocuments(filter);
    const watches = (filter: Filter) => this.database.collection(watchCollection.name).countDocuments(filter);
    const [unacknowledged, overdue, highWithoutTracker, watchExceptions, reviewsOverdue] = await Promise.all([
      alerts({ state: 'RAISED' }),
      alerts({ dueAt: { $type: 'date', $lt: this.clock.now() } }),
      alerts({ level: 'HIGH', trackerId: null, ...OPEN }),
      watches({ isException: true }),
      watches({ nextReviewOn: { $type: 'string', $lt: this.clock.today() } }),
    ]);
    return { unacknowledged, overdue, highWithoutTracker, watchExceptions, reviewsOverdue };
  }

  private alerts<Row extends object>(pipeline: Filter[]): Promise<Row[]> {
    return this.database.collection(riskAlertCollection.name).aggregate<Row>(pipeline).toArray();
  }
}
