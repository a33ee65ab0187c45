import { DomainError, refuseAll } from '@weilend/kernel';
import type { Department, LocalDate } from '@weilend/kernel';
import { checkText, nameKeyOf } from './wording.js';

/**
 * An employee: hired into a department with roles that fit it, a position (职务) and a level of the career ladder, led by a manager, active
 * until deactivated. The sales department has exactly one active sales manager [2.1]; a deactivated person may do nothing any more [1.3].
 * Nobody changes his own place in the company, and only an administrator touches an administrator [2.2].
 */
export interface Employee {
  readonly id: string;
  readonly version: number;
  readonly employeeNo: string;
  readonly name: string;
  /** By which somebody who left for good is known again. */
  readonly nameKey?: string | null;
  /** Null for the administrator, who belongs to no department. */
  readonly department: Department | null;
  readonly roles: readonly string[];
  readonly managerId: string | null;
  /** What stands on his card (职务). */
  readonly position: string | null;
  /** Rung of the career ladder, as a code; promotions move it. */
  readonly level: string | null;
  /** Of the present employment. */
  readonly hiredOn: LocalDate;
  readonly active: boolean;
  readonly deactivatedAt: Date | null;
  /** Why he left; null while he is active. */
  readonly leftBecause: LeavingCause | null;
  /** True for the one active sales manager; carries the unique index. */
  readonly leadsSales: boolean;
  /** Who gave him power, or a new password although he has it, while nobody else has confirmed it; left out on rows of before. */
  readonly unconfirmedBy?: readonly string[];
}

export const LEAVING_CAUSES = ['RESIGNED', 'CONTRACT_ENDED', 'RETIRED', 'DISMISSED', 'DECEASED', 'OTHER'] as const;
export type LeavingCause = (typeof LEAVING_CAUSES)[number];

export type Placement = Pick<Employee, 'department' | 'roles' | 'managerId' | 'position' | 'level'>;

/** Who acts on a person: null when the company's own machinery does. */
export interface Hand {
  readonly employeeId: string | null;
  readonly administrates: boolean;
}

const ROLE_DEPARTMENTS: Readonly<Record<string, readonly (Department | null)[]>> = {
  administrator: [null],
  'sales-manager': ['sales'],
  salesperson: ['sales'],
  'risk-manager': ['risk'],
  investigator: ['risk'],
  'committee-chair': ['approval'],
  'committee-member': ['approval', 'risk', 'finance', 'compliance'],
  'committee-secretary': ['approval'],
  'finance-manager': ['finance'],
  'finance-officer': ['finance'],
  'hr-manager': ['hr'],
  trainer: ['training', 'sales'],
  'compliance-officer': ['compliance'],
  coordinator: ['coordination'],
  auditor: [null, 'compliance'],
};

const EMPLOYEE_NO = /^[A-Za-z0-9-]{2,20}$/;
const LEVEL = /^[A-Z][A-Z0-9_]{1,29}$/;
/** Nobody comes back after these. */
export const FOR_GOOD: readonly LeavingCause[] = ['DISMISSED', 'DECEASED'];

export const isEmployeeNo = (text: string): boolean => EMPLOYEE_NO.test(text);

/** Checks a new employee's facts; reports every wrong field at once. */
export function hire(person: Pick<Employee, 'id' | 'employeeNo' | 'name' | 'hiredOn'> & Placement): Employee {
  const found: DomainError[] = [];
  if (!isEmployeeNo(person.employeeNo))
    found.push(new DomainError('EMPLOYEE_NUMBER_INVALID', { value: person.employeeNo.slice(0, 20) }, 'employeeNo'));
  if ([...person.name].length < 2 || [...person.name].length > 40) found.push(new DomainError('EMPLOYEE_NAME_INVALID', {}, 'name'));
  refuseAll([...found, ...misplacements(person)]);
  return {
    ...person,
    nameKey: nameKeyOf(person.name),
    version: 0,
    active: true,
    deactivatedAt: null,
    leftBecause: null,
    leadsSales: leads(person),
  };
}

/** Moves an employee; the roles must fit the department. Throws EMPLOYEE_LEFT for somebody who is gone. */
export function place(employee: Employee, placement: Placement): Employee {
  if (!employee.active) throw new DomainError('EMPLOYEE_LEFT', { employeeNo: employee.employeeNo });
  refuseAll(misplacements(placement));
  return { ...employee, ...placement, leadsSales: leads(placement) };
}

/** Ends a person's access for good; a dismissal says why. */
export function deactivate(
  employee: Employee,
  left: { byEmployeeId: string | null; at: Date; cause: LeavingCause; reason: string | null },
): Employee {
  if (employee.id === left.byEmployeeId) throw new DomainError('OWN_DEACTIVATION');
  if (!employee.active)
    throw new DomainError('ILLEGAL_TRANSITION', { machine: 'employee', state: 'inactive', event: 'deactivate', allowed: ['rehire'] });
  if (left.cause === 'DISMISSED' && !left.reason?.trim()) throw new DomainError('REASON_MISSING', {}, 'reason');
  return { ...employee, active: false, deactivatedAt: left.at, leftBecause: left.cause, leadsSales: false };
}

/** Somebody who left comes back under his number. Throws REHIRE_REFUSED for who was dismissed, ILLEGAL_TRANSITION for who never left. */
export function rehire(employee: Employee, placement: Placement, hiredOn: LocalDate): Employee {
  if (employee.active)
    throw new DomainError('ILLEGAL_TRANSITION', {
      machine: 'employee',
      state: 'active',
      event: 'rehire',
      allowed: ['change', 'deactivate'],
    });
  const cause = employee.leftBecause ?? 'OTHER';
  if (FOR_GOOD.includes(cause)) throw new DomainError('REHIRE_REFUSED', { employeeNo: employee.employeeNo, cause });
  refuseAll(misplacements(placement));
  return { ...employee, ...placement, hiredOn, active: true, deactivatedAt: null, leftBecause: null, leadsSales: leads(placement) };
}

/**
 * A newcomer who has the name of somebody who left for good is another person only when hr says so, and why; a second person looks at it. Throws
 * NAME_OF_DISMISSED or REASON_MISSING.
 */
export function checkNamesake(namesake: Pick<Employee, 'employeeNo'> | null, said: { another: boolean; reason: string | null }): void {
  if (!namesake) return;
  if (!said.another) throw new DomainError('NAME_OF_DISMISSED', { employeeNo: namesake.employeeNo }, 'name');
  if (!said.reason?.trim()) throw new DomainError('REASON_MISSING', {}, 'reason');
}

/** Only an administrator makes, moves or ends an administrator; nobody moves himself. */
export function checkHand(hand: Hand, subject: Pick<Employee, 'id' | 'roles'>, nextRoles: readonly string[] = []): void {
  const aboutAdministrator = [...subject.roles, ...nextRoles].includes('administrator');
  if (aboutAdministrator && !hand.administrates) throw new DomainError('ADMINISTRATOR_ONLY', {}, 'roles');
  if (hand.employeeId === subject.id) throw new DomainError('OWN_PLACEMENT');
}

/** The manager of a person is active, another one, and not somebody whom the person leads himself, however far above. */
export function checkManager(employeeId: string, managerId: string, line: readonly Pick<Employee, 'id' | 'active'>[]): void {
  if (managerId === employeeId) throw new DomainError('MANAGER_HIMSELF', {}, 'managerId');
  if (!line[0]?.active) throw new DomainError('MANAGER_UNKNOWN', { managerId }, 'managerId');
  if (line.some((above) => above.id === employeeId)) throw new DomainError('MANAGER_CIRCLE', { managerId }, 'managerId');
}

/** True for somebody who may own customers: they need another owner when he leaves. */
export function mayOwnCustomers(employee: Pick<Employee, 'roles'>): boolean {
  return employee.roles.includes('salesperson') || employee.roles.includes('sales-manager');
}

const leads = ({ roles }: Pick<Employee, 'roles'>): boolean => roles.includes('sales-manager');

function misplacements({ department, roles, position, level }: Placement): DomainError[] {
  const found: DomainError[] = [];
  if (position !== null) found.push(...checkText(position, 40, 'position'));
  if (level !== null && !LEVEL.test(level)) found.push(new DomainError('LEVEL_INVALID', { value: level.slice(0, 30) }, 'level'));
  if (roles.length === 0) return [...found, new DomainError('ROLES_MISSING', {}, 'roles')];
  const misfits = roles.filter((role) => !ROLE_DEPARTMENTS[role]?.includes(department));
  return [
    ...found,
    ...misfits.map((role) => new DomainError('ROLE_NOT_OF_DEPARTMENT', { role, department: department ?? 'the company' }, 'roles')),
  ];
}
