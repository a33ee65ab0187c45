// What Nx calls a project: every folder with a package.json of its own under libs/, services/, and the gateway.
import type { SourceTree } from './tree.ts';
import { readJson } from './tree.ts';

export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
  readonly nx?: { readonly tags?: readonly string[] };
}

export interface Project {
  /** Package name: `@weilend/kernel`, `@weilend/finance-service`, `gateway`. */
  readonly name: string;
  /** Folder name, which is also what people say: `kernel`, `finance`, `gateway`. */
  readonly short: string;
  readonly dir: string;
  readonly kind: 'lib' | 'service' | 'gateway';
  readonly tags: readonly string[];
  readonly manifest: Manifest;
}

const manifestPath = /^(?:(libs|services)\/([^/]+)|(gateway))\/package\.json$/;

/** All projects of the tree, in path order. */
export function projectsOf(tree: SourceTree): Project[] {
  return tree.files.flatMap((path) => {
    const match = manifestPath.exec(path);
    return match ? [projectAt(tree, path, match)] : [];
  });
}

export function departmentsOf(tree: SourceTree): string[] {
  return projectsOf(tree)
    .filter(({ kind }) => kind === 'service')
    .map(({ short }) => short);
}

function projectAt(tree: SourceTree, path: string, match: RegExpExecArray): Project {
  const manifest = readJson<Manifest>(tree, path);
  const dir = path.slice(0, -'/package.json'.length);
  const group = match[1];
  return {
    name: manifest.name,
    short: match[2] ?? 'gateway',
    dir,
    kind: group === 'libs' ? 'lib' : group === 'services' ? 'service' : 'gateway',
    tags: [...(manifest.nx?.tags ?? []), ...tagsOfProjectJson(tree, `${dir}/project.json`)],
    manifest,
  };
}

function tagsOfProjectJson(tree: SourceTree, path: string): readonly string[] {
  if (!tree.files.includes(path)) return [];
  return readJson<{ tags?: string[] }>(tree, path).tags ?? [];
}
