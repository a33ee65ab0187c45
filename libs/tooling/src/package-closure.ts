// Which installed packages a service needs at run time: the closure of what its package.json asks for, found the way Node finds it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface PackageManifest {
  readonly name: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export interface Closure {
  /** Folder names of this workspace's own libraries: `kernel`, `mongo`. */
  readonly libraries: readonly string[];
  /** Paths of foreign packages relative to the root, e.g. `node_modules/graphql`, `node_modules/a/node_modules/b`. */
  readonly packages: readonly string[];
}

interface Need {
  readonly name: string;
  /** Whether its absence is an error: an optional dependency may be of another system, a peer may have been left to the user. */
  readonly required: boolean;
}

const OWN_SCOPE = '@weilend/';

/**
 * The closure of a project of this workspace. Development dependencies are left out everywhere.
 * @param project folder relative to `root`, e.g. `services/finance`
 * @throws Error naming every required package that is not installed.
 */
export function closureOf(root: string, project: string): Closure {
  const libraries = new Set<string>();
  const packages = new Set<string>();
  const missing: string[] = [];
  const visit = (folder: string) => {
    for (const { name, required } of needsOf(readManifest(folder))) {
      if (name.startsWith(OWN_SCOPE)) {
        const library = name.slice(OWN_SCOPE.length);
        if (libraries.has(library)) continue;
        libraries.add(library);
        visit(join(root, 'libs', library));
        continue;
      }
      const found = findInstalled(root, folder, name);
      if (found === undefined) {
        if (required) missing.push(`${name} (needed by ${relative(root, folder)})`);
      } else if (!packages.has(found)) {
        packages.add(found);
        visit(join(root, found));
      }
    }
  };
  visit(join(root, project));
  if (missing.length > 0) throw new Error(`not installed: ${missing.join(', ')}; run \`npm ci\``);
  return { libraries: [...libraries].sort(), packages: [...packages].sort() };
}

/** Dependencies, optional ones, and the peers that a package cannot work without. */
function needsOf(manifest: PackageManifest): Need[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [
    // npm lists optional packages among the dependencies as well.
    ...Object.keys(dependencies).map((name) => ({ name, required: !(name in optionalDependencies) })),
    ...[...Object.keys(optionalDependencies), ...peers].map((name) => ({ name, required: false })),
  ];
}

/** Node's own rule: `node_modules` of the folder, then of each folder above it, up to the root. */
function findInstalled(root: string, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return relative(root, candidate);
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}

function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
}
