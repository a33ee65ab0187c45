import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { GRADES } from './scorecard/grade.js';
import type { CustomerGrade } from './scorecard/grade.js';

// What a grade means for the customer: how he is looked after, what is offered to him, how soon he is answered and how often he is visited
// (差异化营销策略和服务方案). All of it is data of the company, in force by date. A lower grade gets less marketing, never worse terms or worse
// legal treatment.

export interface GradePlan {
  readonly grade: CustomerGrade;
  readonly strategy: string;
  readonly services: readonly string[];
  readonly offers: readonly string[];
  readonly visitIntervalDays: number;
  /** Working time within which his enquiry is answered, such as 2h. */
  readonly firstResponse: string;
}

/** Parts of the plans as the parameter grade.plans keeps them. */
export type PlanTexts = Readonly<
  Record<string, { readonly strategy?: string; readonly services?: readonly string[]; readonly offers?: readonly string[] } | undefined>
>;

/** Parameters of the working time within which an enquiry of a customer is answered, by grade. */
export const RESPONSE_KEYS = {
  A: 'deadline.first-response-a',
  B: 'deadline.first-response-b',
  C: 'deadline.first-response-c',
} as const satisfies Record<CustomerGrade, string>;

/** Parameters of the days between visits, by grade. */
export const VISIT_KEYS = {
  A: 'visit.interval-a',
  B: 'visit.interval-b',
  C: 'visit.interval-c',
} as const satisfies Record<CustomerGrade, string>;

/** Days between visits by grade. */
export type VisitIntervals = Readonly<Record<CustomerGrade, number>>;

/** The plan of every grade, A first. */
export function gradePlansOf(
  texts: PlanTexts,
  intervals: VisitIntervals,
  firstResponse: Readonly<Record<CustomerGrade, string>>,
): GradePlan[] {
  return GRADES.map((grade) => ({
    grade,
    strategy: texts[grade]?.strategy ?? '',
    services: texts[grade]?.services ?? [],
    offers: texts[grade]?.offers ?? [],
    visitIntervalDays: intervals[grade],
    firstResponse: firstResponse[grade],
  }));
}

/** The next visit after one on `from`; a customer without a grade is visited like C [2.13, 3.10]. */
export function nextVisitOn(grade: CustomerGrade | null, from: LocalDate, intervals: VisitIntervals): LocalDate {
  return addDays(from, intervals[grade ?? 'C']);
}

/**
 * The planned visit when the grade changes: counted from the visit before, as if the new grade had been there then; never before today.
 * A visit that is due already stays due: a grade does not excuse it.
 */
export function movedVisit(
  plannedOn: LocalDate,
  grade: { readonly from: CustomerGrade | null; readonly to: CustomerGrade },
  intervals: VisitIntervals,
  today: LocalDate,
): LocalDate {
  if (plannedOn <= today) return plannedOn;
  const moved = addDays(plannedOn, intervals[grade.to] - intervals[grade.from ?? 'C']);
  return moved > today ? moved : today;
}
