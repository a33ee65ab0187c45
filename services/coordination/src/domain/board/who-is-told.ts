// Who hears of late work at each level of the ladder, and which departments must sit at the table when it comes to a meeting. Work that nobody
// has in hand is the manager's; a department whose manager's chair is empty is looked after by the coordinator.
import type { Department } from '@weilend/kernel';
import type { HandoffKind } from './handoff.js';

/** Role that leads each department. */
export const MANAGER_ROLES: Readonly<Record<Department, string>> = {
  sales: 'sales-manager',
  risk: 'risk-manager',
  approval: 'committee-chair',
  finance: 'finance-manager',
  training: 'trainer',
  hr: 'hr-manager',
  coordination: 'coordinator',
  compliance: 'compliance-officer',
};

/** Work about a contract: legal (compliance) belongs at the table. */
const CONTRACT_WORK: readonly string[] = ['sign-contract', 'review-contract', 'issue-cost-sheet', 'disburse-loan'];

export interface LateWork {
  readonly kind: HandoffKind;
  readonly type: string;
  readonly from: Department;
  readonly to: Department;
  readonly ownerId: string | null;
  readonly participants: readonly { readonly employeeId: string }[];
}

/** Active employees of a department's manager role; may be empty. */
export type ManagersOf = (department: Department) => readonly string[];

/**
 * The last level brings the departments together, except about a meeting that nobody wrote down, which one more meeting
 * would not help, and about work that stays in one department.
 */
export function endsInMeeting(work: Pick<LateWork, 'kind' | 'from' | 'to'>): boolean {
  return work.kind !== 'MEETING' && work.from !== work.to;
}

/**
 * Employees to tell at a level: 0 owner, 1 owner and his manager, 2 and 3 both departments' managers; at 3 everybody who
 * was invited to a meeting that nobody wrote down. Never empty while somebody coordinates.
 */
export function whoIsTold(level: number, work: LateWork, managersOf: ManagersOf): readonly string[] {
  const receiving = managersOrCoordinator(work.to, managersOf);
  const owner = work.ownerId ? [work.ownerId] : receiving;
  if (level === 0) return unique(owner);
  if (level === 1) return unique([...owner, ...receiving]);
  const both = [...receiving, ...managersOrCoordinator(work.from, managersOf)];
  if (level === 2) return unique(both);
  return unique([...owner, ...both, ...(work.kind === 'MEETING' ? work.participants.map(({ employeeId }) => employeeId) : [])]);
}

/** Departments of the meeting about late work: both sides, and compliance when a contract or compliance itself is involved. */
export function meetingDepartments(work: Pick<LateWork, 'type' | 'from' | 'to'>): readonly Department[] {
  const sides: Department[] = [work.from, work.to];
  return unique(CONTRACT_WORK.includes(work.type) ? [...sides, 'compliance'] : sides);
}

/** Managers of several departments, each once. */
export function managersOfAll(departments: readonly Department[], managersOf: ManagersOf): readonly string[] {
  return unique(departments.flatMap((department) => managersOrCoordinator(department, managersOf)));
}

function managersOrCoordinator(department: Department, managersOf: ManagersOf): readonly string[] {
  const managers = managersOf(department);
  return managers.length > 0 ? managers : managersOf('coordination');
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
