import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { Leases, UnitOfWork } from '@weilend/mongo';
import { ImportRuns } from '../../persistence/import/import.repository.js';
import { AdvanceImport, IMPORT_LEASE, IMPORT_LEASE_MS } from './advance-import.js';
import { takenBy } from './import-file.js';

export interface ImportPass {
  readonly isStopping: () => boolean;
  readonly onTrouble: (runId: string, error: unknown) => void;
}

/** Carries every run on, a turn each, one process of the department at a time; removes the files of those that are over. */
@Injectable()
export class RunImports {
  constructor(
    private readonly leases: Leases,
    private readonly work: UnitOfWork,
    private readonly runs: ImportRuns,
    private readonly advance: AdvanceImport,
    private readonly files: Files,
  ) {}

  /** Whether there is more to do at once. */
  async execute({ isStopping, onTrouble }: ImportPass): Promise<boolean> {
    const lease = await this.leases.take(IMPORT_LEASE, IMPORT_LEASE_MS);
    if (!lease) return false;
    try {
      let more = false;
      for (const runId of await this.runs.openIds()) {
        if (isStopping()) break;
        const goesOn = await this.advance.execute(runId, lease, isStopping).catch((error: unknown) => onTrouble(runId, error));
        more ||= goesOn === true;
      }
      await this.eraseFiles();
      return more && !isStopping();
    } finally {
      await this.leases.release(lease);
    }
  }

  /** Lists of people are not kept: what they were, and their hash, stays with the run. */
  private async eraseFiles(): Promise<void> {
    for (const { id, fileId } of await this.runs.overWithFiles()) {
      await this.files.discard(fileId, takenBy(id));
      await this.work.run({ actor: { kind: 'service', service: 'sales' }, operation: 'erase-import-file' }, async (tx) => {
        await this.runs.save({ ...(await this.runs.get(id, tx)), holdsFile: false }, tx);
      });
    }
  }
}
