// Two test files after each other in one worker, on the real configuration: neither may see what the other left, and a failure must be told.
import { spawnSync } from 'node:child_process';
import { afterAll, expect, jest, test } from '@jest/globals';
import { stageEnvironment, workspaceNode } from '../../stages/stage.ts';
import { plantWorkspace } from '../planted-workspace.ts';

jest.setTimeout(300_000);

const workspace = plantWorkspace();
afterAll(() => workspace.remove());

/** Leaves something in every place that outlives a file, and finds none of it. */
const leaving = `
import { expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import mongoose from 'mongoose';
import { kept } from './planted.js';

test('finds a clean place', () => {
  expect([kept.length, process.env['PLANTED'], 'planted' in globalThis, 'planted' in [], Date.now() > 1]).toEqual([0, undefined, false, false, true]);
  expect([mongoose.modelNames(), process.listenerCount('SIGUSR2'), 'planted' in Logger]).toEqual([[], 0, false]);
});

test('and leaves it dirty', () => {
  kept.push('here');
  process.env['PLANTED'] = 'here';
  Object.assign(globalThis, { planted: true });
  Object.assign(Array.prototype, { planted: true });
  Object.assign(Logger, { planted: true });
  mongoose.model('Planted', new mongoose.Schema({}));
  process.on('SIGUSR2', () => undefined);
  jest.spyOn(Date, 'now').mockReturnValue(1);
  jest.useFakeTimers();
});
`;

function run() {
  const args = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--runInBand', '--json'];
  const { status, stdout, stderr } = spawnSync(workspaceNode(workspace.root), [...args, '--testPathPatterns', 'kernel/src/planted'], {
    cwd: workspace.root,
    env: stageEnvironment(workspace.root),
    encoding: 'utf8',
  });
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(stdout) as { numPassedTests: number; numFailedTests: number };
  return { status, passed, failed, stderr };
}

test('a file finds nothing of what another one left, and a failing test fails the run', () => {
  workspace.plant('libs/kernel/src/planted.ts', 'export const kept: string[] = [];\n');
  workspace.plant('libs/kernel/src/planted-one.spec.ts', leaving);
  workspace.plant('libs/kernel/src/planted-other.spec.ts', leaving);
  const clean = run();
  expect([clean.status, clean.passed, clean.failed, clean.stderr]).toEqual([0, 4, 0, expect.any(String)]);

  const failing = "import { expect, test } from '@jest/globals';\ntest('fails', () => expect(1).toBe(2));\n";
  workspace.plant('libs/kernel/src/planted-failing.spec.ts', failing);
  const broken = run();
  expect([broken.status, broken.passed, broken.failed]).toEqual([1, 4, 1]);
  expect(broken.stderr).toContain('planted-failing.spec.ts');
});
