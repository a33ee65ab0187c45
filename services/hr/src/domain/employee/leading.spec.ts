import { expect, test } from '@jest/globals';
import { leadsSales, SEES_SALES } from './leading.js';

test.each([
  [['sales-manager'], true],
  [['salesperson', 'hr-manager'], true],
  [['salesperson'], false],
  [['auditor'], false],
  [['administrator'], false],
  [[], false],
])('[2.1, 2.4] %j leads all of sales: %s', (roles, expected) => {
  expect(leadsSales(roles)).toBe(expected);
});

test('[2.4] an auditor sees what he does not lead', () => {
  expect(SEES_SALES.filter((role) => !leadsSales([role]))).toEqual(['auditor']);
});
