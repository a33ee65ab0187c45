import type { RefusalData } from '@weilend/kernel';
import type { ImportKind } from './import-columns.js';
import { importMachine } from './import-run.machine.js';
import type { ImportState } from './import-run.machine.js';

// One file being taken in (导入批次): whose it is, how it is read, how far it has come, and what was found. Checking comes first, for the
// whole file; what is taken in afterwards is taken in step by step, and each step counts once, whatever happens to the machine.

/** What lists of people are uploaded for; each belongs to who uploaded it. */
export const IMPORT_SUBJECT = 'import';

export const IMPORT_MODES = ['PREVIEW', 'ALL_OR_NOTHING', 'GOOD_ROWS'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface ImportCounts {
  /** Rows read; each is good or bad. */
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  /** Bad because an earlier row of the file is the same person. */
  readonly duplicatesInFile: number;
  /** Bad because the person is on file already. */
  readonly duplicatesOnFile: number;
  readonly imported: number;
  /** Good when checked, wrong when their turn came. */
  readonly failed: number;
}

export interface ImportSample {
  readonly line: number;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
}

export interface ImportRun {
  readonly id: string;
  readonly version: number;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly state: ImportState;
  /** Who brought the file; he sees the run, and the manager does. */
  readonly ownerId: string;
  /** Whether rows may name other salespeople. */
  readonly assigns: boolean;
  /** Whose the rows are that name nobody. */
  readonly salespersonId: string;
  readonly fileId: string;
  /** Whether the uploaded file is still kept for this run; it goes when the run is over, what it was and its hash stay. */
  readonly holdsFile: boolean;
  readonly fileName: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  /** Lines of the file, for the estimate of the end. */
  readonly lines: number;
  /** Keys of the columns by place. */
  readonly columns: readonly string[];
  readonly maxRows: number;
  /** Last line that is checked, and that is taken in. */
  readonly checkedToLine: number;
  readonly importedToLine: number;
  readonly counts: ImportCounts;
  readonly samples: readonly ImportSample[];
  /** Times in a row that a step broke off for reasons that are not the file's. */
  readonly troubles: number;
  readonly failure: { readonly code: string; readonly data: RefusalData } | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export const noCounts: ImportCounts = { rows: 0, good: 0, bad: 0, duplicatesInFile: 0, duplicatesOnFile: 0, imported: 0, failed: 0 };

/** What a step found, added to what the steps before found. */
export function addCounts(counts: ImportCounts, more: Partial<ImportCounts>): ImportCounts {
  return Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [name, value + (more[name as keyof ImportCounts] ?? 0)]),
  ) as unknown as ImportCounts;
}

/** Where a run goes once every row is checked: a preview ends, one bad row refuses the whole file when it may only come in whole. */
export function afterCheck(run: ImportRun, now: Date): ImportRun {
  if (run.mode === 'PREVIEW') return { ...run, state: importMachine.next(run.state, 'preview'), finishedAt: now };
  if (run.mode === 'ALL_OR_NOTHING' && run.counts.bad > 0)
    return { ...run, state: importMachine.next(run.state, 'refuse'), finishedAt: now };
  return { ...run, state: importMachine.next(run.state, 'import') };
}

export function failed(run: ImportRun, failure: NonNullable<ImportRun['failure']>, now: Date): ImportRun {
  return { ...run, state: importMachine.next(run.state, 'fail'), failure, finishedAt: now };
}

/** A step is tried so often before the run is given up. */
const MOST_TROUBLES = 5;

/** A step broke off for no fault of the file: it is tried again, and not for ever. */
export function troubled(run: ImportRun, now: Date): ImportRun {
  const troubles = run.troubles + 1;
  return troubles < MOST_TROUBLES ? { ...run, troubles } : failed({ ...run, troubles }, { code: 'IMPORT_BROKE_OFF', data: {} }, now);
}

/** Checking is quicker than taking in; a preview is only checked. */
const CHECK_SHARE = 0.4;

/** Part of the work that is done, from 0 to 1. */
export function shareDone(run: ImportRun): number {
  if (run.finishedAt) return 1;
  if (run.lines === 0) return 0;
  const [checked, imported] = [Math.min(1, run.checkedToLine / run.lines), Math.min(1, run.importedToLine / run.lines)];
  if (run.mode === 'PREVIEW') return checked;
  return run.state === 'importing' ? CHECK_SHARE + (1 - CHECK_SHARE) * imported : CHECK_SHARE * checked;
}

const LEAST_SHARE = 0.02;

/** Milliseconds that are left when it goes on as it went; null while too little is done to say, and when it is over. */
export function remainingMs(run: ImportRun, nowMs: number): number | null {
  const share = shareDone(run);
  if (run.finishedAt || !run.startedAt || share < LEAST_SHARE) return null;
  return Math.round(((nowMs - run.startedAt.getTime()) * (1 - share)) / share);
}
