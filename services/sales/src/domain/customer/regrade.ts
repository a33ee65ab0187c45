import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Customer, GradeCause, GradeEntry } from './customer-file.js';
import { gradeCustomer } from './scorecard/grade.js';
import type { GradeScorecard } from './scorecard/grade.js';
import { movedVisit } from './service-plan.js';
import type { VisitIntervals } from './service-plan.js';

// The grade follows the customer (动态评级): it is worked out again when his file, his loans or the scorecard change, and when it is old, so
// that nobody has to remember it. The same result on the same facts leaves no second line in the history; another grade moves the next visit.

export interface GradeRules {
  readonly scorecard: GradeScorecard;
  readonly intervals: VisitIntervals;
  /** Days after which a grade is too old. */
  readonly maxAgeDays: number;
}

export interface Grading {
  readonly on: LocalDate;
  readonly cause: GradeCause;
  readonly by: string;
}

/** Asked for by somebody or by the calendar: the history shows that it was looked at, even when the result is the same. */
const ALWAYS_NOTED: readonly GradeCause[] = ['BY_HAND', 'SCHEDULE', 'REGISTERED'];

/** The customer with his grade of today; himself when there is nothing new. */
export function regrade(customer: Customer, rules: GradeRules, { on, cause, by }: Grading): Customer {
  const result = gradeCustomer(customer, rules.scorecard);
  const last = customer.grades.at(-1) ?? null;
  const same = last !== null && isSame(last, result);
  if (same && (last.gradedOn === on || !ALWAYS_NOTED.includes(cause))) return dueAgain(customer, last, rules, on);
  const entry: GradeEntry = { ...result, gradedOn: on, by, cause };
  return {
    ...customer,
    grades: [...customer.grades, entry],
    regradeDueOn: addDays(on, rules.maxAgeDays),
    nextVisitOn: movedVisit(customer.nextVisitOn, { from: last?.grade ?? null, to: result.grade }, rules.intervals, on),
  };
}

/** A grade that stands has a day on which it is too old; one from before that was kept gets it now. */
function dueAgain(customer: Customer, last: GradeEntry, rules: GradeRules, on: LocalDate): Customer {
  const dueOn = addDays(last.gradedOn, rules.maxAgeDays);
  const regradeDueOn = dueOn > on ? dueOn : addDays(on, rules.maxAgeDays);
  return customer.regradeDueOn === regradeDueOn ? customer : { ...customer, regradeDueOn };
}

function isSame(last: GradeEntry, result: ReturnType<typeof gradeCustomer>): boolean {
  const { grade, score, scorecardVersion, reasons } = last;
  const plain = (of: GradeEntry['reasons']): string =>
    JSON.stringify(of.map((one) => [one.criterion, one.version, one.points, one.reason]));
  return (
    grade === result.grade &&
    score === result.score &&
    scorecardVersion === result.scorecardVersion &&
    plain(reasons) === plain(result.reasons)
  );
}
