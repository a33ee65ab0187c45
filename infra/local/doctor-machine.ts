// The doctor's questions to the machine and to the repository; they need nothing running.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findServer } from './binaries.ts';
import { type Finding, judge } from './finding.ts';
import { busyComplaint, busyPorts, diskComplaint, freeBytes } from './preflight.ts';
import type { RunFile } from './run-file.ts';
import { mongodKind, redisKind, type ServerKind } from './server-kinds.ts';
import { portsToTake, type Settings } from './settings.ts';

const WANTED_NODE_MAJOR = 24;

export async function checkMachine(settings: Settings, run: RunFile | undefined): Promise<Finding[]> {
  const folder = existsSync(settings.home) ? settings.home : settings.root;
  const free = await freeBytes(folder);
  const gigabytes = `${(free / 1024 ** 3).toFixed(1)} GB free for ${settings.home}`;
  return [
    checkNode(process.versions.node),
    judge('disk', diskComplaint(folder, free) === undefined, gigabytes, 'free some space, or set WEILEND_HOME'),
    await checkPorts(settings, run),
  ];
}

export function checkNode(version: string): Finding {
  const well = Number(version.split('.')[0]) === WANTED_NODE_MAJOR;
  return judge(
    'Node',
    well,
    version,
    `the project's own Node is ${WANTED_NODE_MAJOR}: run the doctor with \`npm run doctor\`, after \`npm ci\``,
  );
}

async function checkPorts(settings: Settings, run: RunFile | undefined): Promise<Finding> {
  if (run) return { check: 'ports', detail: `in use by the running system (process ${run.pid})` };
  const ports = portsToTake(settings);
  const busy = await busyPorts(ports);
  const numbers = ports.map(({ port }) => port).sort((one, other) => one - other);
  const detail = busy.length === 0 ? `free: ${numbers.join(' ')}` : `taken: ${busy.map(({ port }) => port).join(' ')}`;
  return judge('ports', busy.length === 0, detail, busy.length === 0 ? '' : busyComplaint(busy));
}

/** Two copies of one of these cannot work together: their classes are not each other's. */
export async function checkCopies(root: string): Promise<Finding[]> {
  const text = await readFile(join(root, 'node_modules', '.package-lock.json'), 'utf8').catch(() => '');
  return ['mongodb', 'graphql'].map((name) => checkOneCopy(name, text));
}

/** Looks for copies in npm's own list of what is installed. */
export function checkOneCopy(name: string, installedLock: string): Finding {
  const check = `one copy of ${name}`;
  try {
    const { packages } = JSON.parse(installedLock) as { packages: Record<string, { version?: string }> };
    const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    const detail = copies.map(([path, entry]) => `${path} ${entry.version ?? ''}`).join(', ') || 'none';
    return judge(
      check,
      copies.length === 1,
      detail,
      'keep the version in `overrides` of package.json, then run `npm install` and `npm dedupe`',
    );
  } catch {
    return { check, detail: 'node_modules is not complete', mend: 'run `npm ci`' };
  }
}

export async function checkSupergraph(root: string): Promise<Finding> {
  const text = await readFile(join(root, 'gateway', 'supergraph.graphql'), 'utf8').catch(() => '');
  const mend = 'run `npm run print`';
  if (text === '') return { check: 'supergraph', detail: 'gateway/supergraph.graphql is missing', mend };
  const subgraphs = [...text.matchAll(/@join__graph\(\s*name:\s*"([^"]+)"/g)].map((match) => match[1]);
  return judge('supergraph', subgraphs.length > 0, `${subgraphs.length} subgraphs: ${subgraphs.join(' ')}`, mend);
}

/** Which servers a start would use. */
export async function checkServersAtHand(settings: Settings): Promise<Finding[]> {
  return [
    { check: 'system', detail: 'not running (`npm start` starts it)' },
    await checkServerAtHand(mongodKind, settings.mongodbUri !== undefined),
    await checkServerAtHand(redisKind, settings.redisUrl !== undefined),
  ];
}

async function checkServerAtHand(kind: ServerKind, elsewhere: boolean): Promise<Finding> {
  if (elsewhere) return { check: kind.title, detail: `the one of ${kind.addressVariable}` };
  const refused: string[] = [];
  const path = await findServer(kind, { say: (line) => refused.push(line) });
  if (path) return { check: kind.title, detail: path };
  return { check: kind.title, detail: [...refused, 'none here yet, `npm start` fetches one'].join('; ') };
}
