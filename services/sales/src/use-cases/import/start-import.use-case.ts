import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ImportKind } from '../../domain/import/import-columns.js';
import { noCounts } from '../../domain/import/import-run.js';
import type { ImportMode, ImportRun } from '../../domain/import/import-run.js';
import { importMachine } from '../../domain/import/import-run.machine.js';
import { mapHeader } from '../../domain/import/map-header.js';
import { ImportRuns } from '../../persistence/import/import.repository.js';
import { ImportFile, importSubject, takenBy } from './import-file.js';
import type { FileLook } from './import-file.js';
import { ImportRules } from './import-rules.js';
import { ImportSignal } from './import-signal.js';

export interface StartImportRequest {
  readonly requestKey?: string | null;
  readonly fileId: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  /** Whose the rows are that name nobody; who imports when left out. */
  readonly salespersonId?: string | null;
  /** The same content may come in once more. */
  readonly again?: boolean | null;
}

/** Begins to read a file of leads or customers: its header is judged at once, its rows by the worker [2.8, 3.5]. */
@Injectable()
export class StartImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: ImportRuns,
    private readonly importFile: ImportFile,
    private readonly files: Files,
    private readonly rules: ImportRules,
    private readonly signal: ImportSignal,
  ) {}

  execute(actor: Actor, input: StartImportRequest): Promise<string> {
    const ownerId = employeeIdOf(actor);
    return this.work.once({ operation: 'start-import', actor, input }, async (tx) => {
      const look = await this.importFile.inspect(input.fileId, ownerId);
      const columns = mapHeader(input.kind, look.header);
      const rights = await this.rules.rightsOf(actor, input.salespersonId ?? null, tx);
      const { maxRows, now } = await this.rules.limits();
      const run: ImportRun = {
        ...{ id: newId('imp'), version: 0, kind: input.kind, mode: input.mode, state: importMachine.initial },
        ...{
          ...rights,
          ...layoutOf(look),
          holdsFile: input.mode !== 'PREVIEW',
          columns,
          maxRows,
          checkedToLine: 0,
          importedToLine: 0,
          counts: noCounts,
          samples: [],
        },
        ...{ troubles: 0, failure: null, createdAt: now, startedAt: null, finishedAt: null },
      };
      if (input.mode !== 'PREVIEW') await this.take(run, { ownerId, again: input.again ?? false }, tx);
      await this.runs.insert(run, tx);
      tx.afterCommit(() => this.signal.begun());
      return run.id;
    });
  }

  /** A preview leaves the file for the import that follows; an import takes it, once. */
  private async take(run: ImportRun, { ownerId, again }: { ownerId: string; again: boolean }, tx: Tx): Promise<void> {
    const earlier = again ? null : await this.runs.withContent(run.sha256, tx);
    if (earlier) throw new DomainError('IMPORT_FILE_REPEATED', { runId: earlier.id }, 'fileId');
    await this.files.attach(run.fileId, { subject: importSubject(ownerId), to: takenBy(run.id) }, tx);
  }
}

function layoutOf({ file, encoding, delimiter, headerLine, lines }: FileLook) {
  return { fileId: file.id, fileName: file.fileName, sha256: file.sha256, encoding, delimiter, headerLine, lines };
}
