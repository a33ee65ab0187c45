import { DomainError, isId } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import type { Rating } from '../scorecard/scorecard.js';
import { riskAlertMachine } from './risk-alert.machine.js';
import type { AlertState } from './risk-alert.machine.js';

// Alerts on credit, market and policy risks [7.1], from anybody of the company or from a signal such as misuse of funds [4.21]. A HIGH
// alert needs a dedicated person who tracks it [7.5]; those without one are on the exception list. Measures have an owner and a date [7.4].

export const ALERT_CATEGORIES = ['CREDIT', 'MARKET', 'POLICY'] as const;
export type AlertCategory = (typeof ALERT_CATEGORIES)[number];

export const MEASURE_KINDS = ['EARLY_COLLECTION', 'CHANGE_AMOUNT_OR_TERM', 'MORE_SECURITY', 'FREEZE', 'NONE'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** What an alert may be about: customer, application, contract, loan, partner. */
const SUBJECT_PREFIXES = ['cus', 'app', 'con', 'lon', 'ptn'];

export interface Measure {
  readonly measureId: string;
  readonly kind: MeasureKind;
  readonly ownerId: string;
  /** Business date. */
  readonly dueOn: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

export interface RiskAlert {
  readonly id: string;
  readonly version: number;
  readonly category: AlertCategory;
  readonly level: Rating;
  readonly aboutId: string;
  readonly applicationId: string | null;
  readonly text: string;
  /** Id of the signal's own record (an inspection), so that one signal raises one alert; null when a person reported. */
  readonly signalId: string | null;
  /** Work of sales' giving that the first measure completes; null when a person reported here. */
  readonly handoffId: string | null;
  /** `employee:emp_…` or `service:sales`. */
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly state: AlertState;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly trackerId: string | null;
  readonly measures: readonly Measure[];
}

export type NewAlert = Pick<
  RiskAlert,
  'id' | 'category' | 'level' | 'aboutId' | 'applicationId' | 'text' | 'signalId' | 'handoffId' | 'raisedBy' | 'raisedAt'
>;

/** Throws ALERT_SUBJECT_INVALID or a text refusal [7.1]. */
export function raiseAlert(alert: NewAlert): RiskAlert {
  if (!SUBJECT_PREFIXES.some((prefix) => isId(prefix, alert.aboutId))) throw new DomainError('ALERT_SUBJECT_INVALID', {}, 'aboutId');
  return {
    ...alert,
    text: writtenText(alert.text, 'text', 4),
    version: 0,
    state: riskAlertMachine.initial,
    acknowledgedBy: null,
    acknowledgedAt: null,
    trackerId: null,
    measures: [],
  };
}

/** The superior has taken note [4.23]. */
export function acknowledge(alert: RiskAlert, by: string, at: Date): RiskAlert {
  return { ...alert, state: riskAlertMachine.next(alert.state, 'acknowledge'), acknowledgedBy: by, acknowledgedAt: at };
}

/** The dedicated person [7.5]; any active employee, whatever state the alert is in. */
export function assignTracker(alert: RiskAlert, tracker: { employeeId: string; active: boolean }): RiskAlert {
  if (!tracker.active) throw new DomainError('ALERT_TRACKER_NOT_ELIGIBLE', { employeeId: tracker.employeeId }, 'trackerId');
  return { ...alert, trackerId: tracker.employeeId };
}

/** One more measure with owner and deadline; NONE needs its reason as any other [7.4]. */
export function decideMeasure(alert: RiskAlert, measure: Measure, given: { today: string; ownerActive: boolean }): RiskAlert {
  const state = riskAlertMachine.next(alert.state, 'measure');
  if (!given.ownerActive) throw new DomainError('MEASURE_OWNER_NOT_ELIGIBLE', { employeeId: measure.ownerId }, 'ownerId');
  if (measure.dueOn < given.today) throw new DomainError('MEASURE_DEADLINE_PAST', {}, 'dueOn');
  return { ...alert, state, measures: [...alert.measures, { ...measure, reason: writtenText(measure.reason, 'reason', 4) }] };
}
