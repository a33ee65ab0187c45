// `npm run requirements [-- --department D] [--json F] [--brief]`: each rule of the company with the tests that show it and how they last ended.
// Exit 1 when a department that is declared complete has a row without a passing test, or a row names what does not exist.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RequirementRow } from './requirements/join.ts';
import { joinRequirements, strangeIds } from './requirements/join.ts';
import { knownNames, strangeNames } from './requirements/known-names.ts';
import { readRequirements, requirementsPath } from './requirements/rows.ts';
import { titlesIn } from './requirements/titles.ts';
import type { JestResults } from './stages/jest-results.ts';
import { noResults } from './stages/jest-results.ts';
import { isTest } from './workspace/code.ts';
import { departmentsOf } from './workspace/projects.ts';
import { loadTree, readJson, repositoryRoot } from './workspace/tree.ts';

const completePath = 'docs/complete-departments.json';
const resultsPath = 'out/test-results.json';

/** Rows that a complete department owes: none shows them, or what shows them does not pass. */
export function owedRows(rows: readonly RequirementRow[], complete: readonly string[]): RequirementRow[] {
  return rows.filter(({ owner, passing }) => complete.includes(owner) && !passing);
}

export function describeRow({ id, text, owner, tests, passing }: RequirementRow): string {
  const mark = passing ? 'ok  ' : tests.some(({ status }) => status === 'failed') ? 'FAIL' : tests.length > 0 ? '?   ' : '-   ';
  return [
    `${mark} ${id.padEnd(5)} ${owner.padEnd(13)} ${text}`,
    ...tests.map(({ status, file, title }) => `       ${status.padEnd(8)} ${file}: ${title}`),
  ].join('\n');
}

function readResults(root: string): JestResults {
  const path = join(root, resultsPath);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as JestResults) : noResults;
}

function main(root: string): number {
  const { values } = parseArgs({
    options: { department: { type: 'string' }, json: { type: 'string' }, brief: { type: 'boolean', default: false } },
  });
  const tree = loadTree(root);
  const departments = [...departmentsOf(tree), 'platform'];
  const complete = readJson<string[]>(tree, completePath);
  const unknown = [...complete, values.department ?? 'platform'].filter((name) => !departments.includes(name));
  if (unknown.length > 0) {
    console.error(`${unknown.join(', ')}: no such department; there are ${departments.join(', ')}`);
    return 2;
  }
  const requirements = readRequirements(tree.read(requirementsPath));
  const titles = tree.files.filter(isTest).flatMap((file) => titlesIn(file, tree.read(file)));
  const all = joinRequirements(requirements, titles, readResults(root), root);
  const rows = all.filter(({ owner }) => values.department === undefined || owner === values.department);
  if (!values.brief) for (const row of rows) console.log(describeRow(row));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
  for (const problem of strangeIds(requirements, titles)) console.log(`warning: ${problem}`);
  const owed = owedRows(rows, complete);
  for (const row of owed) console.error(`owed: ${describeRow(row)}`);
  const strange = strangeNames(requirements, knownNames(tree));
  for (const problem of strange) console.error(problem);
  console.log(
    `${rows.length} rows, ${rows.filter(({ tests }) => tests.length > 0).length} with tests, ${rows.filter(({ passing }) => passing).length} passing; complete: ${complete.join(', ') || 'none'}; owed: ${owed.length}`,
  );
  return owed.length + strange.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(repositoryRoot);
