import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { VisitWay } from './return-visit.js';
import { plannedVisitMachine } from './visit-plan.machine.js';
import type { PlannedVisitEvent, PlannedVisitState } from './visit-plan.machine.js';

// Every customer has one visit that comes next. Its day follows from the grade (评级决定回访频率); the salesperson may set another day by
// hand, never a later one than the grade allows, because a relationship that is put off for ever is none. A visit that could not be held
// says why and gets its new day soon.

export const VISIT_ORIGINS = ['GRADE', 'HAND', 'AGAIN'] as const;
/** Who set the day: the grade, a person, or an attempt that failed. */
export type VisitOrigin = (typeof VISIT_ORIGINS)[number];

export interface VisitMove {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: string;
  readonly at: Date;
}

export interface VisitEnd {
  /** The return visit, when it was held. */
  readonly visitId: string | null;
  /** Why it was not held, or cancelled. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface PlannedVisit {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly state: PlannedVisitState;
  readonly origin: VisitOrigin;
  readonly plannedOn: LocalDate;
  readonly way: VisitWay | null;
  readonly purpose: string | null;
  /** 1 for the first attempt; counts up while visits are not held. */
  readonly attempt: number;
  readonly plannedAt: Date;
  readonly moves: readonly VisitMove[];
  readonly end: VisitEnd | null;
}

export type NewVisitPlan = Pick<PlannedVisit, 'id' | 'customerId' | 'salespersonId' | 'origin' | 'plannedOn' | 'plannedAt'> &
  Partial<Pick<PlannedVisit, 'attempt' | 'way' | 'purpose'>>;

export function planVisit(start: NewVisitPlan): PlannedVisit {
  return { version: 0, state: 'planned', way: null, purpose: null, attempt: 1, ...start, moves: [], end: null };
}

/** The days that a person may set. */
export interface VisitWindow {
  readonly today: LocalDate;
  /** Last day that the grade, or the rule for another attempt, allows. */
  readonly latestOn: LocalDate;
}

/** Throws DomainError VISIT_DAY_PAST or VISIT_TOO_LATE at the field [3.10, 3.11]. */
export function checkVisitDay(on: LocalDate, window: VisitWindow, field: string): void {
  if (on < window.today) throw new DomainError('VISIT_DAY_PAST', { today: window.today }, field);
  if (on > window.latestOn) throw new DomainError('VISIT_TOO_LATE', { latestOn: window.latestOn }, field);
}

export interface VisitWish {
  readonly plannedOn: LocalDate;
  readonly way: VisitWay | null;
  readonly purpose: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The visit that comes next, on another day or for another purpose, by hand; the days that it had stay readable. */
export function moveVisit(plan: PlannedVisit, wish: VisitWish, window: VisitWindow): PlannedVisit {
  checkVisitDay(wish.plannedOn, window, 'plannedOn');
  const { plannedOn: to, way, purpose, by, at } = wish;
  const moves = to === plan.plannedOn ? plan.moves : [...plan.moves, { from: plan.plannedOn, to, by, at }];
  return { ...plan, origin: 'HAND', plannedOn: to, way: way ?? plan.way, purpose: purpose ?? plan.purpose, moves };
}

/** The grade or the owner of the customer has changed: the visit follows. */
export function alignVisit(plan: PlannedVisit, to: { plannedOn: LocalDate; salespersonId: string }): PlannedVisit {
  const moved = plan.plannedOn !== to.plannedOn;
  return { ...plan, ...to, origin: moved ? 'GRADE' : plan.origin };
}

export function endVisit(plan: PlannedVisit, event: PlannedVisitEvent, end: VisitEnd): PlannedVisit {
  return { ...plan, state: plannedVisitMachine.next(plan.state, event), end };
}

/** The day on which somebody owes the visit; null when it is over. */
export function visitDueOn(plan: PlannedVisit): LocalDate | null {
  return plan.state === 'planned' ? plan.plannedOn : null;
}
