import { describe, expect, test } from '@jest/globals';
import { compared, endRebuild, isDifferent, startRebuild } from './fact-rebuild.js';
import type { FactDraft } from './hearing.js';

const at = new Date('2026-04-01T00:00:00Z');
const begun = startRebuild({ id: 'rbl_1', subjects: 2, startedBy: 'emp_1', startedAt: at }, false);
const fact = (change: Partial<FactDraft> = {}): FactDraft => ({
  ...{ employeeId: 'emp_1', quarter: '2026-Q1', kind: 'OUTSTANDING', aboutId: 'lon_1', value: 5, marked: false },
  ...{ occurredOn: '2026-02-01', detail: null },
  ...change,
});

describe('[5.1] a rebuild', () => {
  test('that comes out the same has the same fingerprints and names nothing', () => {
    const facts = [fact(), fact({ kind: 'OVERDUE' })];
    const done = endRebuild(compared(begun, { aboutId: 'lon_1', kept: facts, rebuilt: [...facts].reverse() }), at);
    expect(done).toMatchObject({ state: 'DONE', after: 'lon_1', done: 1, facts: 2, differing: 0, named: [], endedAt: at });
    expect(done.keptHash).toBe(done.rebuiltHash);
    expect(done.keptHash).not.toBe(begun.keptHash);
  });

  test.each<[string, Partial<FactDraft>]>([
    ['person', { employeeId: 'emp_2' }],
    ['quarter', { quarter: '2026-Q2' }],
    ['kind', { kind: 'OVERDUE' }],
    ['value', { value: 6 }],
    ['mark', { marked: true }],
    ['day', { occurredOn: '2026-02-02' }],
    ['severity', { detail: 'SEVERE' }],
    ['quarter that it belongs to', { belongsTo: '2025-Q4' }],
  ])('that finds another %s names the subject', (_title, change) => {
    const done = compared(begun, { aboutId: 'lon_1', kept: [fact(change)], rebuilt: [fact()] });
    expect(done).toMatchObject({ differing: 1, named: ['lon_1'] });
    expect(done.keptHash).not.toBe(done.rebuiltHash);
  });

  test('a fact too many and a fact too few differ; a severity left out is none', () => {
    expect(isDifferent({ kept: [fact(), fact()], rebuilt: [fact()] })).toBe(true);
    expect(isDifferent({ kept: [], rebuilt: [fact()] })).toBe(true);
    const { detail: _detail, ...bare } = fact();
    expect(isDifferent({ kept: [bare], rebuilt: [fact()] })).toBe(false);
  });

  test('one at a time', () => {
    expect(() => startRebuild(begun, true)).toThrow(expect.objectContaining({ code: 'REBUILD_RUNNING' }));
  });
});
