import { columnsOf } from './import-columns.js';
import type { ImportKind, Secrecy } from './import-columns.js';
import type { ImportSample } from './import-run.js';
import { hint } from './row-problem.js';

// The first rows of a file as they would be kept (预览), for whoever brought it to see that each column means what he thinks. Whose names,
// numbers and words they are is hidden as in every list.

export type Masks = Readonly<Record<Exclude<Secrecy, 'open' | 'text'>, (value: string) => string>>;

/** Values by column, empty ones left out, in the order of the template. */
export function maskedSample(
  kind: ImportKind,
  row: { line: number; values: Readonly<Record<string, string | null>> },
  masks: Masks,
): ImportSample {
  const cells = columnsOf(kind).flatMap(({ key, secrecy }) => {
    const value = row.values[key];
    if (value === null || value === undefined || value === '') return [];
    const shown = secrecy === 'open' ? value : secrecy === 'text' ? hint(value) : masks[secrecy](value);
    return [{ column: key, value: shown }];
  });
  return { line: row.line, cells };
}
