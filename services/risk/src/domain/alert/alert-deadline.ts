import { addMs, addWorkingTime } from '@weilend/kernel';
import type { WorkingCalendar, WorkingDuration } from '@weilend/kernel';
import type { Rating } from '../scorecard/scorecard.js';
import type { AlertState } from './risk-alert.machine.js';

// How long an alert may stand still (时限): each step has its time by severity, in working time from the step before. Who owes the step is
// told when most of the time is over; when it has passed, the alert is taken further, a HIGH one to a meeting of the departments.

export const ALERT_STEPS = ['acknowledge', 'assess', 'measure', 'close'] as const;
export type AlertStep = (typeof ALERT_STEPS)[number];
export type StepTimes = Readonly<Record<Rating, Readonly<Record<AlertStep, WorkingDuration>>>>;

export interface DeadlinePolicy {
  readonly calendar: WorkingCalendar;
  readonly times: StepTimes;
  /** Share of the time after which the owner is reminded. */
  readonly remindAt: number;
}

/** What is owed next, until when, and when somebody is told next: SOON before the deadline, LATE at it. */
export interface AlertDue {
  readonly stepSince: Date;
  readonly dueAt: Date | null;
  readonly notice: 'SOON' | 'LATE' | null;
  readonly noticeAt: Date | null;
}

const STEP_OF: Readonly<Record<AlertState, AlertStep | null>> = {
  RAISED: 'acknowledge',
  ACKNOWLEDGED: 'assess',
  ASSESSED: 'measure',
  MEASURED: 'close',
  CLOSED: null,
};

/** The step that an alert waits for; null when it is closed. */
export const stepOf = (state: AlertState): AlertStep | null => STEP_OF[state];

/** The deadline of the step that begins at `since`. */
export function alertDue(state: AlertState, level: Rating, since: Date, policy: DeadlinePolicy): AlertDue {
  const step = stepOf(state);
  if (step === null) return { stepSince: since, dueAt: null, notice: null, noticeAt: null };
  const dueAt = addWorkingTime(policy.calendar, since, policy.times[level][step]);
  const noticeAt = addMs(since, Math.trunc((dueAt.getTime() - since.getTime()) * policy.remindAt));
  return { stepSince: since, dueAt, notice: 'SOON', noticeAt };
}

/** After somebody was told: the deadline itself is next, and after it nothing until the alert moves. */
export function afterNotice(due: AlertDue): AlertDue {
  return due.notice === 'SOON' ? { ...due, notice: 'LATE', noticeAt: due.dueAt } : { ...due, notice: null, noticeAt: null };
}
