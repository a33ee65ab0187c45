import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { Leases, UnitOfWork, VersionConflict } from '@weilend/mongo';
import type { Lease, Tx } from '@weilend/mongo';
import { ON_FILE_CODES } from '../../domain/import/duplicates.js';
import { addCounts, afterCheck, failed, troubled } from '../../domain/import/import-run.js';
import type { ImportRun } from '../../domain/import/import-run.js';
import { importMachine, OPEN_IMPORTS } from '../../domain/import/import-run.machine.js';
import { nameCells } from '../../domain/import/row-problem.js';
import type { CutRow, NamedRow, RowProblem } from '../../domain/import/row-problem.js';
import { ImportRows, ImportRuns } from '../../persistence/import/import.repository.js';
import { RowDesks } from './row-desks.js';

const SAMPLES = 5;
const DUPLICATE_KEY = 11_000;
type Step = (run: ImportRun, tx: Tx) => Promise<ImportRun>;

/**
 * The steps of a run, each one transaction with the run's place in the file: a step that breaks off has changed nothing, and one that
 * is done is never done again, by whomever. Each answers the run as it is then; null when somebody else moved or stopped it.
 */
@Injectable()
export class ImportStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: Leases,
    private readonly runs: ImportRuns,
    private readonly rows: ImportRows,
    private readonly desks: RowDesks,
    private readonly clock: BusinessClock,
  ) {}

  begin(seen: ImportRun, lease: Lease): Promise<ImportRun | null> {
    return this.step(seen, lease, async (run) => ({
      ...run,
      state: importMachine.next(run.state, 'check'),
      startedAt: this.clock.now(),
    }));
  }

  /** Judges rows that follow each other; nothing of them is kept but what is wrong. */
  check(seen: ImportRun, cut: readonly CutRow[], lease: Lease): Promise<ImportRun | null> {
    return this.step(seen, lease, async (run, tx) => {
      const named = cut.map((row) => nameCells(run.columns, row));
      const rows = named.flatMap(({ row }) => row ?? []);
      const desk = this.desks.of(run.kind);
      const inFile = await this.rows.seen(run.id, desk.keysOf(rows), tx);
      const earlier = new Set(inFile.keys());
      const judged = await desk.judge(run, rows, inFile, tx);
      const problems = inOrder([...named, ...judged].flatMap((one) => one.problems));
      await this.rows.addProblems(run.id, { problems, atWrite: false }, tx);
      const good = judged.filter(({ draft }) => draft !== null);
      const keys = good.flatMap(({ key, row: { line } }) => (key === null || earlier.has(key) ? [] : [{ key, line }]));
      await this.rows.addSeen(run.id, keys, tx);
      const samples = good.slice(0, SAMPLES - run.samples.length).map(({ row, draft }) => desk.sample(row, draft));
      const next = {
        ...{ ...run, checkedToLine: lastLine(cut), troubles: 0, samples: [...run.samples, ...samples] },
        counts: addCounts(run.counts, { rows: cut.length, good: good.length, bad: cut.length - good.length, ...duplicatesOf(problems) }),
      };
      if (next.counts.rows <= run.maxRows) return next;
      return this.over(failed(next, { code: 'IMPORT_TOO_MANY_ROWS', data: { most: run.maxRows } }, this.clock.now()), tx);
    });
  }

  /** Every row is judged: what happens now. */
  checked(seen: ImportRun, lease: Lease): Promise<ImportRun | null> {
    return this.step(seen, lease, (run, tx) => {
      const now = this.clock.now();
      return this.over(run.counts.rows === 0 ? failed(run, { code: 'IMPORT_FILE_EMPTY', data: {} }, now) : afterCheck(run, now), tx);
    });
  }

  /** Takes rows in that were good when they were checked; what has become wrong since is the row's problem. */
  take(seen: ImportRun, cut: readonly CutRow[], lease: Lease): Promise<ImportRun | null> {
    return this.step(seen, lease, async (run, tx) => {
      const bad = await this.rows.badLines(run.id, { from: cut[0]?.line ?? 0, to: lastLine(cut) }, tx);
      const rows = cut.filter(({ line }) => !bad.has(line)).flatMap((row): NamedRow[] => namedOf(run, row));
      const desk = this.desks.of(run.kind);
      const judged = await desk.judge(run, rows, new Map(), tx);
      const problems = inOrder(judged.flatMap((one) => one.problems));
      await this.rows.addProblems(run.id, { problems, atWrite: true }, tx);
      const good = judged.flatMap(({ row, draft }) => (draft === null ? [] : [{ line: row.line, draft }]));
      await this.rows.addImported(run.id, good.length === 0 ? [] : await desk.write(run, good, tx), tx);
      const counts = addCounts(run.counts, { imported: good.length, failed: rows.length - good.length });
      return { ...run, importedToLine: lastLine(cut), troubles: 0, counts };
    });
  }

  finish(seen: ImportRun, lease: Lease): Promise<ImportRun | null> {
    const finished = async (run: ImportRun) => ({ ...run, state: importMachine.next(run.state, 'finish'), finishedAt: this.clock.now() });
    return this.step(seen, lease, finished);
  }

  /** Gives the run up for what is wrong with its file. */
  fail(seen: ImportRun, failure: NonNullable<ImportRun['failure']>, lease: Lease): Promise<ImportRun | null> {
    return this.step(seen, lease, (run, tx) => this.over(failed(run, failure, this.clock.now()), tx));
  }

  /** A step broke off: it is tried again a few times. */
  trouble(seen: ImportRun, lease: Lease): Promise<ImportRun | null> {
    return this.step(seen, lease, (run, tx) => this.over(troubled(run, this.clock.now()), tx));
  }

  private async over(run: ImportRun, tx: Tx): Promise<ImportRun> {
    // Once all rows are judged nobody asks for the keys again.
    if (run.state !== 'checking') await this.rows.forgetSeen(run.id, tx);
    return run;
  }

  private step(seen: ImportRun, lease: Lease, act: Step): Promise<ImportRun | null> {
    return this.work.run({ actor: onBehalfOf(seen), operation: 'advance-import' }, async (tx) => {
      await this.leases.guard(lease, tx);
      const run = await this.runs.get(seen.id, tx);
      if (!OPEN_IMPORTS.includes(run.state) || run.version !== seen.version) return null;
      return this.runs.save(await act(run, tx).catch(askedAgain), tx);
    });
  }
}

/** What is done is done for who brought the file, with what he may do. */
const onBehalfOf = ({ ownerId, assigns }: ImportRun): EmployeeActor => ({
  ...{ kind: 'employee', employeeId: ownerId, department: 'sales', roles: [assigns ? 'sales-manager' : 'salesperson'] },
});

const lastLine = (cut: readonly CutRow[]): number => cut.at(-1)?.toLine ?? 0;
const inOrder = (problems: readonly RowProblem[]): RowProblem[] => problems.toSorted((a, b) => a.line - b.line);

function namedOf(run: ImportRun, row: CutRow): NamedRow[] {
  const named = nameCells(run.columns, row).row;
  return named ? [named] : [];
}

function duplicatesOf(problems: readonly RowProblem[]): { duplicatesInFile: number; duplicatesOnFile: number } {
  const count = (codes: readonly string[]): number => problems.filter(({ code }) => codes.includes(code)).length;
  return { duplicatesInFile: count(['ROW_TWICE_IN_FILE']), duplicatesOnFile: count(ON_FILE_CODES) };
}

/** Somebody registered the same person a moment ago: the step is done again, and finds him. */
function askedAgain(error: unknown): never {
  if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict('imported rows', 'a number that is on file');
  throw error;
}
