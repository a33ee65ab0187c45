import type { LocalDate } from '@weilend/kernel';
import type { Employee } from './employee.js';

/**
 * What happened to a person in the company (任职经历): hired, transferred, changed, promoted, left, came back. Each change keeps what was before
 * and after it, who made it and why, and is never changed or removed: so the company knows of any day who did what under whom [2.1, 2.2].
 */
export interface EmployeeChange {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly kind: EmployeeChangeKind;
  /** Business date from which it holds; of one day the last change counts. */
  readonly effectiveOn: LocalDate;
  /** Null when the person was hired. */
  readonly before: EmployeeFacts | null;
  readonly after: EmployeeFacts;
  readonly reason: string | null;
  /** `employee:emp_…` or `service:hr`. */
  readonly changedBy: string;
  readonly recordedAt: Date;
}

export const EMPLOYEE_CHANGE_KINDS = ['HIRED', 'TRANSFERRED', 'CHANGED', 'PROMOTED', 'DEACTIVATED', 'REHIRED'] as const;
export type EmployeeChangeKind = (typeof EMPLOYEE_CHANGE_KINDS)[number];

/** What of a person has a history: neither number nor name. */
export type EmployeeFacts = Pick<
  Employee,
  'department' | 'roles' | 'managerId' | 'position' | 'level' | 'hiredOn' | 'active' | 'leftBecause'
>;

const FACTS = ['department', 'roles', 'managerId', 'position', 'level', 'hiredOn', 'active', 'leftBecause'] as const;

export function factsOf(employee: EmployeeFacts): EmployeeFacts {
  return Object.fromEntries(FACTS.map((name) => [name, employee[name]])) as unknown as EmployeeFacts;
}

/** Names of the facts that differ; the order of roles says nothing. */
export function changedFacts(before: EmployeeFacts | null, after: EmployeeFacts): (keyof EmployeeFacts)[] {
  return FACTS.filter((name) => !before || textOf(before, name) !== textOf(after, name));
}

/** What a change is called: another department or manager is a transfer (调动). */
export function changeKind(before: EmployeeFacts | null, after: EmployeeFacts): EmployeeChangeKind {
  if (!before) return 'HIRED';
  if (before.active !== after.active) return after.active ? 'REHIRED' : 'DEACTIVATED';
  const changed = changedFacts(before, after);
  return changed.includes('department') || changed.includes('managerId') ? 'TRANSFERRED' : 'CHANGED';
}

/** The day from which a hiring holds in the history: it may be written down later than it was, never before it is so. */
export function effectiveDay(kind: EmployeeChangeKind, hiredOn: LocalDate, today: LocalDate): LocalDate {
  return kind === 'HIRED' && hiredOn < today ? hiredOn : today;
}

function textOf(facts: EmployeeFacts, name: keyof EmployeeFacts): string {
  const value = facts[name];
  return Array.isArray(value) ? [...(value as string[])].sort().join() : String(value);
}
