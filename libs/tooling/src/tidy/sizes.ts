import { sizeLimits } from '../house/sizes.ts';
import { isCode } from '../workspace/code.ts';
import type { SourceTree } from '../workspace/tree.ts';
import type { Finding, TidyRule } from './finding.ts';

const id = 'sizes';

export const sizes: TidyRule = {
  id,
  keeps: 'a file can be read in one sitting (house.md, Size)',
  check: (tree) => tree.files.filter(isCode).flatMap((path) => judge(tree, path)),
};

/** Lines as an editor counts them: a final newline does not open another. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

function judge(tree: SourceTree, path: string): Finding[] {
  const limit = sizeLimits.find(({ matches }) => matches.test(path));
  if (!limit) return [];
  const lines = lineCount(tree.read(path));
  if (lines <= limit.warn) return [];
  const level = lines > limit.fail ? 'fail' : 'warn';
  return [{ rule: id, path, level, message: `${lines} lines; a ${limit.what} has at most ${limit.warn}, and fails above ${limit.fail}` }];
}
