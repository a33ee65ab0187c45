// Rows, the tests that name them, and what the last run said about these tests.
import type { JestResults } from '../stages/jest-results.ts';
import { idsIn } from './ids.ts';
import type { Requirement } from './rows.ts';
import type { TestTitle } from './titles.ts';

export interface ShownBy {
  readonly file: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'not run';
}

export interface RequirementRow extends Requirement {
  readonly tests: readonly ShownBy[];
  /** At least one test shows it, and each of them passed in the last run. */
  readonly passing: boolean;
}

/** The tests of this table quote rows; they show none. */
const ownTests = 'libs/tooling/';

/**
 * @param titles every test in the sources
 * @param results of the last run; file names absolute
 * @param root to make them relative
 */
export function joinRequirements(
  requirements: readonly Requirement[],
  titles: readonly TestTitle[],
  results: JestResults,
  root: string,
): RequirementRow[] {
  const ran = ranTests(results, root);
  const filesThatRan = new Set(results.testResults.map(({ name }) => relativeName(name, root)));
  // A file that ran speaks for itself (its titles are filled in); the others are known by their sources only.
  const notRun = titles
    .filter(({ file }) => !filesThatRan.has(file))
    .map(({ file, title }): ShownBy => ({ file, title, status: 'not run' }));
  const known = [...ran, ...brokenFiles(results, titles, root), ...notRun]
    .filter(({ file }) => !file.startsWith(ownTests))
    .map((test) => ({ test, ids: idsIn(test.title) }));
  return requirements.map((requirement) => {
    const tests = known.filter(({ ids }) => ids.includes(requirement.id)).map(({ test }) => test);
    return { ...requirement, tests, passing: tests.length > 0 && tests.every(({ status }) => status === 'passed') };
  });
}

/** Rows that a test names and the document does not have: the test shows nothing. */
export function strangeIds(requirements: readonly Requirement[], titles: readonly TestTitle[]): string[] {
  const known = new Set(requirements.map(({ id }) => id));
  return titles.flatMap(({ file, title }) =>
    idsIn(title)
      .filter((id) => !known.has(id))
      .map((id) => `${file}: "${title}" names row ${id}, which does not exist`),
  );
}

function ranTests(results: JestResults, root: string): ShownBy[] {
  return results.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }): ShownBy => ({
      file: relativeName(name, root),
      title: fullName,
      status: statusOf(status),
    })),
  );
}

/** Files that could not even be loaded: their tests failed. */
function brokenFiles(results: JestResults, titles: readonly TestTitle[], root: string): ShownBy[] {
  const broken = new Set(
    results.testResults
      .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .map(({ name }) => relativeName(name, root)),
  );
  return titles.filter(({ file }) => broken.has(file)).map(({ file, title }): ShownBy => ({ file, title, status: 'failed' }));
}

function statusOf(status: string): ShownBy['status'] {
  if (status === 'passed' || status === 'failed') return status;
  return 'not run';
}

function relativeName(name: string, root: string): string {
  return name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name;
}
