import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { checkHand, checkManager, deactivate, hire, place, rehire } from './employee.js';
import type { Employee } from './employee.js';

const facts = {
  id: 'emp_00000000000000000000000001',
  employeeNo: 'S-001',
  name: '王小明',
  department: 'sales',
  roles: ['salesperson'],
  managerId: null,
  position: null,
  level: null,
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
    ['a position and a level', { position: '客户经理', level: 'SENIOR' }, []],
    ['a position of nothing', { position: ' ' }, ['TEXT_LENGTH']],
    ['a position as long as a letter', { position: '长'.repeat(41) }, ['TEXT_LENGTH']],
    ['a level in words', { level: 'quite senior' }, ['LEVEL_INVALID']],
    ['a level of one letter', { level: 'S' }, ['LEVEL_INVALID']],
    [
      'everything wrong at once',
      { name: '', employeeNo: '', roles: [] },
      ['EMPLOYEE_NUMBER_INVALID', 'EMPLOYEE_NAME_INVALID', 'ROLES_MISSING'],
    ],
  ])('%s', (_name, change, codes) => {
    expect(codesOf(() => hire({ ...facts, ...change }))).toEqual(codes);
  });
});

const left = { byEmployeeId: 'emp_x', at: new Date('2026-03-01T00:00:00Z'), cause: 'RESIGNED', reason: null } as const;
const placement = { department: 'sales', roles: ['salesperson'], managerId: null, position: null, level: null } as const;
const administrator = { employeeId: 'emp_admin', administrates: true };
const hr = { employeeId: 'emp_hr', administrates: false };
const machinery = { employeeId: null, administrates: true };

describe('[2.1] one sales manager', () => {
  test('carries the mark of the unique index only while active and manager', () => {
    const manager = hire({ ...facts, roles: ['sales-manager'] });
    expect(manager.leadsSales).toBe(true);
    expect(place(manager, placement).leadsSales).toBe(false);
    expect(deactivate(manager, left).leadsSales).toBe(false);
    expect(rehire(deactivate(manager, left), { ...placement, roles: ['sales-manager'] }, facts.hiredOn).leadsSales).toBe(true);
  });
});

describe('[1.3] deactivation', () => {
  const employee: Employee = hire(facts);

  test('ends the person and keeps when and why', () => {
    expect(deactivate(employee, left)).toMatchObject({ active: false, deactivatedAt: left.at, leftBecause: 'RESIGNED' });
  });

  test.each<[string, () => unknown, string]>([
    ['nobody deactivates himself', () => deactivate(employee, { ...left, byEmployeeId: employee.id }), 'OWN_DEACTIVATION'],
    ['not twice', () => deactivate({ ...employee, active: false }, left), 'ILLEGAL_TRANSITION'],
    ['a dismissal without a reason', () => deactivate(employee, { ...left, cause: 'DISMISSED' }), 'REASON_MISSING'],
    ['a dismissal with a blank one', () => deactivate(employee, { ...left, cause: 'DISMISSED', reason: ' ' }), 'REASON_MISSING'],
    ['who is gone is moved nowhere', () => place({ ...employee, active: false }, placement), 'EMPLOYEE_LEFT'],
  ])('%s', (_name, act, code) => {
    expect(codesOf(act)).toEqual([code]);
  });
});

describe('[1.3] coming back', () => {
  const gone = (cause: Employee['leftBecause']): Employee => ({
    ...hire(facts),
    active: false,
    deactivatedAt: left.at,
    leftBecause: cause,
  });

  test.each(['RESIGNED', 'CONTRACT_ENDED', 'RETIRED', 'OTHER', null] as const)('who left because %s may', (cause) => {
    const back = rehire(gone(cause), { ...placement, position: '客户经理' }, parseLocalDate('2026-06-01'));
    expect(back).toMatchObject({ active: true, deactivatedAt: null, leftBecause: null, hiredOn: '2026-06-01', position: '客户经理' });
  });

  test.each<[string, () => unknown, string]>([
    ['who was dismissed', () => rehire(gone('DISMISSED'), placement, facts.hiredOn), 'REHIRE_REFUSED'],
    ['who died', () => rehire(gone('DECEASED'), placement, facts.hiredOn), 'REHIRE_REFUSED'],
    ['who never left', () => rehire(hire(facts), placement, facts.hiredOn), 'ILLEGAL_TRANSITION'],
    [
      'with a role of another department',
      () => rehire(gone('RESIGNED'), { ...placement, roles: ['investigator'] }, facts.hiredOn),
      'ROLE_NOT_OF_DEPARTMENT',
    ],
  ])('not %s', (_name, act, code) => {
    expect(codesOf(act)).toEqual([code]);
  });
});

describe('[2.2] whose hand', () => {
  const subject = { id: 'emp_1', roles: ['salesperson'] };
  test.each<[string, () => unknown, string[]]>([
    ['hr changes a salesperson', () => checkHand(hr, subject, ['trainer']), []],
    ['an administrator makes an administrator', () => checkHand(administrator, subject, ['administrator']), []],
    ['the first administrator is made by the machinery', () => checkHand(machinery, subject, ['administrator']), []],
    ['hr makes an administrator', () => checkHand(hr, subject, ['administrator']), ['ADMINISTRATOR_ONLY']],
    ['hr ends an administrator', () => checkHand(hr, { ...subject, roles: ['administrator'] }), ['ADMINISTRATOR_ONLY']],
    ['hr changes himself', () => checkHand(hr, { ...subject, id: 'emp_hr' }), ['OWN_PLACEMENT']],
    ['an administrator changes himself', () => checkHand(administrator, { ...subject, id: 'emp_admin' }), ['OWN_PLACEMENT']],
  ])('%s', (_name, act, codes) => {
    expect(codesOf(act)).toEqual(codes);
  });
});

describe('[2.1] who leads whom', () => {
  const [boss, head] = [
    { id: 'emp_boss', active: true },
    { id: 'emp_head', active: true },
  ];
  test.each<[string, string, string, { id: string; active: boolean }[], string[]]>([
    ['an active manager', 'emp_1', 'emp_boss', [boss, head], []],
    ['himself', 'emp_1', 'emp_1', [{ id: 'emp_1', active: true }], ['MANAGER_HIMSELF']],
    ['nobody of that id', 'emp_1', 'emp_boss', [], ['MANAGER_UNKNOWN']],
    ['somebody who left', 'emp_1', 'emp_boss', [{ ...boss, active: false }], ['MANAGER_UNKNOWN']],
    ['somebody he leads', 'emp_head', 'emp_boss', [boss, head], ['MANAGER_CIRCLE']],
  ])('%s', (_name, person, manager, line, codes) => {
    expect(codesOf(() => checkManager(person, manager, line))).toEqual(codes);
  });
});
