import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { LeaseLost, Leases } from '@weilend/mongo';
import type { Lease } from '@weilend/mongo';
import type { ImportRun } from '../../domain/import/import-run.js';
import { OPEN_IMPORTS } from '../../domain/import/import-run.machine.js';
import { isBlank } from '../../domain/import/row-problem.js';
import type { CutRow } from '../../domain/import/row-problem.js';
import { ImportRuns } from '../../persistence/import/import.repository.js';
import { ImportFile } from './import-file.js';
import { ImportStep } from './import-step.js';

export const IMPORT_LEASE = 'imports';
/** Longer than a step takes; renewed before each, so that another process goes on soon when this one has died. */
export const IMPORT_LEASE_MS = 10_000;
/** Rows of one transaction. */
const STEP_ROWS = 500;
/** Then another run has its turn; the file is read from its beginning again, which costs little beside what its rows cost. */
const STEPS_A_TURN = 10;

/** One turn of one run: reads on from where it stands, as far as its turn goes. */
@Injectable()
export class AdvanceImport {
  constructor(
    private readonly leases: Leases,
    private readonly runs: ImportRuns,
    private readonly importFile: ImportFile,
    private readonly steps: ImportStep,
  ) {}

  /** Whether there is more to do. Rethrows what broke off, after it was counted. */
  async execute(runId: string, lease: Lease, isStopping: () => boolean): Promise<boolean> {
    const run = await this.runs.peek(runId);
    if (!run || !isOpen(run)) return false;
    try {
      return await this.turn(run, lease, isStopping);
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      const now = await this.runs.peek(runId);
      if (!now || !isOpen(now)) return false;
      if (error instanceof DomainError && error.code === 'FILE_NOT_VERIFIED') await this.gone(now, lease);
      else await this.steps.trouble(now, lease);
      throw error;
    }
  }

  private async turn(seen: ImportRun, lease: Lease, isStopping: () => boolean): Promise<boolean> {
    const begun = seen.state === 'queued' ? await this.steps.begin(seen, lease) : seen;
    const file = begun && (await this.importFile.find(begun.fileId));
    if (!begun) return false;
    if (!file) return this.gone(begun, lease);
    let run: ImportRun = begun;
    let steps = 0;
    for await (const rows of inSteps(this.importFile.rows(file, run), begun)) {
      if (!(await this.leases.take(lease.name, IMPORT_LEASE_MS))) return false;
      const next = await this.steps[run.state === 'checking' ? 'check' : 'take'](run, rows, lease);
      if (!next || !isOpen(next)) return false;
      run = next;
      if (++steps === STEPS_A_TURN || isStopping()) return true;
    }
    const ended = run.state === 'checking' ? await this.steps.checked(run, lease) : await this.steps.finish(run, lease);
    return ended !== null && isOpen(ended);
  }

  private async gone(run: ImportRun, lease: Lease): Promise<false> {
    await this.steps.fail(run, { code: 'IMPORT_FILE_GONE', data: {} }, lease);
    return false;
  }
}

const isOpen = ({ state }: ImportRun): boolean => OPEN_IMPORTS.includes(state);

/** The rows after the place where the run stands, without empty ones, as many at a time as a step takes. */
async function* inSteps(rows: AsyncIterable<CutRow>, run: ImportRun): AsyncGenerator<CutRow[]> {
  const from = Math.max(run.headerLine, run.state === 'importing' ? run.importedToLine : run.checkedToLine);
  let step: CutRow[] = [];
  for await (const row of rows) {
    if (row.line <= from || isBlank(row)) continue;
    step.push(row);
    if (step.length < STEP_ROWS) continue;
    yield step;
    step = [];
  }
  if (step.length > 0) yield step;
}
