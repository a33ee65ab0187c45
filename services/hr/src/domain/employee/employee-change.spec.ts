import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { changedFacts, changeKind, effectiveDay, factsOf } from './employee-change.js';
import type { EmployeeFacts } from './employee-change.js';

const facts: EmployeeFacts = {
  department: 'sales',
  roles: ['salesperson', 'trainer'],
  managerId: 'emp_m',
  position: '客户经理',
  level: 'SENIOR',
  hiredOn: parseLocalDate('2026-01-05'),
  active: true,
  leftBecause: null,
};

describe('[2.1] what a change is', () => {
  test.each<[string, EmployeeFacts | null, Partial<EmployeeFacts>, string, string[]]>([
    ['hired', null, {}, 'HIRED', Object.keys(facts)],
    ['nothing', facts, {}, 'CHANGED', []],
    ['roles in another order', facts, { roles: ['trainer', 'salesperson'] }, 'CHANGED', []],
    ['one role fewer', facts, { roles: ['salesperson'] }, 'CHANGED', ['roles']],
    ['another department', facts, { department: 'risk', roles: ['investigator'] }, 'TRANSFERRED', ['department', 'roles']],
    ['another manager', facts, { managerId: 'emp_n' }, 'TRANSFERRED', ['managerId']],
    ['no manager any more', facts, { managerId: null }, 'TRANSFERRED', ['managerId']],
    ['another position', facts, { position: '高级客户经理' }, 'CHANGED', ['position']],
    ['left', facts, { active: false, leftBecause: 'RESIGNED' }, 'DEACTIVATED', ['active', 'leftBecause']],
    ['came back elsewhere', { ...facts, active: false }, { department: 'risk' }, 'REHIRED', ['department', 'active']],
  ])('%s', (_name, before, change, kind, changed) => {
    const after = { ...facts, ...change };
    expect(changeKind(before, after)).toBe(kind);
    expect(changedFacts(before, after)).toEqual(changed);
  });

  test('keeps neither number nor name', () => {
    const person = { ...facts, employeeNo: 'S-001', name: '王小明' };
    expect(factsOf(person)).toEqual(facts);
  });
});

describe('[2.1] from when it holds', () => {
  test.each<[string, 'HIRED' | 'REHIRED' | 'CHANGED', string, string]>([
    ['a hiring written down later', 'HIRED', '2026-01-05', '2026-01-05'],
    ['a hiring of today', 'HIRED', '2026-03-02', '2026-03-02'],
    ['a hiring ahead of time', 'HIRED', '2026-04-01', '2026-03-02'],
    ['a later change', 'CHANGED', '2026-01-05', '2026-03-02'],
    ['a return', 'REHIRED', '2026-01-05', '2026-03-02'],
  ])('%s', (_name, kind, hiredOn, day) => {
    expect(effectiveDay(kind, parseLocalDate(hiredOn), parseLocalDate('2026-03-02'))).toBe(day);
  });
});
