import type { Known } from '../../domain/import/duplicates.js';
import type { ImportRun, ImportSample } from '../../domain/import/import-run.js';
import type { NamedRow, RowProblem } from '../../domain/import/row-problem.js';
import type { ImportedRow } from '../../persistence/import/import.repository.js';
import type { Tx } from '@weilend/mongo';

/** A row as it was judged: what it asks for, or what is wrong with it. */
export interface JudgedRow<Draft> {
  readonly row: NamedRow;
  /** Null when there are problems. */
  readonly draft: Draft | null;
  readonly problems: readonly RowProblem[];
  /** Sealed number by which the person is compared; null when the row names none. */
  readonly key: string | null;
}

/** What is particular to leads or customers: judging many rows at once, writing the good ones. */
export interface RowDesk<Draft> {
  /** Notes the keys of good rows in `inFile`. */
  judge(run: ImportRun, rows: readonly NamedRow[], inFile: Known['inFile'], tx: Tx): Promise<JudgedRow<Draft>[]>;
  /** Keys of these rows, to look up which of them the file had before. */
  keysOf(rows: readonly NamedRow[]): string[];
  write(run: ImportRun, rows: readonly { line: number; draft: Draft }[], tx: Tx): Promise<ImportedRow[]>;
  /** A good row as it will be kept, personal values masked. */
  sample(row: NamedRow, draft: Draft): ImportSample;
}
