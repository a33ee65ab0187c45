import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { CustomerGrade } from './scorecard/grade.js';

// What a grade means for the customer: how he is looked after and how often he is visited (差异化营销策略和服务方案). A lower grade gets less
// marketing, never worse terms or worse legal treatment. Visit intervals are parameters of the company.

export interface GradePlan {
  readonly grade: CustomerGrade;
  readonly strategy: string;
  readonly services: readonly string[];
}

export const GRADE_PLANS: Readonly<Record<CustomerGrade, GradePlan>> = {
  A: {
    grade: 'A',
    strategy: 'personal contact, first offer of new products',
    services: ['a named salesperson', 'priority first response', 'yearly financing review'],
  },
  B: {
    grade: 'B',
    strategy: 'regular contact, offers that fit the known need',
    services: ['a named salesperson', 'half-yearly financing review'],
  },
  C: {
    grade: 'C',
    strategy: 'contact on occasion, information by message',
    services: ['a named salesperson', 'financial knowledge talks'],
  },
};

/** Days between visits by grade; parameters visit.interval-a, -b, -c. */
export type VisitIntervals = Readonly<Record<CustomerGrade, number>>;

/** The next visit after one on `from`; a customer without a grade is visited like C [2.13, 3.10]. */
export function nextVisitOn(grade: CustomerGrade | null, from: LocalDate, intervals: VisitIntervals): LocalDate {
  return addDays(from, intervals[grade ?? 'C']);
}

/** Parameter that promises the first answer to an enquiry: the better the grade, the sooner; who has none is answered like C [1.6, 3.10]. */
export function responseDeadline(
  grade: CustomerGrade | null,
): 'deadline.first-response-a' | 'deadline.first-response-b' | 'deadline.first-response' {
  if (grade === 'A') return 'deadline.first-response-a';
  return grade === 'B' ? 'deadline.first-response-b' : 'deadline.first-response';
}
