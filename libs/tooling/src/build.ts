// Compiles the workspace's TypeScript to dist/ in one process: `node libs/tooling/src/build.ts [project folder ...]`, without folders everything.
// A compiled file carries the time stamp of its source; only files whose stamps differ are compiled again, so a second build costs a walk through the tree.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { type Options, transform, version as swcVersion } from '@swc/core';

export interface BuildOutcome {
  readonly projects: number;
  readonly compiled: number;
  readonly copied: number;
  readonly kept: number;
  readonly removed: number;
  /** One line per file that could not be compiled. */
  readonly failures: readonly string[];
}

interface Step {
  readonly source: string;
  readonly target: string;
  readonly kind: 'compile' | 'copy';
}

interface Compiler {
  readonly options: Options;
  /** Changes when the compiler or its options do: then everything is compiled again. */
  readonly stamp: string;
}

/** Test code is run from source and never from dist. */
const testFile = /\.(spec|int-spec|story|cases)\.ts$/;
const testFolder = /(^|\/)__cases__\//;
const STAMP_FILE = '.build-stamp';
const temporaryFile = /\.\d+\.tmp$/;
const ABANDONED_AFTER_MS = 600_000;

/** Folders of the projects that are built: libraries, services and the gateway, as far as they have sources. Tooling runs as it is. */
export async function buildableProjects(root: string): Promise<string[]> {
  const groups = await Promise.all(
    ['libs', 'services'].map(async (group) => (await readdir(join(root, group)).catch(() => [])).sort().map((name) => join(group, name))),
  );
  return [...groups.flat(), 'gateway'].filter((folder) => folder !== join('libs', 'tooling') && existsSync(join(root, folder, 'src')));
}

/** Builds the given project folders (relative to `root`). @throws Error when a folder is no project. */
export async function build(root: string, folders: readonly string[]): Promise<BuildOutcome> {
  const compiler = await readCompiler(root);
  const outcomes = [];
  for (const folder of folders) outcomes.push(await buildProject(join(root, folder), compiler));
  return {
    projects: folders.length,
    compiled: sum(outcomes, ({ compiled }) => compiled),
    copied: sum(outcomes, ({ copied }) => copied),
    kept: sum(outcomes, ({ kept }) => kept),
    removed: sum(outcomes, ({ removed }) => removed),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

const sum = (outcomes: readonly BuildOutcome[], part: (outcome: BuildOutcome) => number): number =>
  outcomes.reduce((total, outcome) => total + part(outcome), 0);

async function readCompiler(root: string): Promise<Compiler> {
  const text = await readFile(join(root, '.swcrc'), 'utf8');
  const { $schema: _, ...options } = JSON.parse(text) as Options & { $schema?: string };
  const own = await readFile(import.meta.filename, 'utf8');
  return {
    options: { ...options, swcrc: false, configFile: false },
    stamp: createHash('sha256').update(`${swcVersion}\n${text}\n${own}`).digest('hex'),
  };
}

async function buildProject(project: string, compiler: Compiler): Promise<BuildOutcome> {
  const source = join(project, 'src');
  const dist = join(project, 'dist');
  if (!existsSync(source)) throw new Error(`${project} has no src folder: it is not a project that can be built`);
  const stampFile = join(dist, STAMP_FILE);
  const fresh = (await readFile(stampFile, 'utf8').catch(() => '')) === compiler.stamp;
  const steps = planSteps(await filesIn(source)).map((step) => ({
    ...step,
    source: join(source, step.source),
    target: join(dist, step.target),
  }));
  const orphans = await orphansIn(dist, new Set([...steps.map(({ target }) => target), stampFile]));
  for (const orphan of orphans) await rm(orphan, { force: true });
  const counts = { compile: 0, copy: 0, kept: 0 };
  const failures: string[] = [];
  await inParallel(steps, async (step) => {
    try {
      counts[await runStep(step, compiler.options, fresh)] += 1;
    } catch (thrown) {
      failures.push(`${step.source}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  });
  if (failures.length === 0 && steps.length > 0) await replaceFile(stampFile, compiler.stamp);
  return { projects: 1, compiled: counts.compile, copied: counts.copy, kept: counts.kept, removed: orphans.length, failures };
}

/** Files of dist without a source. A build that runs at the same time is left its half-written files. */
async function orphansIn(dist: string, wanted: ReadonlySet<string>): Promise<string[]> {
  const orphans: string[] = [];
  for (const path of (await filesIn(dist)).map((name) => join(dist, name))) {
    if (wanted.has(path)) continue;
    const half = temporaryFile.test(path) && Date.now() - ((await stat(path).catch(() => undefined))?.ctimeMs ?? 0) < ABANDONED_AFTER_MS;
    if (!half) orphans.push(path);
  }
  return orphans;
}

/** What becomes of each file of `src`, by its path relative to it. Exported for its table of cases. */
export function planSteps(paths: readonly string[]): Step[] {
  return paths.flatMap((path): Step[] => {
    if (testFile.test(path) || testFolder.test(path) || path.endsWith('.d.ts')) return [];
    if (path.endsWith('.ts')) return [{ source: path, target: `${path.slice(0, -'.ts'.length)}.js`, kind: 'compile' }];
    return [{ source: path, target: path, kind: 'copy' }];
  });
}

async function runStep(step: Step, options: Options, fresh: boolean): Promise<'compile' | 'copy' | 'kept'> {
  const { mtime } = await stat(step.source);
  // Equal, not newer: a file that was put back from an older copy must be compiled, too.
  if (fresh && (await stat(step.target).catch(() => undefined))?.mtime.getTime() === mtime.getTime()) return 'kept';
  await mkdir(dirname(step.target), { recursive: true });
  const temporary = `${step.target}.${process.pid}.tmp`;
  if (step.kind === 'copy') await copyFile(step.source, temporary);
  else await writeFile(temporary, await compile(step, options));
  await utimes(temporary, mtime, mtime);
  await rename(temporary, step.target);
  return step.kind;
}

async function compile(step: Step, options: Options): Promise<string> {
  const text = await readFile(step.source, 'utf8');
  const { code } = await transform(text, {
    ...options,
    filename: step.source,
    // The name in the source map is relative to the compiled file, so that stack traces hold on every machine.
    sourceFileName: relative(dirname(step.target), step.source),
  });
  return code;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.${process.pid}.tmp`, text);
  await rename(`${path}.${process.pid}.tmp`, path);
}

/** SWC works in threads of its own: a few files under way keep them busy. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const workers = Array.from({ length: availableParallelism() * 4 }, async () => {
    for (const item of queue) await work(item);
  });
  await Promise.all(workers);
}

async function main(args: readonly string[]): Promise<number> {
  const root = resolve(import.meta.dirname, '../../..');
  const folders = args.length > 0 ? args.map((folder) => relative(root, resolve(folder))) : await buildableProjects(root);
  const started = performance.now();
  const outcome = await build(root, folders);
  const { projects, compiled, copied, kept, removed, failures } = outcome;
  for (const failure of failures) console.error(failure);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `built ${projects} projects in ${seconds} s: ${compiled} compiled, ${copied} copied, ${kept} up to date, ${removed} removed, ${failures.length} failed`,
  );
  return failures.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
