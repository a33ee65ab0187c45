import { DomainError, isId } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import type { Rating } from '../scorecard/scorecard.js';
import type { AlertDue } from './alert-deadline.js';
import { planMeasure } from './measure.js';
import type { Measure, NewMeasure } from './measure.js';
import { riskAlertMachine } from './risk-alert.machine.js';
import type { AlertState } from './risk-alert.machine.js';

// Alerts on credit, market and policy risks [7.1], from anybody of the company or from a signal such as misuse of funds [4.21]. A HIGH
// alert needs a dedicated person who tracks it [7.5]; those without one are on the exception list. Measures have an owner and a date [7.4].

export const ALERT_CATEGORIES = ['CREDIT', 'MARKET', 'POLICY'] as const;
export type AlertCategory = (typeof ALERT_CATEGORIES)[number];

/** What an alert may be about: customer, application, contract, loan, partner. */
const SUBJECT_PREFIXES = ['cus', 'app', 'con', 'lon', 'ptn'];

export const PROBABILITIES = ['UNLIKELY', 'POSSIBLE', 'LIKELY', 'CERTAIN'] as const;
export type Probability = (typeof PROBABILITIES)[number];

export interface AlertAssessment {
  readonly probability: Probability;
  readonly expectedLossFen: number;
  readonly text: string;
  /** Level before and after; a change has its reason. */
  readonly levelBefore: Rating;
  readonly level: Rating;
  readonly levelReason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The early-warning rule that raised it, and the facts that fulfilled the rule [4.23]. */
export interface RuleHit {
  readonly code: string;
  readonly ruleVersion: number;
  readonly explanation: string;
  readonly facts: readonly { readonly sourceId: string; readonly on: string; readonly amount: number }[];
}

export interface Escalation {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface RiskAlert extends AlertDue {
  readonly id: string;
  readonly version: number;
  readonly category: AlertCategory;
  readonly level: Rating;
  readonly aboutId: string;
  /** Where they are known. */
  readonly applicationId: string | null;
  readonly customerId: string | null;
  readonly loanId: string | null;
  readonly text: string;
  /** Id of the signal's own record (an inspection), so that one signal raises one alert; null when a person reported. */
  readonly signalId: string | null;
  /** Rule and subject while the alert is open: what goes on raises no second one. */
  readonly openKey: string | null;
  readonly rule: RuleHit | null;
  /** Work of sales' giving that the first measure completes; null when a person reported here. */
  readonly handoffId: string | null;
  /** `employee:emp_…` or `service:sales`. */
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly state: AlertState;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly trackerId: string | null;
  readonly assessments: readonly AlertAssessment[];
  readonly measures: readonly Measure[];
  /** Earliest day of a measure that nobody has applied or checked yet. */
  readonly measureDueOn: string | null;
  readonly escalations: readonly Escalation[];
  /** Escalations announced so far, by hand and by time. */
  readonly escalationNo: number;
  readonly closing: { readonly text: string; readonly by: string; readonly at: Date } | null;
}

export type NewAlert = Pick<
  RiskAlert,
  'id' | 'category' | 'level' | 'aboutId' | 'applicationId' | 'text' | 'signalId' | 'handoffId' | 'raisedBy' | 'raisedAt'
> &
  Partial<Pick<RiskAlert, 'customerId' | 'loanId' | 'openKey' | 'rule'>>;

/** Without its deadline, which policy gives. Throws ALERT_SUBJECT_INVALID or a text refusal [7.1]. */
export function raiseAlert(alert: NewAlert): RiskAlert {
  if (!SUBJECT_PREFIXES.some((prefix) => isId(prefix, alert.aboutId))) throw new DomainError('ALERT_SUBJECT_INVALID', {}, 'aboutId');
  return {
    ...{ customerId: null, loanId: null, openKey: null, rule: null, ...alert },
    text: writtenText(alert.text, 'text', 4),
    version: 0,
    state: riskAlertMachine.initial,
    ...{ acknowledgedBy: null, acknowledgedAt: null, trackerId: null, assessments: [], measures: [], measureDueOn: null },
    ...{ escalations: [], escalationNo: 0, closing: null },
    ...{ stepSince: alert.raisedAt, dueAt: null, notice: null, noticeAt: null },
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
export function decideMeasure(alert: RiskAlert, measure: NewMeasure, given: { today: string; ownerActive: boolean }): RiskAlert {
  const state = riskAlertMachine.next(alert.state, 'measure');
  if (!given.ownerActive) throw new DomainError('MEASURE_OWNER_NOT_ELIGIBLE', { employeeId: measure.ownerId }, 'ownerId');
  if (measure.dueOn < given.today) throw new DomainError('MEASURE_DEADLINE_PAST', {}, 'dueOn');
  return withMeasures({ ...alert, state }, [...alert.measures, planMeasure(measure)]);
}

/** Throws MEASURE_UNKNOWN. */
export function measureOf(alert: RiskAlert, measureId: string): Measure {
  const measure = alert.measures.find((one) => one.measureId === measureId);
  if (!measure) throw new DomainError('MEASURE_UNKNOWN', { measureId }, 'measureId');
  return measure;
}

/** The alert with one measure as it is now. */
export function withMeasure(alert: RiskAlert, changed: Measure): RiskAlert {
  return withMeasures(
    alert,
    alert.measures.map((one) => (one.measureId === changed.measureId ? changed : one)),
  );
}

function withMeasures(alert: RiskAlert, measures: readonly Measure[]): RiskAlert {
  const days = measures.filter(({ state }) => state !== 'APPLIED' && state !== 'CHECKED').map(({ dueOn }) => dueOn);
  return { ...alert, measures, measureDueOn: [...days].sort()[0] ?? null };
}
