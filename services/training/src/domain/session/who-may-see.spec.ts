import { expect, test } from '@jest/globals';
import { looksAfterTraining, maySeeTrainingOf } from './who-may-see.js';

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
  [['salesperson', 'auditor'], 'emp_b', true],
])('[3.7] %j sees the trainings of %s: %s', (roles, employeeId, expected) => {
  expect(maySeeTrainingOf(as(...roles), employeeId)).toBe(expected);
});

test('[3.7] one’s own trainings are not everybody’s', () => {
  expect(looksAfterTraining(as('salesperson'))).toBe(false);
  expect(looksAfterTraining(as('trainer'))).toBe(true);
});
