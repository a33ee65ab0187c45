import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isAlive, markOf, type ProcessMark } from './processes.ts';
import { endLeftovers, findRunning, leaveHome, type RunFile, stopOrder, takeHome, writeRunFile } from './run-file.ts';
import { readSettings } from './settings.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

const { ports } = readSettings({}, '/repo');
const runOf = (processes: Record<string, ProcessMark>, pid = process.pid): RunFile => ({
  pid,
  state: 'ready',
  gatewayUrl: 'http://127.0.0.1:4000',
  ports,
  processes,
});

/** A process that lives until it is told to end, or refuses even that. */
async function sleeper(stubborn = false): Promise<ProcessMark> {
  const script = `${stubborn ? "process.on('SIGTERM', () => {});" : ''} process.stdout.write('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--eval', script], { stdio: ['ignore', 'pipe', 'ignore'], env: {} });
  await once(child.stdout, 'data');
  const mark = await markOf(child.pid ?? 0);
  if (!mark) throw new Error('the sleeper did not start');
  return mark;
}

describe('which process is which', () => {
  test('this one lives; with another start it is not this one', async () => {
    const mark = await markOf(process.pid);
    expect(mark).toBeDefined();
    expect(await isAlive(mark as ProcessMark)).toBe(true);
    expect(await isAlive({ pid: process.pid, startedMark: 'before the reboot' })).toBe(false);
  });

  test.each([0, -1, 1.5, Number.NaN, 4_194_303])('%d is nobody', async (pid) => {
    expect(await markOf(pid)).toBeUndefined();
  });
});

describe('one system in a data folder', () => {
  test('a second one is told where the first one is', async () => {
    const home = await temporaryFolder();
    await takeHome(home);
    await writeRunFile(home, runOf({}));
    await expect(takeHome(home)).rejects.toThrow(`Weilend already runs at http://127.0.0.1:4000 (process ${process.pid})`);
    expect(await findRunning(home)).toMatchObject({ pid: process.pid, state: 'ready' });
  });

  test('after it has left, the folder is free', async () => {
    const home = await temporaryFolder();
    await takeHome(home);
    await writeRunFile(home, runOf({}));
    await leaveHome(home);
    expect(await findRunning(home)).toBeUndefined();
    await expect(takeHome(home)).resolves.toBeUndefined();
  });

  test.each([
    ['of a process that is gone', JSON.stringify({ pid: 4_194_303, startedMark: 'x' })],
    ['of a process whose id was given to another', JSON.stringify({ pid: process.pid, startedMark: 'x' })],
    ['half written', '{"pid":'],
    ['empty', ''],
  ])('a lock %s keeps nobody out', async (_, text) => {
    const home = await temporaryFolder();
    await writeFile(join(home, 'lock'), text);
    await writeRunFile(home, runOf({}));
    expect(await findRunning(home)).toBeUndefined();
    await takeHome(home);
    expect(JSON.parse(await readFile(join(home, 'lock'), 'utf8'))).toEqual(await markOf(process.pid));
  });

  test('a run file of another holder is nobody’s', async () => {
    const home = await temporaryFolder();
    await takeHome(home);
    await writeRunFile(home, runOf({}, process.pid + 1));
    expect(await findRunning(home)).toBeUndefined();
  });
});

describe('what a start that was killed left behind', () => {
  test('is ended, politely first and by force where needed; strangers with the same id are left alone', async () => {
    const home = await temporaryFolder();
    const [polite, other] = [await sleeper(), await sleeper()];
    const stranger = { pid: other.pid, startedMark: 'not this one' };
    await writeRunFile(home, runOf({ mongod: polite, sales: stranger, gone: { pid: 4_194_303, startedMark: 'x' } }));
    expect(await endLeftovers(home)).toEqual(['mongod']);
    expect(await isAlive(polite)).toBe(false);
    expect(await isAlive(other)).toBe(true);
    expect(existsSync(join(home, 'run.json'))).toBe(false);
    process.kill(other.pid, 'SIGKILL');
  });

  test('nothing was left: nothing happens', async () => {
    expect(await endLeftovers(await temporaryFolder())).toEqual([]);
  });

  test.each([
    [
      ['mongod', 'redis', 'sales', 'gateway', 'hr'],
      ['gateway', 'sales', 'hr', 'redis', 'mongod'],
    ],
    [
      ['redis', 'mongod'],
      ['redis', 'mongod'],
    ],
    [[], []],
  ])('in the order of a stop: %j', (names, order) => {
    expect(stopOrder(names)).toEqual(order);
  });
});
