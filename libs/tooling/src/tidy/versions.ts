import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../workspace/projects.ts';
import { projectsOf } from '../workspace/projects.ts';
import type { SourceTree } from '../workspace/tree.ts';
import { readJson } from '../workspace/tree.ts';
import type { Finding, TidyRule } from './finding.ts';
import { fail } from './finding.ts';

interface Declared {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

const pinnedId = 'pinned-versions';
const singleId = 'single-versions';
const copiesId = 'single-copies';
/** A version, or another package of a version under this name. */
const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
/** Two copies of these in one process do not recognise each other's objects. */
const oneCopyOnly = ['graphql', 'mongodb', 'mongoose', 'bson', '@nestjs/core', '@nestjs/common'];

export const pinnedVersions: TidyRule = {
  id: pinnedId,
  keeps: 'every dependency is pinned to one exact version',
  check: (tree) =>
    declaredIn(tree)
      .filter(({ version }) => !exact.test(version))
      .map(({ name, version, path }) => fail(pinnedId, path, `${name}: "${version}" is not an exact version`)),
};

export const singleVersions: TidyRule = {
  id: singleId,
  keeps: 'one version of a dependency in the whole workspace',
  check: (tree) => [...Map.groupBy(declaredIn(tree), ({ name }) => name)].flatMap(([name, uses]) => judgeUses(name, uses)),
};

export const singleCopies: TidyRule = {
  id: copiesId,
  keeps: `one copy only of ${oneCopyOnly.join(', ')}`,
  check: (tree) => ['package-lock.json', 'node_modules/.package-lock.json'].flatMap((path) => judgeCopies(path, lockOf(tree, path))),
};

function declaredIn(tree: SourceTree): Declared[] {
  const root = tree.files.includes('package.json') ? [{ path: 'package.json', manifest: readJson<Manifest>(tree, 'package.json') }] : [];
  const projects = projectsOf(tree).map(({ dir, manifest }) => ({ path: `${dir}/package.json`, manifest }));
  return [...root, ...projects].flatMap(({ path, manifest }) =>
    [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies, manifest.optionalDependencies]
      .flatMap((group) => Object.entries(group ?? {}))
      .map(([name, version]) => ({ name, version, path })),
  );
}

function judgeUses(name: string, uses: readonly Declared[]): Finding[] {
  const [first] = uses;
  const other = uses.find(({ version }) => version !== first?.version);
  return first && other ? [fail(singleId, other.path, `${name} ${other.version}, but ${first.version} in ${first.path}`)] : [];
}

interface Lock {
  readonly packages?: Readonly<Record<string, { readonly version?: string; readonly link?: boolean }>>;
}

/** The second lock is npm's note of what really lies on the disk; it exists only after an installation and only on a real tree. */
function lockOf(tree: SourceTree, path: string): Lock {
  if (tree.files.includes(path)) return readJson<Lock>(tree, path);
  const onDisk = join(tree.root, path);
  return existsSync(onDisk) ? (JSON.parse(readFileSync(onDisk, 'utf8')) as Lock) : {};
}

function judgeCopies(path: string, lock: Lock): Finding[] {
  const places = Object.keys(lock.packages ?? {});
  return oneCopyOnly.flatMap((name) => {
    const copies = places.filter((place) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`));
    return copies.length > 1 ? [fail(copiesId, path, `${copies.length} copies of ${name}: ${copies.join(', ')} (use root overrides)`)] : [];
  });
}
