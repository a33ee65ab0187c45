import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { ImportKind } from '../../domain/import/import-columns.js';
import { remainingMs, shareDone } from '../../domain/import/import-run.js';
import type { ImportRun } from '../../domain/import/import-run.js';
import type { RowProblem } from '../../domain/import/row-problem.js';
import type { ImportedRow } from '../../persistence/import/import.repository.js';
import { importedRowCollection, importProblemCollection, importRunCollection } from '../../persistence/import/import.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

export interface ImportRunView extends ImportRun {
  /** Whole percent of the work. */
  readonly percent: number;
  /** When it will be over if it goes on as it went; null while nobody can say, and when it is over. */
  readonly endsAbout: Date | null;
}

export interface ImportProblem extends RowProblem {
  readonly id: string;
  readonly atWrite: boolean;
  /** Of the run: what its columns are called. */
  readonly kind: ImportKind;
}

export interface ImportedRowView {
  readonly id: string;
  readonly line: number;
  readonly leadId: string | null;
  readonly customerId: string | null;
}

type RunRef = Pick<ImportRun, 'id' | 'kind'>;

/** The read side of imports, in the scope of who asks. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ImportRunView[]> {
    const rows = await newestFirst(this.database.model(importRunCollection), { _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') });
    return rows.map((row) => this.toView(row));
  }

  runs(page: PageRequest, actor: Actor): Promise<Page<ImportRunView>> {
    return pageOf(this.database.model(importRunCollection), page, { filter: salesScope(actor, 'ownerId'), map: (row) => this.toView(row) });
  }

  /** What is wrong with rows of a run, in the order of the file; who asks has been shown the run. */
  problems({ id: runId, kind }: RunRef, page: PageRequest): Promise<Page<ImportProblem>> {
    const map = (row: Stored): ImportProblem => ({ ...toPlain<ImportProblem>(row), kind });
    return pageOf(this.database.model(importProblemCollection), page, { filter: { runId }, direction: 1, map });
  }

  /** What rows of a run became, in the order of the file; who asks has been shown the run. */
  imported({ id: runId, kind }: RunRef, page: PageRequest): Promise<Page<ImportedRowView>> {
    const map = (row: Stored): ImportedRowView => {
      const { id, line, subjectId } = toPlain<{ id: string } & ImportedRow>(row);
      return { id, line, leadId: kind === 'LEADS' ? subjectId : null, customerId: kind === 'CUSTOMERS' ? subjectId : null };
    };
    return pageOf(this.database.model(importedRowCollection), page, { filter: { runId }, direction: 1, map });
  }

  /** All that is wrong with the rows of a run, in the order of the file. */
  async *everyProblem({ id: runId, kind }: RunRef): AsyncGenerator<ImportProblem> {
    const rows = this.database.collection(importProblemCollection.name).find({ runId } as never, { sort: { _id: 1 } });
    for await (const row of rows) yield { ...toPlain<ImportProblem>(row as Stored), kind };
  }

  private toView(row: Stored): ImportRunView {
    const run = toPlain<ImportRun>(row);
    const now = this.clock.now();
    const leftMs = remainingMs(run, now.getTime());
    return {
      ...{ ...run, percent: Math.floor(shareDone(run) * 100) },
      endsAbout: leftMs === null ? null : new Date(now.getTime() + leftMs),
    };
  }
}
