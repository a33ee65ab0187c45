import { expect, test } from '@jest/globals';
import { leavesProject } from './nx-boundaries.ts';

const from = 'services/hr/src/use-cases/employee/hire.use-case.ts';

test.each([
  [from, '@weilend/kernel', true],
  [from, '@weilend/finance-service/domain/loan.js', true],
  [from, '../../domain/employee/employee.js', false],
  [from, './employees.js', false],
  [from, '../../../../finance/src/domain/loan/loan.js', true],
  [from, '../../../../hr-tools/src/index.js', true],
  [from, '@nestjs/common', false],
  [from, 'node:path', false],
  ['gateway/src/main.ts', './server.js', false],
  ['gateway/src/main.ts', '../../libs/kernel/src/index.js', true],
  ['eslint.config.ts', './libs/tooling/src/lint/plugin.ts', true],
])('%s imports %s, which leaves its project: %p', (file, name, leaves) => {
  expect(leavesProject(file, name)).toBe(leaves);
});
