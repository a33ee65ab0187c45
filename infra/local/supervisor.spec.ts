import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isAlive, type ProcessMark } from './processes.ts';
import { lastWords, nextDelayMs, type ProcessSpec, type Supervised, supervise } from './supervisor.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const alive: Supervised[] = [];

afterAll(async () => {
  alive.forEach((process) => process.kill());
  await removeTemporaryFolders();
});

describe('how long to wait before the next start', () => {
  test.each([
    [0, 10, 500],
    [500, 10, 1_000],
    [1_000, 59_999, 2_000],
    [16_000, 10, 30_000],
    [30_000, 10, 30_000],
    [30_000, 60_000, 500],
    [500, 3_600_000, 500],
  ])('waited %d ms before, lived %d ms: %d ms', (previous, lived, expected) => {
    expect(nextDelayMs(previous, lived)).toBe(expected);
  });
});

test.each([
  [
    ['one', 'Error: Cannot find module x', '    at resolve (node:internal:1:2)', "  code: 'ERR_MODULE_NOT_FOUND'", '}', 'Node.js v24.21.0'],
    ['one', 'Error: Cannot find module x', "  code: 'ERR_MODULE_NOT_FOUND'"],
  ],
  [Array.from({ length: 30 }, (_, index) => `line ${index}`), Array.from({ length: 10 }, (_, index) => `line ${index + 20}`)],
  [['x'.repeat(5_000)], ['x'.repeat(300)]],
  [['    at a (b:1:2)'], []],
  [[], []],
])('of a log only what says something is shown (%#)', (lines, shown) => {
  expect(lastWords(lines)).toEqual(shown);
});

interface Watched {
  readonly process: Supervised;
  readonly folder: string;
  readonly said: string[];
  readonly marks: ProcessMark[];
  /** Resolves at the next line that fits. */
  heard(pattern: RegExp): Promise<string>;
}

/** Supervises a script; `{ready}` in it is a file that the script writes to say that it is ready. */
async function watch(script: string, change: Partial<ProcessSpec> = {}): Promise<Watched> {
  const folder = await temporaryFolder();
  const said: string[] = [];
  const marks: ProcessMark[] = [];
  const listeners = new Set<(line: string) => void>();
  const readyFile = join(folder, 'ready');
  const spec: ProcessSpec = {
    name: 'finance',
    command: process.execPath,
    args: ['--eval', script.replaceAll('{ready}', readyFile)],
    env: { GREETING: 'hello' },
    cwd: folder,
    logPath: join(folder, 'logs', 'finance.log'),
    ready: async () => existsSync(readyFile),
    graceMs: 5_000,
    firstDelayMs: 10,
    ...change,
  };
  const events = {
    say: (line: string) => {
      said.push(line);
      listeners.forEach((listener) => listener(line));
    },
    changed: (_: string, mark: ProcessMark | undefined) => {
      if (mark) marks.push(mark);
    },
  };
  const supervised = supervise(spec, events);
  alive.push(supervised);
  const heard = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const before = said.find((line) => pattern.test(line));
      if (before) resolve(before);
      else listeners.add((line) => pattern.test(line) && resolve(line));
    });
  return { process: supervised, folder, said, marks, heard };
}

// Says hello before it says ready: whoever waits for the second may look for the first.
const READY =
  "console.log(process.env.GREETING); require('node:fs').writeFileSync('{ready}', String(process.pid)); setInterval(() => {}, 1000);";

describe('a process', () => {
  test('is ready when it says so, writes its log, and is gone after a stop without a word', async () => {
    const { process: finance, folder, said, marks } = await watch(READY);
    await finance.untilReady(20_000);
    await finance.stop();
    expect(await readFile(join(folder, 'logs', 'finance.log'), 'utf8')).toContain('hello');
    expect(said).toEqual([]);
    for (const mark of marks) expect(await isAlive(mark)).toBe(false);
  });

  test('that dies is started again, and its death is told', async () => {
    const once = `const fs = require('node:fs'); if (!fs.existsSync('{ready}.once')) { fs.writeFileSync('{ready}.once', ''); process.exit(3); } ${READY}`;
    const { process: finance, said } = await watch(once);
    await finance.untilReady(20_000);
    expect(said).toEqual([
      expect.stringMatching(/^finance stopped by itself \(code 3\): started again in 0\.01 s, its log is .*finance\.log$/),
    ]);
    await finance.stop();
  });

  test('that is killed from outside after it was ready comes back as another process', async () => {
    const { process: finance, folder, heard } = await watch(READY);
    await finance.untilReady(20_000);
    const pid = Number(await readFile(join(folder, 'ready'), 'utf8'));
    await writeFile(join(folder, 'ready'), '');
    process.kill(pid, 'SIGKILL');
    await heard(/SIGKILL/);
    await finance.untilReady(20_000);
    await expect(readFile(join(folder, 'ready'), 'utf8')).resolves.not.toBe(String(pid));
    await finance.stop();
  });

  test('that keeps dying is given up with its last words', async () => {
    const { process: finance } = await watch("console.error('PORT: required but not set'); process.exit(1);");
    await expect(finance.untilReady(60_000)).rejects.toThrow(
      /^finance stopped 4 times while starting: see .*finance\.log, which ends with:\n {2}PORT: required but not set/,
    );
    await finance.stop();
  });

  test('whose last words are known is explained instead', async () => {
    const change = { explain: async (words: string) => (words.includes('in use') ? 'its port is taken' : undefined) };
    const { process: finance } = await watch("console.error('address in use'); process.exit(1);", change);
    await expect(finance.untilReady(60_000)).rejects.toThrow(/^finance stopped 4 times while starting: its port is taken\.$/);
    await finance.stop();
  });

  test('whose program does not exist is given up, too', async () => {
    const { process: finance, said } = await watch('', { command: '/no/such/program' });
    await expect(finance.untilReady(60_000)).rejects.toThrow('finance stopped 4 times');
    expect(said[0]).toContain('ENOENT');
    await finance.stop();
  });

  test('that never gets ready is given up at its limit', async () => {
    const { process: finance } = await watch('setInterval(() => {}, 1000);');
    await expect(finance.untilReady(300)).rejects.toThrow('finance was not ready after 0 s');
    await finance.stop();
  });

  test('that will not stop is ended by force, and that is told', async () => {
    const { process: finance, said } = await watch(`process.on('SIGTERM', () => {}); ${READY}`, { graceMs: 200 });
    await finance.untilReady(20_000);
    await finance.stop();
    expect(said).toEqual(['finance did not stop in 0.2 s and is ended by force']);
  });

  test('waiting for it ends when the start is aborted', async () => {
    const { process: finance } = await watch('setInterval(() => {}, 1000);');
    const abort = new AbortController();
    const waiting = finance.untilReady(60_000, abort.signal);
    abort.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    await finance.stop();
  });

  test('a stop during the pause before a new start leaves nothing behind', async () => {
    const { process: finance, marks, heard } = await watch('process.exit(5);');
    await heard(/code 5/);
    await finance.stop();
    for (const mark of marks) expect(await isAlive(mark)).toBe(false);
  });
});
