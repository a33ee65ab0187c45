// Jest as a stage of its own: it speaks while it runs, and leaves its results in out/ for the requirements table.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Counts, JestResults } from './jest-results.ts';
import { countsOf, noResults } from './jest-results.ts';
import { stageEnvironment, workspaceNode } from './stage.ts';

export interface JestRun {
  readonly results: JestResults;
  readonly counts: Counts;
  readonly ok: boolean;
}

/**
 * @param name names the result file, out/<name>.json
 * @param args more arguments of Jest
 */
export async function runJest(root: string, name: string, args: readonly string[]): Promise<JestRun> {
  const file = join(root, 'out', `${name}.json`);
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(file, { force: true });
  const fixed = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--config',
    'jest.config.mjs',
    '--passWithNoTests',
    '--json',
    '--outputFile',
    file,
  ];
  const code = await speak(root, [...fixed, ...args]);
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestResults) : noResults;
  return { results, counts: countsOf(results, code === 0), ok: code === 0 };
}

/** Jest reports on its standard error; the JSON that goes to its standard output as well is of no use to a reader, nor is the list of what was asked for. */
function speak(root: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(workspaceNode(root), args, { cwd: root, env: stageEnvironment(root), stdio: ['ignore', 'ignore', 'pipe'] });
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!/^Ran all test suites|^Test results written to|^Running one project/.test(line)) console.log(line);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
