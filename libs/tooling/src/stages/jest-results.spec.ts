import { expect, test } from '@jest/globals';
import type { JestResults } from './jest-results.ts';
import { countsOf, joinResults, noResults } from './jest-results.ts';

const run = (passed: number, failed: number, broken = 0): JestResults => ({
  ...noResults,
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: broken,
});

test.each([
  [run(3, 0), true, { passed: 3, failed: 0 }],
  [run(3, 2), false, { passed: 3, failed: 2 }],
  // A file that cannot be loaded has no failed test, and yet it must not pass.
  [run(3, 0, 1), false, { passed: 3, failed: 1 }],
  [run(3, 1, 2), false, { passed: 3, failed: 3 }],
  [run(3, 0), false, { passed: 3, failed: 1 }],
  [noResults, false, { passed: 0, failed: 1 }],
])('%# counts are what a reader would count', (results, ended, counts) => {
  expect(countsOf(results, ended)).toEqual(counts);
});

test('runs are added up', () => {
  const file = { name: '/a.spec.ts', status: 'passed', message: '', assertionResults: [] } as const;
  const joined = joinResults([run(3, 1), { ...run(2, 0, 1), testResults: [file] }]);
  expect(joined).toEqual({ numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 1, testResults: [file] });
});
