import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { importMachine } from '../../domain/import/import-run.machine.js';
import { ImportRows, ImportRuns } from '../../persistence/import/import.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { ImportSignal } from './import-signal.js';

export interface CancelImportRequest {
  readonly requestKey?: string | null;
  readonly runId: string;
}

/** Stops a run between two steps: rows that are in stay in, the rest does not come [2.8]. */
@Injectable()
export class CancelImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: ImportRuns,
    private readonly rows: ImportRows,
    private readonly signal: ImportSignal,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CancelImportRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-import', actor, input }, async (tx) => {
      const run = await this.runs.get(input.runId, tx);
      requireInScope(actor, run.ownerId, { noun: 'import run', id: run.id });
      await this.runs.save({ ...run, state: importMachine.next(run.state, 'cancel'), finishedAt: this.clock.now() }, tx);
      await this.rows.forgetSeen(run.id, tx);
      tx.afterCommit(() => this.signal.begun());
      return run.id;
    });
  }
}
