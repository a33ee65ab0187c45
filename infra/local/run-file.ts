// Who runs in a data folder: `lock` keeps a second start out, `run.json` says where the running one answers and which processes belong to it,
// so that a start after `kill -9` can end what was left behind.
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, Problem } from './problem.ts';
import { endProcess, isAlive, markOf, type ProcessMark } from './processes.ts';
import type { StackPorts } from './settings.ts';

export interface RunFile {
  /** The supervisor. */
  readonly pid: number;
  readonly state: 'starting' | 'ready';
  readonly gatewayUrl: string;
  readonly ports: StackPorts;
  readonly processes: Readonly<Record<string, ProcessMark>>;
}

const GRACE_MS = 20_000;

/** Takes the data folder for this process. @throws Problem when another living process holds it. */
export async function takeHome(home: string): Promise<void> {
  const path = join(home, 'lock');
  const own = await markOf(process.pid);
  for (;;) {
    if (await createFile(path, JSON.stringify(own))) return;
    const holder = await readJson<ProcessMark>(path);
    if (holder && (await isAlive(holder))) throw new Problem(await alreadyRuns(home, holder.pid));
    await rm(path, { force: true });
  }
}

export async function leaveHome(home: string): Promise<void> {
  await rm(join(home, 'run.json'), { force: true });
  await rm(join(home, 'lock'), { force: true });
}

export async function writeRunFile(home: string, run: RunFile): Promise<void> {
  const path = join(home, 'run.json');
  await writeFile(`${path}.new`, `${JSON.stringify(run, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

/** The running system of a data folder, or undefined when none runs (a file left by a crash counts as none). */
export async function findRunning(home: string): Promise<RunFile | undefined> {
  const run = await readJson<RunFile>(join(home, 'run.json'));
  const holder = await readJson<ProcessMark>(join(home, 'lock'));
  return run && holder && run.pid === holder.pid && (await isAlive(holder)) ? run : undefined;
}

/** Ends what a start that died left behind, in the order of a stop. @returns the names of what was still alive. */
export async function endLeftovers(home: string): Promise<string[]> {
  const run = await readJson<RunFile>(join(home, 'run.json'));
  const left: string[] = [];
  for (const name of stopOrder(Object.keys(run?.processes ?? {}))) {
    const mark = run?.processes[name];
    if (!mark || !(await isAlive(mark))) continue;
    left.push(name);
    await endProcess(mark, GRACE_MS);
  }
  await rm(join(home, 'run.json'), { force: true });
  return left;
}

/** Whoever takes orders stops first, whoever keeps data last. */
export function stopOrder(names: readonly string[]): string[] {
  const rank = (name: string) => ['gateway', '', 'redis', 'mongod'].indexOf(['gateway', 'redis', 'mongod'].includes(name) ? name : '');
  return [...names].sort((one, other) => rank(one) - rank(other));
}

async function alreadyRuns(home: string, pid: number): Promise<string> {
  const run = await readJson<RunFile>(join(home, 'run.json'));
  const where = run ? ` at ${run.gatewayUrl}` : '';
  return `Weilend already runs${where} (process ${pid}) with the data in ${home}: use that one, stop it with Ctrl-C in its terminal or \`kill ${pid}\`, or run a second copy with WEILEND_HOME, GATEWAY_PORT, SERVICE_PORT_BASE, MONGODB_PORT and REDIS_PORT set.`;
}

/** Creates the file with its text in one step, so that nobody ever reads half of it. False when it exists. */
async function createFile(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
