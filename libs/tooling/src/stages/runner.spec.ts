import { expect, test } from '@jest/globals';
import type { Stage, StageResult } from './stage.ts';
import { runStages } from './runner.ts';

const quiet = { started: () => undefined, ended: () => undefined };

/** Runs the stages with a fake that ends each one turn later, and tells what happened in which order. */
async function play(stages: readonly Stage[], failing: readonly string[] = []) {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const run = async ({ name }: Stage): Promise<StageResult> => {
    log.push(`+${name}`);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    log.push(`-${name}`);
    return { name, ok: !failing.includes(name), seconds: 0, output: '' };
  };
  return { results: await runStages(stages, run, quiet), log, most };
}

const stage = (name: string, ...after: string[]): Stage => ({ name, args: [], after });

test('two stages at a time, and each of them once', async () => {
  const { results, most, log } = await play(['a', 'b', 'c', 'd', 'e'].map((name) => stage(name)));
  expect(most).toBe(2);
  expect(results.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(log).toHaveLength(10);
});

test('a stage waits for what it names, and overtakes nobody it need not wait for', async () => {
  const { log } = await play([stage('print', 'build'), stage('build'), stage('lint')]);
  expect(log.indexOf('+print')).toBeGreaterThan(log.indexOf('-build'));
  expect(log.indexOf('+lint')).toBeLessThan(log.indexOf('+print'));
});

test('a failing stage stops nothing, not even what waits for it', async () => {
  const { results } = await play([stage('build'), stage('print', 'build')], ['build']);
  expect(results.map(({ name, ok }) => [name, ok])).toEqual([
    ['build', false],
    ['print', true],
  ]);
});

test('a stage that waits for one outside of the list does not wait', async () => {
  const { results } = await play([stage('print', 'build')]);
  expect(results).toHaveLength(1);
});

test('a circle is named, not waited for', async () => {
  await expect(play([stage('a', 'b'), stage('b', 'a')])).rejects.toThrow('a, b');
});
