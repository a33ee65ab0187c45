import { expect, test } from '@jest/globals';
import { linesFor, looksAfterTraining, maySeeTrainingOf } from './who-may-see.js';

const as = (...roles: string[]) => ({ kind: 'employee' as const, employeeId: 'emp_a', department: 'sales' as const, roles });

test.each([
  [['salesperson'], 'emp_a', true],
  [['salesperson'], 'emp_b', false],
  [[], 'emp_b', false],
  [['administrator'], 'emp_b', false],
  [['finance-manager', 'risk-manager'], 'emp_b', false],
  [['sales-manager'], 'emp_b', true],
  [['hr-manager'], 'emp_b', true],
  [['trainer'], 'emp_b', true],
  [['compliance-officer'], 'emp_b', true],
  [['salesperson', 'auditor'], 'emp_b', true],
])('[3.7] %j sees the trainings of %s: %s', (roles, employeeId, expected) => {
  expect(maySeeTrainingOf(as(...roles), employeeId)).toBe(expected);
});

const lines = [
  { employeeId: 'emp_a', mark: 40 },
  { employeeId: 'emp_b', mark: 90 },
];
test.each([
  ['a salesperson who attended', as('salesperson'), [lines[0]]],
  ['a salesperson who did not', { ...as('salesperson'), employeeId: 'emp_c' }, []],
  ['an administrator who did not', { ...as('administrator'), employeeId: 'emp_c' }, []],
  ['a service', { kind: 'service' as const, service: 'sales' as const }, []],
  ['a trainer', { ...as('trainer'), employeeId: 'emp_c' }, lines],
])('[3.7] of lines about several people %s reads his own, or what he looks after', (_name, actor, expected) => {
  expect(linesFor(actor, lines)).toEqual(expected);
});

test('[3.7] one’s own trainings are not everybody’s', () => {
  expect(looksAfterTraining(as('salesperson'))).toBe(false);
  expect(looksAfterTraining(as('trainer'))).toBe(true);
});
