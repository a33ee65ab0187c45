// `npm test`: everything that must hold, from an unbuilt clone. Goes on after a failing stage, so that one run shows all that is wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Unit and integration tests, and after them the stories: these share one running system, which has the machine to itself. */
const jestRuns = [
  { name: 'tests', args: ['--selectProjects', 'unit', 'integration'] },
  { name: 'stories', args: ['--selectProjects', 'story', 'alone-story'] },
];

async function main(root: string): Promise<number> {
  const startedAt = performance.now();
  const run = (stage: Stage) => runStage(root, stage);
  const lines: Line[] = (await runStages(staticStages, run, progress)).map(lineOf);
  const results = [];
  for (const { name, args } of jestRuns) {
    const began = performance.now();
    console.log(`...   ${name}`);
    const jest = await runJest(root, `${name}-results`, args);
    results.push(jest.results);
    lines.push({ name, seconds: (performance.now() - began) / 1000, ...jest.counts });
  }
  writeFileSync(join(root, 'out', 'test-results.json'), JSON.stringify(joinResults(results)));
  lines.push(...(await runStages([requirements], run, progress)).map(lineOf));
  return conclude(lines, startedAt);
}

process.exitCode = await main(repositoryRoot);
