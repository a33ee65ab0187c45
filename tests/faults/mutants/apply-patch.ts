// Exact replacement in a compiled file: a text that has changed since, or stands there twice, is an error and never a silent nothing.
import type { Patch } from './patches.ts';

export function applyPatch({ file, find, put }: Patch, text: string): string {
  const count = text.split(find).length - 1;
  if (count !== 1)
    throw new Error(
      `${file}: the text to be replaced stands there ${count} times instead of once; the product has changed, adapt tests/faults/mutants/patches.ts:\n${find}`,
    );
  return text.replace(find, () => put);
}
