// `npm run check [-- --base REF]`: the fast part of `npm test`, on what differs from the base only: the branch's fork from its upstream, or HEAD.
// Unit tests that reach a changed file run; integration tests run when they, or the file they stand beside, changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Line } from './stages/report.ts';
import { conclude, lineOf, progress } from './stages/report.ts';
import { runJest } from './stages/run-jest.ts';
import { runStages } from './stages/runner.ts';
import type { Stage } from './stages/stage.ts';
import { runStage } from './stages/stage.ts';
import { build, format, generated, lint, schemaGate, tidy, typesOfProducts, typesOfScripts } from './stages/static-stages.ts';
import { isCode } from './workspace/code.ts';
import { changedFiles, git } from './workspace/git.ts';
import { repositoryRoot } from './workspace/tree.ts';

const isScript = (path: string): boolean => /^(infra|tests|libs\/tooling|services\/[^/]+\/scorecard)\//.test(path);

/** Stages that a set of changed files can make fail. */
export function stagesFor(changed: readonly string[]): Stage[] {
  const code = changed.filter(isCode);
  const products = code.filter((path) => !isScript(path));
  const stages: Stage[] = [tidy];
  if (changed.length > 0) stages.unshift(format(changed));
  if (code.length > 0) stages.unshift(lint(code));
  if (products.length > 0) stages.unshift(build, typesOfProducts, { ...generated, after: [build.name] });
  if (code.some(isScript)) stages.push(typesOfScripts);
  if (changed.some((path) => path.endsWith('.graphql'))) stages.push(schemaGate);
  return stages;
}

/** The integration tests that a person would run by hand for this change. */
export function integrationTestsFor(changed: readonly string[], exists: (path: string) => boolean): string[] {
  const beside = changed.filter(isCode).flatMap((path) => {
    if (path.endsWith('.int-spec.ts')) return [path];
    // `pay.use-case.ts` is tested by `pay.int-spec.ts`, `loan.repository.ts` by `loan.repository.int-spec.ts`.
    return [path.replace(/\.ts$/, '.int-spec.ts'), path.replace(/\.[a-z-]+\.ts$/, '.int-spec.ts')];
  });
  return [...new Set(beside)].filter((path) => path.endsWith('.int-spec.ts') && exists(path)).sort();
}

/** Above these the check would be no faster than the whole: then only the specs beside the changes run, and `npm test` shows the rest. */
const MOST_RELATED = 60;
const MOST_INTEGRATION = 6;

/** Arguments of Jest for the unit tests of a change: whatever reaches a changed file, or in a large change the specs beside the files. */
export function unitTestArgs(changed: readonly string[], exists: (path: string) => boolean): string[] {
  const code = changed.filter((path) => isCode(path) && exists(path));
  if (code.length === 0) return [];
  if (code.length <= MOST_RELATED) return ['--findRelatedTests', ...code];
  const beside = code
    .map((path) => (path.endsWith('.spec.ts') ? path : path.replace(/\.ts$/, '.spec.ts')))
    .filter((path) => path.endsWith('.spec.ts') && exists(path));
  return beside.length > 0 ? ['--runTestsByPath', ...new Set(beside)] : [];
}

async function runTests(root: string, changed: readonly string[]): Promise<Line[]> {
  const exists = (path: string): boolean => existsSync(join(root, path));
  const integration = integrationTestsFor(changed, exists);
  if (integration.length > MOST_INTEGRATION)
    console.log(`${integration.length} integration tests are near this change, ${MOST_INTEGRATION} of them run here; npm test runs all`);
  const unit = unitTestArgs(changed, exists);
  const runs = [
    { name: 'unit tests', needed: unit.length > 0, args: ['--selectProjects', 'unit', ...unit] },
    {
      name: 'integration tests',
      needed: integration.length > 0,
      args: ['--selectProjects', 'integration', '--runTestsByPath', ...integration.slice(0, MOST_INTEGRATION)],
    },
  ];
  const lines: Line[] = [];
  for (const { name, args } of runs.filter(({ needed }) => needed)) {
    const began = performance.now();
    const { counts } = await runJest(root, `check-${name.split(' ')[0]}`, args);
    lines.push({ name, seconds: (performance.now() - began) / 1000, ...counts });
  }
  return lines;
}

/** Where this branch left its upstream; HEAD on a branch without one; undefined before the first commit. */
function baseOf(root: string): string | undefined {
  return (git(root, 'merge-base', 'HEAD', '@{upstream}') ?? git(root, 'rev-parse', '--verify', '--quiet', 'HEAD'))?.trim();
}

async function main(root: string): Promise<number> {
  const startedAt = performance.now();
  const { values } = parseArgs({ options: { base: { type: 'string' } } });
  const base = values.base ?? baseOf(root);
  const changed = changedFiles(root, base);
  console.log(`${changed.length} files differ from ${base ?? 'nothing (no commit yet)'}`);
  const results = await runStages(stagesFor(changed), (stage) => runStage(root, stage), progress);
  return conclude([...results.map(lineOf), ...(await runTests(root, changed))], startedAt);
}

if (import.meta.main) process.exitCode = await main(repositoryRoot);
