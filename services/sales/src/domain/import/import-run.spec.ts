import { describe, expect, test } from '@jest/globals';
import { addCounts, afterCheck, failed, noCounts, remainingMs, shareDone, troubled } from './import-run.js';
import type { ImportRun } from './import-run.js';

const now = new Date('2026-11-20T01:00:10Z');
const run = (change: Partial<ImportRun> = {}): ImportRun => ({
  ...{ id: 'imp_1', version: 1, kind: 'LEADS', mode: 'GOOD_ROWS', state: 'checking', ownerId: 'emp_1', assigns: false },
  ...{ salespersonId: 'emp_1', fileId: 'fil_1', holdsFile: true, fileName: 'a.csv', sha256: 'a', encoding: 'utf-8', delimiter: ',' },
  ...{
    headerLine: 1,
    lines: 100,
    columns: [],
    maxRows: 10,
    checkedToLine: 0,
    importedToLine: 0,
    counts: noCounts,
    samples: [],
    troubles: 0,
  },
  ...{ failure: null, createdAt: now, startedAt: new Date('2026-11-20T01:00:00Z'), finishedAt: null, ...change },
});

describe('[2.8] a run', () => {
  test.each<[ImportRun['mode'], number, string, boolean]>([
    ['PREVIEW', 0, 'previewed', true],
    ['PREVIEW', 3, 'previewed', true],
    ['ALL_OR_NOTHING', 0, 'importing', false],
    ['ALL_OR_NOTHING', 1, 'refused', true],
    ['GOOD_ROWS', 0, 'importing', false],
    ['GOOD_ROWS', 3, 'importing', false],
  ])('%s with %d bad rows is %s after the check', (mode, bad, state, over) => {
    const next = afterCheck(run({ mode, counts: { ...noCounts, rows: 5, bad } }), now);
    expect([next.state, next.finishedAt !== null]).toEqual([state, over]);
  });

  test('is given up with the reason, once; and after five troubles in a row', () => {
    expect(failed(run(), { code: 'IMPORT_FILE_GONE', data: {} }, now)).toMatchObject({
      state: 'failed',
      failure: { code: 'IMPORT_FILE_GONE' },
    });
    expect(() => failed(run({ state: 'imported' }), { code: 'X', data: {} }, now)).toThrow();
    expect(troubled(run({ troubles: 3 }), now)).toMatchObject({ state: 'checking', troubles: 4, failure: null });
    expect(troubled(run({ troubles: 4 }), now)).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_BROKE_OFF' } });
  });

  test('counts what each step found', () => {
    expect(addCounts({ ...noCounts, rows: 2, bad: 1 }, { rows: 3, imported: 1 })).toEqual({ ...noCounts, rows: 5, bad: 1, imported: 1 });
  });

  test.each<[string, Partial<ImportRun>, number, number | null]>([
    ['not begun', { state: 'queued', startedAt: null }, 0, null],
    ['hardly begun', { checkedToLine: 1 }, 0.004, null],
    ['half checked', { checkedToLine: 50 }, 0.2, 40_000],
    ['half checked, and only to be checked', { mode: 'PREVIEW', checkedToLine: 50 }, 0.5, 10_000],
    ['half taken in', { state: 'importing', checkedToLine: 100, importedToLine: 50 }, 0.7, 4_286],
    ['over', { state: 'imported', finishedAt: now }, 1, null],
    ['longer than it was thought', { checkedToLine: 120 }, 0.4, 15_000],
    ['of no lines', { lines: 0 }, 0, null],
  ])('%s: how far it is, and how long it takes yet', (_what, change, share, ms) => {
    expect(shareDone(run(change))).toBeCloseTo(share);
    expect(remainingMs(run(change), now.getTime())).toBe(ms);
  });
});
