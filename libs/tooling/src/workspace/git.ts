// What git knows, asked without a shell. Everything here answers undefined or an empty list where there is no repository or no commit yet.
import { spawnSync } from 'node:child_process';

/** Output of a git command, or undefined when git fails. */
export function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return status === 0 ? stdout : undefined;
}

/** Text of a file at a commit; undefined when the commit or the file does not exist. */
export function committed(root: string, ref: string, path: string): string | undefined {
  return git(root, 'show', `${ref}:${path}`);
}

/** Files that differ from `base` (or from the index and HEAD when it is left out), untracked ones included. */
export function changedFiles(root: string, base = 'HEAD'): string[] {
  const names = [git(root, 'diff', '--name-only', '--diff-filter=d', base), git(root, 'ls-files', '--others', '--exclude-standard')];
  return [...new Set(names.flatMap((text) => (text ?? '').split('\n')))].filter((name) => name !== '').sort();
}
