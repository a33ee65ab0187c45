import { invariant } from '@weilend/kernel';
import type { Paper } from './paper.js';

/** A table whose rows do not fit its columns would show an amount under the wrong title: that is a mistake of the program. */
export function checkPaper(paper: Paper): void {
  invariant(paper.title.trim() !== '', 'a paper has a title');
  for (const block of paper.blocks) {
    if (block.kind !== 'table') continue;
    const { columns, rows } = block;
    invariant(columns.length > 0 && columns.every((column) => column.share > 0), 'every column of a table has a share of its width');
    invariant(
      rows.every((row) => row.length === columns.length),
      'a row of a table has as many cells as there are columns',
    );
  }
}
