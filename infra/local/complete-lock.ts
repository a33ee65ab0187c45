// `node infra/local/complete-lock.ts`, after `npm install`: writes the packages of other systems into package-lock.json.
// Why: a registry that does not carry the builds for other systems (a mirror, a closed network) makes npm leave them out of the lockfile,
// and `npm ci` then refuses that lockfile everywhere, because optional dependencies are missing from it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './binaries.ts';

export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly extraneous?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type LockPackages = Readonly<Record<string, LockEntry>>;

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The packages with an entry for every optional dependency, and without leftovers of earlier installations. Sorted as npm sorts them. */
export function completePackages(packages: LockPackages): LockPackages {
  const complete: Record<string, LockEntry> = Object.fromEntries(Object.entries(packages).filter(([, entry]) => !entry.extraneous));
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const absent = entryFor(name, range, entry);
      if (absent && findEntry(complete, path, name) === undefined) complete[`node_modules/${name}`] = absent;
    }
  }
  return Object.fromEntries(Object.entries(complete).sort(([one], [other]) => one.localeCompare(other, 'en')));
}

/** The entry of a build for one system, told by its name (`@swc/core-darwin-arm64`); undefined for other optional packages, which any registry has. */
function entryFor(name: string, range: string, parent: LockEntry): LockEntry | undefined {
  const words = name.split(/[-/]/);
  const system = words.find((word) => systems.includes(word));
  const processor = words.find((word) => processors.includes(word));
  if (!system || !processor || !/^\d+\.\d+\.\d+\S*$/.test(range)) return undefined;
  return { version: range, ...(parent.dev ? { dev: true } : {}), optional: true, os: [system], cpu: [processor] };
}

/** Looks where Node would: in the package itself, then in the folders above it. */
function findEntry(packages: LockPackages, from: string, name: string): LockEntry | undefined {
  const folders = [from];
  for (let at = from.lastIndexOf('/node_modules/'); at > 0; at = from.lastIndexOf('/node_modules/', at - 1))
    folders.push(from.slice(0, at));
  const paths = [...folders.filter((folder) => folder !== '').map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
  return paths.map((path) => packages[path]).find((entry) => entry !== undefined);
}

if (import.meta.main) {
  const path = join(repositoryRoot, 'package-lock.json');
  const lock = JSON.parse(await readFile(path, 'utf8')) as { packages: LockPackages };
  const packages = completePackages(lock.packages);
  const added = Object.keys(packages).filter((name) => !(name in lock.packages)).length;
  const removed = Object.keys(lock.packages).filter((name) => !(name in packages)).length;
  if (added + removed > 0) await writeFile(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  console.log(`package-lock.json: ${added} packages of other systems added, ${removed} leftovers removed`);
}
