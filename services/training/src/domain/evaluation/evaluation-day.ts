import { addDays, addMonths, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { EvaluationMethod } from '../session/training-session.js';

// Until when an evaluation is due (评估期限): exam and reflection some days after they are opened; the superior's mark of the work one to
// three months after the training, for which he is asked some days ahead but never before a month of work can be seen [6.8]. Nothing is owed
// for ever: however often a day is moved, there is a last one after the opening.

export interface DayPolicy {
  readonly examWithin: number;
  readonly reflectionWithin: number;
  /** Months after the training. */
  readonly jobMarkAfter: number;
  readonly jobMarkAhead: number;
  /** A training that was held has its evaluation within so many days. */
  readonly evaluateWithin: number;
  /** Days after the opening, for exam and reflection, with every extension. */
  readonly longest: number;
}

const FIRST_MONTH = 1;
const LAST_MONTH = 3;

export interface EvaluationDays {
  readonly dueOn: LocalDate;
  /** ON_THE_JOB: from when the superior is asked. */
  readonly askOn: LocalDate | null;
}

/** The day of the policy, or the one that was asked for when it holds. */
export function evaluationDays(
  method: EvaluationMethod,
  on: { readonly lastDay: LocalDate; readonly today: LocalDate; readonly wanted: LocalDate | null },
  policy: DayPolicy,
): EvaluationDays {
  if (method === 'ON_THE_JOB') return jobDays(on, policy);
  const dueOn = on.wanted ?? addDays(on.today, method === 'EXAM' ? policy.examWithin : policy.reflectionWithin);
  checkDay(dueOn, { today: on.today, latest: addDays(on.today, policy.longest) });
  return { dueOn, askOn: null };
}

/** Throws EVALUATION_DAY_PAST or EVALUATION_DAY_TOO_LATE for a day on which nothing can be owed. */
export function checkDay(dueOn: LocalDate, { today, latest }: { readonly today: LocalDate; readonly latest: LocalDate }): void {
  if (dueOn < today) throw new DomainError('EVALUATION_DAY_PAST', { dueOn }, 'dueOn');
  if (dueOn > latest) throw new DomainError('EVALUATION_DAY_TOO_LATE', { dueOn, latest }, 'dueOn');
}

/** Until when a training whose last day it was has its evaluation. */
export const evaluateBy = (lastDay: LocalDate, policy: Pick<DayPolicy, 'evaluateWithin'>): LocalDate =>
  addDays(lastDay, policy.evaluateWithin);

function jobDays(
  { lastDay, today, wanted }: { lastDay: LocalDate; today: LocalDate; wanted: LocalDate | null },
  policy: DayPolicy,
): EvaluationDays {
  const from = addMonths(lastDay, FIRST_MONTH);
  const to = addMonths(lastDay, LAST_MONTH);
  const dueOn = wanted ?? addMonths(lastDay, policy.jobMarkAfter);
  if (dueOn < from || dueOn > to || dueOn < today) throw new DomainError('JOB_MARK_DAY_INVALID', { from, to }, 'dueOn');
  const ahead = addDays(dueOn, -policy.jobMarkAhead);
  return { dueOn, askOn: ahead < from ? from : ahead };
}
