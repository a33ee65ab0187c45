import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { closedMore, endClosing, openQuarter, requireOpen, startClosing } from './quarter-closing.js';

const open = openQuarter('apq_1', '2026-Q1');
const at = new Date('2026-04-02T01:00:00Z');
const start = { sheets: 3, closed: 0, undecided: 0, sheetless: 0, by: 'emp_1', at, today: parseLocalDate('2026-04-01') };
const closing = startClosing(open, start);

describe('[5.5] a quarter of the company', () => {
  test('is closed once, with its progress', () => {
    expect(closing).toMatchObject({ state: 'CLOSING', sheets: 3, done: 0, startedBy: 'emp_1' });
    expect(endClosing(closedMore(closing, 3), start.today)).toMatchObject({ state: 'CLOSED', done: 3, closedOn: '2026-04-01' });
    expect(() => requireOpen(open)).not.toThrow();
  });

  test('is closed too when all its sheets were closed one by one before', () => {
    expect(startClosing(open, { ...start, sheets: 0, closed: 2 })).toMatchObject({ state: 'CLOSING', sheets: 0 });
  });

  test.each<[string, () => unknown, string]>([
    ['twice', () => startClosing(closing, start), 'QUARTER_CLOSED'],
    ['again after its end', () => startClosing(endClosing(closing, start.today), start), 'QUARTER_CLOSED'],
    ['on its last day', () => startClosing(open, { ...start, today: parseLocalDate('2026-03-31') }), 'QUARTER_NOT_ENDED'],
    ['without sheets', () => startClosing(open, { ...start, sheets: 0 }), 'QUARTER_EMPTY'],
    ['while somebody has no sheet', () => startClosing(open, { ...start, sheetless: 1 }), 'QUARTER_SHEETS_MISSING'],
    [
      'while somebody has none beside closed ones',
      () => startClosing(open, { ...start, sheets: 0, closed: 9, sheetless: 1 }),
      'QUARTER_SHEETS_MISSING',
    ],
    ['while somebody may appeal', () => startClosing(open, { ...start, undecided: 1 }), 'QUARTER_UNDECIDED'],
    ['for a sheet that comes late', () => requireOpen(closing), 'QUARTER_CLOSED'],
    ['that is none', () => openQuarter('apq_1', '2026-Q9'), 'QUARTER_INVALID'],
  ])('is refused %s', (_title, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
