// The list of files that are allowed to be too long for now. It may only shrink: every entry is needed, none is added, no limit grows.
import type { Finding } from './finding.ts';
import { fail } from './finding.ts';

export interface SizeException {
  readonly path: string;
  /** Lines the file may have until it is split. */
  readonly lines: number;
  readonly reason: string;
}

export const exceptionsPath = 'libs/tooling/tidy-exceptions.json';
const id = 'exceptions';

/** Findings of the size rule that no exception covers. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly SizeException[],
  lines: (path: string) => number,
): Finding[] {
  const covered = new Map(exceptions.map((entry) => [entry.path, entry.lines]));
  return findings.filter(({ rule, path, level }) => rule !== 'sizes' || level === 'warn' || lines(path) > (covered.get(path) ?? 0));
}

/**
 * @param before the committed list; undefined when there is none yet
 * @param needed paths that fail the size rule by themselves
 */
export function judgeExceptions(
  now: readonly SizeException[],
  before: readonly SizeException[] | undefined,
  needed: ReadonlySet<string>,
): Finding[] {
  const limits = new Map(before?.map((entry) => [entry.path, entry.lines]));
  return now.flatMap(({ path, lines, reason }) => {
    const limit = limits.get(path);
    if (!needed.has(path)) return [fail(id, exceptionsPath, `${path} is no longer too long: remove its entry`)];
    if (reason.trim() === '') return [fail(id, exceptionsPath, `${path} has no reason`)];
    if (before && limit === undefined) return [fail(id, exceptionsPath, `${path} is new: the list may only shrink, split the file`)];
    if (limit !== undefined && lines > limit)
      return [fail(id, exceptionsPath, `${path}: ${lines} lines allowed, was ${limit}: the list may only shrink`)];
    return [];
  });
}
