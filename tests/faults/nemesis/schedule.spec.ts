import { describe, expect, test } from '@jest/globals';
import { describeFault, FAULT_KINDS, makeSchedule } from './schedule.ts';

const options = { seed: 7, minutes: 10, kinds: FAULT_KINDS };

describe('the schedule of faults', () => {
  test('is the same for the same seed, and another one for another', () => {
    expect(makeSchedule(options)).toEqual(makeSchedule(options));
    expect(makeSchedule({ ...options, seed: 8 })).not.toEqual(makeSchedule(options));
  });

  test('brings every kind before it brings one again', () => {
    const first = makeSchedule(options).slice(0, FAULT_KINDS.length);
    expect(new Set(first.map(({ kind }) => kind)).size).toBe(FAULT_KINDS.length);
  });

  test('ends in time and names nothing but the kinds asked for', () => {
    const faults = makeSchedule({ ...options, minutes: 1, kinds: ['cut'] });
    expect(faults.every(({ atMs, kind }) => atMs < 60_000 && kind === 'cut')).toBe(true);
    expect(makeSchedule({ ...options, kinds: [] })).toEqual([]);
  });

  test('is told in words', () => {
    const fault = { atMs: 4_000, kind: 'clock-jump', target: 'sales', forMs: 6_000, amount: -7_200_000 } as const;
    expect(describeFault(fault)).toBe('    4.0 s  clock-jump sales -2 h for 6 s');
  });
});
