import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { deactivate, hire, place } from './employee.js';
import type { Employee } from './employee.js';

const facts = {
  id: 'emp_00000000000000000000000001',
  employeeNo: 'S-001',
  name: '王小明',
  department: 'sales',
  roles: ['salesperson'],
  managerId: null,
  hiredOn: parseLocalDate('2026-01-05'),
} as const;

function codesOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
  return [];
}

describe('[2.2] roles fit departments', () => {
  test.each<[string, Partial<Parameters<typeof hire>[0]>, string[]]>([
    ['a salesperson in sales', {}, []],
    ['an administrator outside departments', { department: null, roles: ['administrator'] }, []],
    ['a committee member from risk', { department: 'risk', roles: ['committee-member', 'investigator'] }, []],
    ['no role', { roles: [] }, ['ROLES_MISSING']],
    ['a role of another department', { roles: ['finance-officer'] }, ['ROLE_NOT_OF_DEPARTMENT']],
    ['an unknown role', { roles: ['king'] }, ['ROLE_NOT_OF_DEPARTMENT']],
    ['an administrator inside a department', { roles: ['administrator'] }, ['ROLE_NOT_OF_DEPARTMENT']],
    ['a salesperson on the committee', { roles: ['salesperson', 'committee-member'] }, ['ROLE_NOT_OF_DEPARTMENT']],
    ['a number with a blank', { employeeNo: 'S 1' }, ['EMPLOYEE_NUMBER_INVALID']],
    ['a number of one character', { employeeNo: 'S' }, ['EMPLOYEE_NUMBER_INVALID']],
    ['a name of one character', { name: '王' }, ['EMPLOYEE_NAME_INVALID']],
    [
      'everything wrong at once',
      { name: '', employeeNo: '', roles: [] },
      ['EMPLOYEE_NUMBER_INVALID', 'EMPLOYEE_NAME_INVALID', 'ROLES_MISSING'],
    ],
  ])('%s', (_name, change, codes) => {
    expect(codesOf(() => hire({ ...facts, ...change }))).toEqual(codes);
  });
});

describe('[2.1] one sales manager', () => {
  test('carries the mark of the unique index only while active and manager', () => {
    const manager = hire({ ...facts, roles: ['sales-manager'] });
    expect(manager.leadsSales).toBe(true);
    expect(place(manager, { department: 'sales', roles: ['salesperson'], managerId: null }).leadsSales).toBe(false);
    expect(deactivate(manager, 'emp_x', new Date(0)).leadsSales).toBe(false);
  });
});

describe('[1.3] deactivation', () => {
  const employee: Employee = hire(facts);

  test('ends the person and keeps when', () => {
    const at = new Date('2026-03-01T00:00:00Z');
    expect(deactivate(employee, 'emp_x', at)).toMatchObject({ active: false, deactivatedAt: at });
  });

  test.each<[string, () => unknown, string]>([
    ['nobody deactivates himself', () => deactivate(employee, employee.id, new Date(0)), 'OWN_DEACTIVATION'],
    ['not twice', () => deactivate({ ...employee, active: false }, 'emp_x', new Date(0)), 'ILLEGAL_TRANSITION'],
  ])('%s', (_name, act, code) => {
    expect(codesOf(act)).toEqual([code]);
  });
});
