// Files that are printed, checked in and never edited: compare them with what would be printed now, or write them.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Generated {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

export interface Stale {
  readonly path: string;
  readonly why: 'missing' | 'differs' | 'nothing prints it any more';
}

/** Folders in which every file is printed: what nobody prints any more is stale, too. */
export const ownedFolders: readonly string[] = ['libs/contracts/schemas', 'docs/generated'];

/** What on the disk is not what would be printed. */
export function findStale(root: string, generated: readonly Generated[], owned: readonly string[] = ownedFolders): Stale[] {
  const wrong = generated.flatMap(({ path, text }): Stale[] => {
    const file = join(root, path);
    if (!existsSync(file)) return [{ path, why: 'missing' }];
    return readFileSync(file, 'utf8') === text ? [] : [{ path, why: 'differs' }];
  });
  const printed = new Set(generated.map(({ path }) => path));
  const orphans = owned.flatMap((folder) => filesIn(root, folder)).filter((path) => !printed.has(path));
  return [...wrong, ...orphans.map((path): Stale => ({ path, why: 'nothing prints it any more' }))];
}

/** Writes what is stale and removes what nobody prints any more. */
export function refresh(root: string, generated: readonly Generated[], stale: readonly Stale[]): void {
  const texts = new Map(generated.map(({ path, text }) => [path, text]));
  for (const { path } of stale) {
    const text = texts.get(path);
    const file = join(root, path);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}
