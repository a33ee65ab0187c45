import { describe, expect, it } from '@jest/globals';
import { at } from '../__cases__/calendar.cases.js';
import { pairStatistics, percentile } from './pair-statistics.js';
import type { CountedHandoff } from './pair-statistics.js';

const due = at('2026-11-24 18:00');
const row = (minutes: number | null, fields: Partial<CountedHandoff> = {}): CountedHandoff => ({
  from: 'sales',
  to: 'risk',
  state: minutes === null ? 'OPEN' : 'COMPLETED',
  dueAt: due,
  closedAt: minutes === null ? null : at('2026-11-24 12:00'),
  workedMs: minutes === null ? null : minutes * 60_000,
  ...fields,
});

describe('statistics of two departments', () => {
  it('[8.4] counts volume, times, punctuality and returns', () => {
    const rows = [
      row(10),
      row(20),
      row(30, { closedAt: at('2026-11-25 09:00') }),
      row(40, { state: 'RETURNED' }),
      row(null),
      row(null, { state: 'RECALLED', closedAt: due }),
    ];
    expect(pairStatistics(rows)).toEqual([
      {
        from: 'sales',
        to: 'risk',
        volume: 6,
        open: 1,
        completed: 3,
        returned: 1,
        recalled: 1,
        medianMinutes: 20,
        p90Minutes: 40,
        onTimeShare: 0.75,
      },
    ]);
  });

  it.each([
    ['nothing at all', [], []],
    ['only open work', [row(null)], [{ volume: 1, open: 1, medianMinutes: null, p90Minutes: null, onTimeShare: null }]],
    ['closed exactly at the deadline is on time', [row(5, { closedAt: due })], [{ onTimeShare: 1 }]],
    ['closed a minute later is not', [row(5, { closedAt: at('2026-11-24 18:01') })], [{ onTimeShare: 0 }]],
    [
      'a closing whose opening was never seen has no time',
      [row(5, { dueAt: null, workedMs: null })],
      [{ completed: 1, medianMinutes: null, onTimeShare: null }],
    ],
    ['only recalled work', [row(null, { state: 'RECALLED', closedAt: due })], [{ recalled: 1, open: 0, onTimeShare: null }]],
  ])('[8.4] %s', (_name, rows, expected) => {
    expect(pairStatistics(rows)).toMatchObject(expected);
  });

  it('[8.4] keeps the two directions of a pair apart', () => {
    expect(pairStatistics([row(1), row(2, { from: 'risk', to: 'sales' })]).map(({ from, to }) => `${from}>${to}`)).toEqual([
      'risk>sales',
      'sales>risk',
    ]);
  });

  it.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
  ])('[8.4] percentile of %j at %d is %s', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});
