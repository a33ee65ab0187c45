import { Injectable } from '@nestjs/common';
import { canonicalHash, newId } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ImportRun } from '../../domain/import/import-run.js';
import { OPEN_IMPORTS } from '../../domain/import/import-run.machine.js';
import type { RowProblem } from '../../domain/import/row-problem.js';
import { importedRowCollection, importKeyCollection, importProblemCollection, importRunCollection } from './import.schema.js';

export interface ImportedRow {
  readonly line: number;
  readonly subjectId: string;
}

const OPEN_AT_ONCE = 50;

@Injectable()
export class ImportRuns extends Repository<ImportRun> {
  constructor(database: Database) {
    super(database, importRunCollection, 'import run');
  }

  /** Runs with something left to do, oldest first. */
  async openIds(): Promise<string[]> {
    const rows = await this.model.collection
      .find({ state: { $in: [...OPEN_IMPORTS] } } as never, { projection: { _id: 1 }, sort: { _id: 1 }, limit: OPEN_AT_ONCE })
      .toArray();
    return rows.map((row) => String(row._id));
  }

  /** Runs that are over and whose files are still there. */
  async overWithFiles(): Promise<{ id: string; fileId: string }[]> {
    const rows = await this.model.collection
      .find({ holdsFile: true, finishedAt: { $ne: null } } as never, { projection: { fileId: 1 }, limit: OPEN_AT_ONCE })
      .toArray();
    return rows.map((row) => ({ id: String(row._id), fileId: String(row['fileId']) }));
  }

  /** The run, outside of a transaction: where a worker begins. */
  async peek(id: string): Promise<ImportRun | null> {
    const row = await this.model.collection.findOne({ _id: id } as never);
    return row ? this.toEntity(row as never) : null;
  }

  /** A run that took the same content in, or is about to. */
  withContent(sha256: string, tx: Tx): Promise<ImportRun | null> {
    return this.findOne({ sha256, mode: { $ne: 'PREVIEW' }, state: { $in: ['queued', 'checking', 'importing', 'imported'] } }, tx);
  }
}

/** What belongs to the rows of a run: problems, keys that were seen, and what rows became; written many at a time. */
@Injectable()
export class ImportRows {
  constructor(private readonly database: Database) {}

  async addProblems(runId: string, found: { problems: readonly RowProblem[]; atWrite: boolean }, tx: Tx): Promise<void> {
    if (found.problems.length === 0) return;
    const rows = found.problems.map((problem) => ({ _id: newId('imx'), version: 1, runId, ...problem, atWrite: found.atWrite }));
    await this.database.collection(importProblemCollection.name).insertMany(rows as never, { session: tx.session });
    tx.wrote(importProblemCollection.name, runId, canonicalHash(rows.map(({ line, code }) => [line, code])));
  }

  /** Lines from `from` to `to` that were found bad when they were checked. */
  async badLines(runId: string, between: { from: number; to: number }, tx: Tx): Promise<Set<number>> {
    const rows = await this.database
      .collection<{ _id: string; line: number }>(importProblemCollection.name)
      .find({ runId, line: { $gte: between.from, $lte: between.to }, atWrite: false } as never, {
        session: tx.session,
        projection: { line: 1 },
      })
      .toArray();
    return new Set(rows.map((row) => row.line));
  }

  async addImported(runId: string, rows: readonly ImportedRow[], tx: Tx): Promise<void> {
    if (rows.length === 0) return;
    const documents = rows.map((row) => ({ _id: newId('imr'), version: 1, runId, ...row }));
    await this.database.collection(importedRowCollection.name).insertMany(documents as never, { session: tx.session });
    tx.wrote(importedRowCollection.name, runId, canonicalHash(rows));
  }

  /** The lines on which keys were seen first, by key. */
  async seen(runId: string, keys: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await this.database
      .collection<{ _id: string; line: number }>(importKeyCollection.name)
      .find({ _id: { $in: keys.map((key) => `${runId}.${key}`) } } as never, { session: tx.session })
      .toArray();
    return new Map(rows.map((row) => [row._id.slice(runId.length + 1), row.line]));
  }

  async addSeen(runId: string, keys: readonly { key: string; line: number }[], tx: Tx): Promise<void> {
    if (keys.length === 0) return;
    const rows = keys.map(({ key, line }) => ({ _id: `${runId}.${key}`, version: 1, runId, line }));
    await this.database.collection(importKeyCollection.name).insertMany(rows as never, { session: tx.session });
  }

  async forgetSeen(runId: string, tx: Tx): Promise<void> {
    await this.database.collection(importKeyCollection.name).deleteMany({ runId }, { session: tx.session });
  }
}
