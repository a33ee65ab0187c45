// What Jest writes with --json, as far as we read it, and how its runs are counted.

export interface JestAssertion {
  readonly fullName: string;
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled' | 'focused';
}

export interface JestFileResult {
  /** Absolute path of the test file. */
  readonly name: string;
  readonly status: 'passed' | 'failed';
  /** What went wrong, also when the file could not be loaded at all. */
  readonly message: string;
  readonly assertionResults: readonly JestAssertion[];
}

export interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that failed before a test of theirs ran: each counts as one failed test. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly JestFileResult[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const noResults: JestResults = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, testResults: [] };

/** Results of several runs as one. */
export function joinResults(runs: readonly JestResults[]): JestResults {
  const sum = (part: (run: JestResults) => number): number => runs.reduce((total, run) => total + part(run), 0);
  return {
    numPassedTests: sum((run) => run.numPassedTests),
    numFailedTests: sum((run) => run.numFailedTests),
    numRuntimeErrorTestSuites: sum((run) => run.numRuntimeErrorTestSuites),
    testResults: runs.flatMap(({ testResults }) => testResults),
  };
}

/** @param ended the exit code of Jest was 0. A run that failed without a failed test (a crash, an open handle) counts as one failure. */
export function countsOf(results: JestResults, ended: boolean): Counts {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed: failed === 0 && !ended ? 1 : failed };
}
