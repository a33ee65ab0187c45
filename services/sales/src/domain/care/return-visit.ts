import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// A return visit (回访) asks after three things: how the loan is used, how the business goes, what else the customer needs. Each is
// written down, with the support that was given, and the customer may give a mark from one to five.

export const VISIT_WAYS = ['ON_SITE', 'PHONE', 'VIDEO'] as const;
export type VisitWay = (typeof VISIT_WAYS)[number];

export interface ReturnVisit {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly visitedOn: LocalDate;
  readonly way: VisitWay;
  readonly useOfLoan: string;
  readonly business: string;
  readonly furtherNeeds: string;
  /** What was done for the customer on the spot; null when nothing was needed. */
  readonly support: string | null;
  /** 1 to 5; null when the customer gave none. */
  readonly satisfaction: number | null;
  /** The planned visit that it was; null when it was written up after a later one. */
  readonly plannedVisitId: string | null;
  readonly recordedAt: Date;
}

const SECTIONS = ['useOfLoan', 'business', 'furtherNeeds'] as const;

/** Refuses a visit without all three sections, on a day to come, or with a mark that is none [3.11]. Throws INPUT_INVALID at the field. */
export function checkVisit(visit: Pick<ReturnVisit, (typeof SECTIONS)[number] | 'visitedOn' | 'satisfaction'>, today: LocalDate): void {
  for (const section of SECTIONS) {
    if (!visit[section].trim()) throw new DomainError('INPUT_INVALID', { problem: `a return visit says something on ${section}` }, section);
  }
  if (visit.visitedOn > today) throw new DomainError('INPUT_INVALID', { problem: 'a visit is recorded after it was made' }, 'visitedOn');
  if (visit.satisfaction !== null) checkMark(visit.satisfaction, 'satisfaction');
}

/** A mark that a customer gives is 1, 2, 3, 4 or 5. Throws INPUT_INVALID at the field. */
export function checkMark(mark: number, field: string): void {
  if (!(Number.isInteger(mark) && mark >= 1 && mark <= 5))
    throw new DomainError('INPUT_INVALID', { problem: 'satisfaction is a mark from 1 to 5' }, field);
}
