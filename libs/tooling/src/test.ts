// `npm test`: everything that must hold, from an unbuilt clone. Goes on after a failing stage, so that one run shows all that is wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JestResults } from './stages/jest-results.ts';
import { joinResults } from './stages/jest-results.ts';
import type { Line } from './stages/report.ts';
import { conclude, lineOf, progress } from './stages/report.ts';
import { runJest } from './stages/run-jest.ts';
import { runStages } from './stages/runner.ts';
import type { Stage } from './stages/stage.ts';
import { runStage } from './stages/stage.ts';
import { staticStages } from './stages/static-stages.ts';
import { repositoryRoot } from './workspace/tree.ts';

const requirements: Stage = { name: 'requirements', args: ['libs/tooling/src/requirements.ts', '--brief'] };

interface JestStage {
  readonly name: string;
  readonly args: readonly string[];
}

/**
 * Unit and integration tests side by side. After them the stories one by one, because each of them owns the whole system; a story waits for its
 * departments more than it computes, so two systems run beside each other.
 */
const jestStages: readonly (readonly JestStage[])[] = [
  [{ name: 'tests', args: ['--selectProjects', 'unit', 'integration'] }],
  [
    { name: 'stories', args: ['--selectProjects', 'story', '--runInBand'] },
    { name: 'stories of weeks', args: ['--selectProjects', 'clock-story', '--runInBand'] },
  ],
];

async function main(root: string): Promise<number> {
  const startedAt = performance.now();
  const run = (stage: Stage) => runStage(root, stage);
  const lines: Line[] = (await runStages(staticStages, run, progress)).map(lineOf);
  const results: JestResults[] = [];
  const runTests = async ({ name, args }: JestStage): Promise<void> => {
    const began = performance.now();
    console.log(`...   ${name}`);
    const jest = await runJest(root, `${name.replaceAll(' ', '-')}-results`, args);
    results.push(jest.results);
    lines.push({ name, seconds: (performance.now() - began) / 1000, ...jest.counts });
  };
  for (const beside of jestStages) await Promise.all(beside.map(runTests));
  writeFileSync(join(root, 'out', 'test-results.json'), JSON.stringify(joinResults(results)));
  lines.push(...(await runStages([requirements], run, progress)).map(lineOf));
  return conclude(lines, startedAt);
}

process.exitCode = await main(repositoryRoot);
