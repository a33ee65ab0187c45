// `npm run package -- SERVICE [target folder]`: one service (or the gateway) as a folder that starts by itself: its own code, the libraries it needs,
// and the production packages they need, nothing else. This folder is what a container image holds.
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from './build.ts';
import { closureOf } from './package-closure.ts';

interface WorkspaceManifest {
  readonly name: string;
  readonly version: string;
  readonly main?: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly files?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
}

export interface PackagedService {
  readonly folder: string;
  readonly packages: number;
  readonly libraries: readonly string[];
  readonly bytes: number;
}

/** Files of foreign packages that only compilers and debuggers read. */
const uselessAtRunTime = /\.(d\.[cm]?ts|map|tsbuildinfo)$/;

/** Names that can be packaged: the folders of services/, and `gateway`. */
export async function packageableNames(root: string): Promise<string[]> {
  const services = await readdir(join(root, 'services')).catch(() => []);
  return [...services.filter((name) => existsSync(join(root, 'services', name, 'package.json'))).sort(), 'gateway'];
}

/**
 * Builds and packages. What stood in the target folder is replaced.
 * @throws Error when there is no such service, it does not compile, or a package is not installed.
 */
export async function packageService(root: string, name: string, target = join(root, 'out', name)): Promise<PackagedService> {
  const names = await packageableNames(root);
  if (!names.includes(name)) throw new Error(`there is no service called ${name || '(nothing)'}: choose one of ${names.join(', ')}`);
  const project = name === 'gateway' ? name : join('services', name);
  const closure = closureOf(root, project);
  await buildAll(root, [project, ...closure.libraries.map((library) => join('libs', library))]);
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, 'node_modules'), { recursive: true });
  await copyProject(join(root, project), target, name);
  for (const library of closure.libraries)
    await copyLibrary(join(root, 'libs', library), join(target, 'node_modules', '@weilend', library));
  for (const path of closure.packages) await copyPackage(join(root, path), join(target, path));
  return { folder: target, packages: closure.packages.length, libraries: closure.libraries, bytes: await bytesIn(target) };
}

async function buildAll(root: string, projects: readonly string[]): Promise<void> {
  const { failures } = await build(root, projects);
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

async function copyProject(project: string, target: string, name: string): Promise<void> {
  const manifest = await readManifest(project);
  const entry = manifest.main ?? 'dist/main.js';
  if (!existsSync(join(project, entry))) throw new Error(`${project} has no ${entry}: nothing to start`);
  const example = join(project, '.env.example');
  if (!existsSync(example)) throw new Error(`${example} is missing: run \`npm run print\``);
  await copyFile(example, join(target, '.env.example'));
  await copyOutput(project, target);
  if (name === 'gateway') await copyFile(join(project, 'supergraph.graphql'), join(target, 'supergraph.graphql'));
  await writeManifest(target, {
    name: manifest.name,
    version: manifest.version,
    private: true,
    type: 'module',
    main: entry,
    engines: { node: '>=24' },
    scripts: { start: `node ${entry}` },
  });
}

async function copyLibrary(library: string, target: string): Promise<void> {
  const manifest = await readManifest(library);
  await mkdir(target, { recursive: true });
  await copyOutput(library, target);
  // Without the condition that leads to the sources, which are not here.
  const exports = Object.fromEntries(
    Object.entries(manifest.exports ?? {}).map(([path, leads]) => [path, typeof leads === 'string' ? leads : leads.default]),
  );
  await writeManifest(target, { name: manifest.name, version: manifest.version, private: true, type: 'module', exports });
  for (const file of manifest.files ?? []) await cp(join(library, file), join(target, file), { recursive: true });
}

/** dist, without the marks that the builder leaves for itself. */
function copyOutput(project: string, target: string): Promise<void> {
  return cp(join(project, 'dist'), join(target, 'dist'), {
    recursive: true,
    filter: (path) => !basename(path).startsWith('.build-') && !path.endsWith('.tmp'),
  });
}

/** One package without those nested in it: they are copied when something needs them. */
async function copyPackage(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const nested = join(source, 'node_modules');
  await cp(source, target, { recursive: true, dereference: true, filter: (path) => path !== nested && !uselessAtRunTime.test(path) });
}

async function readManifest(folder: string): Promise<WorkspaceManifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as WorkspaceManifest;
}

async function writeManifest(folder: string, manifest: object): Promise<void> {
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

if (import.meta.main) {
  const [name = '', target] = process.argv.slice(2);
  try {
    const { folder, packages, libraries, bytes } = await packageService(
      resolve(import.meta.dirname, '../../..'),
      name,
      target && resolve(target),
    );
    console.log(
      `${folder}: ${(bytes / 1024 ** 2).toFixed(1)} MB, ${packages} packages, ${libraries.length} libraries (${libraries.join(', ')})`,
    );
  } catch (thrown) {
    console.error(`Nothing was packaged: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    process.exitCode = 1;
  }
}
