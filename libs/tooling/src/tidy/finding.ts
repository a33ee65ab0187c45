// What a tidy rule says and how it is asked. A rule is a pure function of the tree; the runner decides what a finding costs.
import type { SourceTree } from '../workspace/tree.ts';

export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  /** 1-based; left out when the file as a whole is meant. */
  readonly line?: number;
  /** A warning is shown and costs nothing. */
  readonly level: 'warn' | 'fail';
}

export interface TidyRule {
  readonly id: string;
  /** What the rule keeps true, in one sentence: printed with its findings. */
  readonly keeps: string;
  check(tree: SourceTree): readonly Finding[];
}

/** A failing finding of `rule`. */
export function fail(rule: string, path: string, message: string, line?: number): Finding {
  return { rule, path, message, level: 'fail', ...(line === undefined ? {} : { line }) };
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Every match of a pattern as a failing finding, with its line. */
export function failEach(
  rule: string,
  path: string,
  text: string,
  search: { readonly pattern: RegExp; readonly message: (match: string) => string },
): Finding[] {
  return [...text.matchAll(search.pattern)].map((match) => fail(rule, path, search.message(match[0]), lineAt(text, match.index)));
}
