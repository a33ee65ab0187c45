import { DomainError, refuseAll } from '@weilend/kernel';
import type { Department, LocalDate } from '@weilend/kernel';

/**
 * An employee: hired into a department with roles that fit it, led by a manager, active until deactivated.
 * The sales department has exactly one active manager [2.1]; a deactivated person may do nothing any more [1.3].
 */
export interface Employee {
  readonly id: string;
  readonly version: number;
  readonly employeeNo: string;
  readonly name: string;
  /** Null for the administrator, who belongs to no department. */
  readonly department: Department | null;
  readonly roles: readonly string[];
  readonly managerId: string | null;
  readonly hiredOn: LocalDate;
  readonly active: boolean;
  readonly deactivatedAt: Date | null;
  /** True for the one active sales manager; carries the unique index. */
  readonly leadsSales: boolean;
}

export type Placement = Pick<Employee, 'department' | 'roles' | 'managerId'>;

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

/** Checks a new employee's facts; reports every wrong field at once. */
export function hire(person: Pick<Employee, 'id' | 'employeeNo' | 'name' | 'hiredOn'> & Placement): Employee {
  const found: DomainError[] = [];
  if (!EMPLOYEE_NO.test(person.employeeNo))
    found.push(new DomainError('EMPLOYEE_NUMBER_INVALID', { value: person.employeeNo.slice(0, 20) }, 'employeeNo'));
  if ([...person.name].length < 2 || [...person.name].length > 40) found.push(new DomainError('EMPLOYEE_NAME_INVALID', {}, 'name'));
  refuseAll([...found, ...misplacements(person)]);
  return { ...person, version: 0, active: true, deactivatedAt: null, leadsSales: person.roles.includes('sales-manager') };
}

/** Moves an employee; the roles must fit the department. */
export function place(employee: Employee, placement: Placement): Employee {
  refuseAll(misplacements(placement));
  return { ...employee, ...placement, leadsSales: employee.active && placement.roles.includes('sales-manager') };
}

/** Ends a person's access for good. */
export function deactivate(employee: Employee, byEmployeeId: string, at: Date): Employee {
  if (employee.id === byEmployeeId) throw new DomainError('OWN_DEACTIVATION');
  if (!employee.active)
    throw new DomainError('ILLEGAL_TRANSITION', { machine: 'employee', state: 'inactive', event: 'deactivate', allowed: [] });
  return { ...employee, active: false, deactivatedAt: at, leadsSales: false };
}

/** True for somebody who may own customers: they need another owner when he leaves. */
export function mayOwnCustomers(employee: Pick<Employee, 'roles'>): boolean {
  return employee.roles.includes('salesperson') || employee.roles.includes('sales-manager');
}

function misplacements({ department, roles }: Placement): DomainError[] {
  if (roles.length === 0) return [new DomainError('ROLES_MISSING', {}, 'roles')];
  return roles
    .filter((role) => !ROLE_DEPARTMENTS[role]?.includes(department))
    .map((role) => new DomainError('ROLE_NOT_OF_DEPARTMENT', { role, department: department ?? 'the company' }, 'roles'));
}
