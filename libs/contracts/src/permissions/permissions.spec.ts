import { expect, test } from '@jest/globals';
import { holds, isPermission, isPublic } from './index.js';

test.each([
  ['hr.hire-employee', ['administrator'], true],
  ['hr.hire-employee', ['salesperson'], false],
  ['hr.hire-employee', [], false],
  ['hr.hire-employee', ['root'], false],
  ['hr.sign-in', [], true],
  ['hr.unknown', ['administrator'], false],
  ['toString', ['administrator'], false],
  ['', ['administrator'], false],
])('[2.2] %s for %j: %s', (name, roles, expected) => {
  expect(holds(roles, name)).toBe(expected);
});

test('what is public is listed, what is unknown is not', () => {
  expect(isPublic('hr.sign-in')).toBe(true);
  expect(isPublic('hr.hire-employee')).toBe(false);
  expect(isPublic('hr.unknown')).toBe(false);
  expect(isPermission('constructor')).toBe(false);
});
