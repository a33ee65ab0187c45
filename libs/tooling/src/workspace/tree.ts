// The files people wrote, as every check sees them. A check takes a tree, never the disk, so that a spec can hand it a planted one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceTree {
  readonly root: string;
  /** Paths relative to the root, with forward slashes, sorted. */
  readonly files: readonly string[];
  read(path: string): string;
}

const notWritten = new Set(['node_modules', 'dist', '.git', '.local', '.nx', '.swc', 'out', 'coverage', 'tmp']);

/** This repository: libs/tooling/src/workspace/tree.ts lies four folders deep. */
export const repositoryRoot = join(import.meta.dirname, '..', '..', '..', '..');

/** Reads the names now and each text once, when it is first asked for. */
export function loadTree(root: string): SourceTree {
  const texts = new Map<string, string>();
  return {
    root,
    files: list(root, ''),
    read(path) {
      const known = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
      texts.set(path, known);
      return known;
    },
  };
}

/** A tree that exists in memory only: for specs and for comparing what would be written. */
export function treeOf(contents: Readonly<Record<string, string>>, root = '/planted'): SourceTree {
  return {
    root,
    files: Object.keys(contents).sort(),
    read(path) {
      const text = contents[path];
      if (text === undefined) throw new Error(`No file ${path} in this tree`);
      return text;
    },
  };
}

export function readJson<T>(tree: SourceTree, path: string): T {
  return JSON.parse(tree.read(path)) as T;
}

function list(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return notWritten.has(entry.name) ? [] : list(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}
