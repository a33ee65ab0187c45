import { DomainError, invariant, refuseAll } from '@weilend/kernel';
import { CHECK_METHODS, stateOfCheck } from '../checks/waiver.js';
import type { CheckMethod } from '../checks/waiver.js';
import { writtenText } from '../checks/written-text.js';
import type { Investigation } from './investigation.js';
import { isOpen } from './investigation.js';
import { investigationMachine } from './investigation.machine.js';

// The outline of an investigation (调查提纲) stands before the first check: which checks, where, whom to meet, and by when. A first one, with
// the deadlines of the company, is written when the pair is named; the two investigators say where and whom, and every change is a
// new outline beside the old ones. The earliest deadline of what is not done yet is when the investigation is next due.

export interface PlannedCheck {
  readonly method: CheckMethod;
  /** Where; encrypted at rest, null when it has no place. */
  readonly place: string | null;
  /** Whom to meet or call; encrypted at rest, null when nobody. */
  readonly people: string | null;
  readonly dueAt: Date;
}

export interface InvestigationPlan {
  readonly planNo: number;
  readonly checks: readonly PlannedCheck[];
  /** What to look at, or why the outline was changed; null in the first one. */
  readonly focus: string | null;
  readonly plannedBy: string;
  readonly plannedAt: Date;
}

export type PlanDraft = Omit<InvestigationPlan, 'planNo'>;

/** The first outline: all four checks by the deadlines of the company. */
export function firstPlan(due: Readonly<Record<CheckMethod, Date>>, by: { plannedBy: string; plannedAt: Date }): InvestigationPlan {
  const checks = CHECK_METHODS.map((method) => ({ method, place: null, people: null, dueAt: due[method] }));
  return { planNo: 1, checks, focus: null, ...by };
}

/** The investigation with its first outline; the one it has stays. */
export function withFirstPlan(investigation: Investigation, plan: InvestigationPlan): Investigation {
  return investigation.plans.length > 0 ? investigation : { ...investigation, plans: [plan] };
}

/**
 * The investigation with a new outline. Throws ILLEGAL_TRANSITION when nothing is to be checked any more, PLAN_CHECKS_WRONG unless each check
 * stands in it once, PLAN_DUE_PAST for what is to do and due already, PLAN_PLACE_MISSING for a site visit without a place, and text refusals.
 */
export function revisePlan(investigation: Investigation, draft: PlanDraft): Investigation {
  investigationMachine.next(investigation.state, 'record');
  const methods = draft.checks.map((one) => one.method);
  if (methods.length !== CHECK_METHODS.length || CHECK_METHODS.some((method) => !methods.includes(method)))
    throw new DomainError('PLAN_CHECKS_WRONG', {}, 'checks');
  refuseAll(draft.checks.flatMap((check) => problemsOf(check, investigation, draft.plannedAt)));
  const checks = CHECK_METHODS.map((method) => {
    const check = draft.checks.find((one) => one.method === method);
    invariant(check, 'each check stands in the outline');
    const { place, people, dueAt } = check;
    return { method, place: place === null ? null : writtenText(place, 'checks.place', 4), people: namedPeople(people), dueAt };
  });
  const focus = draft.focus === null ? null : writtenText(draft.focus, 'focus', 4);
  const plan: InvestigationPlan = { ...draft, focus, checks, planNo: investigation.plans.length + 1 };
  return { ...investigation, plans: [...investigation.plans, plan] };
}

/** When the next check is due by the outline in force; null when all are done or nobody waits for them. */
export function nextCheckDueAt(investigation: Investigation): Date | null {
  if (!isOpen(investigation.state)) return null;
  const open = (investigation.plans.at(-1)?.checks ?? []).filter((one) => stateOfCheck(investigation, one.method) === 'MISSING');
  return open.map((one) => one.dueAt).reduce<Date | null>((first, dueAt) => (first === null || dueAt < first ? dueAt : first), null);
}

/** The checks that are due and not done at a moment. */
export function overdueMethods(investigation: Investigation, now: Date): CheckMethod[] {
  if (!isOpen(investigation.state)) return [];
  return (investigation.plans.at(-1)?.checks ?? [])
    .filter((one) => one.dueAt < now && stateOfCheck(investigation, one.method) === 'MISSING')
    .map((one) => one.method);
}

function problemsOf({ method, place, dueAt }: PlannedCheck, investigation: Investigation, now: Date): DomainError[] {
  const toDo = stateOfCheck(investigation, method) === 'MISSING';
  return [
    ...(toDo && dueAt <= now ? [new DomainError('PLAN_DUE_PAST', { check: method }, 'checks.dueAt')] : []),
    ...(method === 'SITE_VISIT' && place === null ? [new DomainError('PLAN_PLACE_MISSING', {}, 'checks.place')] : []),
  ];
}

function namedPeople(people: string | null): string | null {
  return people === null ? null : writtenText(people, 'checks.people', 2);
}
