import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchedule } from './build-schedule.js';
import { aSchedule } from './schedule.builder.js';
import type { ScheduleTerms } from './terms.js';

/** A table of another program or of a published source, which it names with its version; all amounts in fen. */
interface PublishedTable {
  readonly source: string;
  readonly terms: Partial<ScheduleTerms>;
  readonly lastDueOn: string | null;
  readonly interestFen: readonly number[];
  readonly principalFen: readonly number[];
}

const tables = JSON.parse(readFileSync(new URL('./__cases__/published-tables.json', import.meta.url), 'utf8')) as PublishedTable[];

describe('[4.3] tables that others have computed, to the fen', () => {
  it('are at least forty, of three programs', () => {
    expect(tables.length).toBeGreaterThanOrEqual(40);
    expect(new Set(tables.map(({ source }) => source)).size).toBe(3);
  });

  it.each(tables)('$source: $terms.principalFen fen, $terms.annualRate, $terms.periods x $terms.method, $terms.dayCount', (table) => {
    const rows = buildSchedule(aSchedule(table.terms));
    expect(rows.map((row) => row.interestFen)).toEqual(table.interestFen);
    expect(rows.map((row) => row.principalFen)).toEqual(table.principalFen);
    if (table.lastDueOn) expect(rows.at(-1)?.dueOn).toBe(table.lastDueOn);
  });
});
