import { addDays, addMonths, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { EvaluationMethod } from '../session/training-session.js';

// Until when an evaluation is due (评估期限): exam and reflection some days after they are opened; the superior's mark of the work one to
// three months after the training, for which he is asked some days ahead but never before a month of work can be seen [6.8].

export interface DayPolicy {
  readonly examWithin: number;
  readonly reflectionWithin: number;
  /** Months after the training. */
  readonly jobMarkAfter: number;
  readonly jobMarkAhead: number;
  /** A training that was held has its evaluation within so many days. */
  readonly evaluateWithin: number;
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
  on: { readonly heldOn: LocalDate; readonly today: LocalDate; readonly wanted: LocalDate | null },
  policy: DayPolicy,
): EvaluationDays {
  if (method === 'ON_THE_JOB') return jobDays(on, policy);
  const dueOn = on.wanted ?? addDays(on.today, method === 'EXAM' ? policy.examWithin : policy.reflectionWithin);
  if (dueOn < on.today) throw new DomainError('EVALUATION_DAY_PAST', { dueOn }, 'dueOn');
  return { dueOn, askOn: null };
}

/** Until when a training that was held on a day has its evaluation. */
export const evaluateBy = (heldOn: LocalDate, policy: Pick<DayPolicy, 'evaluateWithin'>): LocalDate =>
  addDays(heldOn, policy.evaluateWithin);

function jobDays(
  { heldOn, today, wanted }: { heldOn: LocalDate; today: LocalDate; wanted: LocalDate | null },
  policy: DayPolicy,
): EvaluationDays {
  const from = addMonths(heldOn, FIRST_MONTH);
  const to = addMonths(heldOn, LAST_MONTH);
  const dueOn = wanted ?? addMonths(heldOn, policy.jobMarkAfter);
  if (dueOn < from || dueOn > to || dueOn < today) throw new DomainError('JOB_MARK_DAY_INVALID', { from, to }, 'dueOn');
  const ahead = addDays(dueOn, -policy.jobMarkAhead);
  return { dueOn, askOn: ahead < from ? from : ahead };
}
