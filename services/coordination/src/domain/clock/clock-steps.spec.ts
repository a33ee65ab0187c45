import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { at, shown } from '../__cases__/calendar.cases.js';
import type { ClockStops } from './clock-steps.js';
import { checkAdvance, LONGEST_ADVANCE_DAYS, nextClockStep } from './clock-steps.js';

/** Where the clock stops between two moments that have three due ones between them. */
function walk(stops: ClockStops): (string | null)[] {
  const due = ['2026-11-23 16:07', '2026-11-24 18:00', '2026-11-26 10:00'].map(at);
  const wanted = { to: at('2026-11-26 12:00'), stops };
  const visited: (string | null)[] = [];
  let now = at('2026-11-23 09:00');
  for (
    let step = nextClockStep(now, wanted, due[0] ?? null);
    step;
    step = nextClockStep(now, wanted, due.find((moment) => moment > now) ?? null)
  ) {
    expect(step.getTime()).toBeGreaterThan(now.getTime());
    now = step;
    visited.push(shown(now));
  }
  return visited;
}

describe('the steps of the clock', () => {
  it.each([
    ['to the target when nothing is between', '2026-11-23 09:00', '2026-11-23 17:00', null, '2026-11-23 17:00'],
    ['to the next due moment first', '2026-11-23 09:00', '2026-11-23 17:00', '2026-11-23 11:00', '2026-11-23 11:00'],
    ['to midnight in Shanghai first', '2026-11-23 20:00', '2026-11-25 09:00', '2026-11-24 11:00', '2026-11-24 00:00'],
    ['not beyond the target', '2026-11-23 09:00', '2026-11-23 10:00', '2026-11-23 11:00', '2026-11-23 10:00'],
    ['a due moment at the target', '2026-11-23 09:00', '2026-11-23 10:00', '2026-11-23 10:00', '2026-11-23 10:00'],
    ['what is due already does not hold the clock back', '2026-11-23 09:00', '2026-11-23 17:00', '2026-11-23 08:00', '2026-11-23 17:00'],
    ['nowhere when it has arrived', '2026-11-23 17:00', '2026-11-23 17:00', null, null],
    ['nowhere when the target is past', '2026-11-23 18:00', '2026-11-23 17:00', null, null],
    ['over the new year', '2026-12-31 23:00', '2027-01-02 00:00', null, '2027-01-01 00:00'],
  ])('[8.6] %s', (_name, now, to, due, expected) => {
    expect(shown(nextClockStep(at(now), { to: at(to) }, due ? at(due) : null))).toBe(expected);
  });

  it.each([
    ['2026-11-23T03:00:00.001Z', '2026-11-23 11:01'],
    ['2026-11-23T03:00:59.999Z', '2026-11-23 11:01'],
    ['2026-11-23T03:00:00.000Z', '2026-11-23 11:00'],
    ['2026-11-23T15:59:30.000Z', '2026-11-24 00:00'],
  ])('[8.6] what is due at %s is due by %s: never early, and one step for all of a minute', (due, expected) => {
    const step = nextClockStep(at('2026-11-23 09:00'), { to: at('2026-11-25 00:00') }, new Date(due));
    expect(shown(step)).toBe(expected);
    expect(step?.getTime()).toBeGreaterThanOrEqual(new Date(due).getTime());
  });

  it('[8.6] a walk visits every due moment and every day, once, and arrives', () => {
    expect(walk('EVERY_DAY')).toEqual([
      '2026-11-23 16:07',
      '2026-11-24 00:00',
      '2026-11-24 18:00',
      '2026-11-25 00:00',
      '2026-11-26 00:00',
      '2026-11-26 10:00',
      '2026-11-26 12:00',
    ]);
  });

  it('[8.6] a walk that stops nowhere is one step', () => {
    expect(walk('NOWHERE')).toEqual(['2026-11-26 12:00']);
  });

  it.each([
    ['the present', 0, 'CLOCK_ONLY_FORWARD'],
    ['the past', -1, 'CLOCK_ONLY_FORWARD'],
    ['a far future', LONGEST_ADVANCE_DAYS * 86_400_000 + 1, 'CLOCK_TOO_FAR'],
  ])('[8.6] refuses %s', (_name, ms, code) => {
    const now = at('2026-11-23 09:00');
    expect(() => checkAdvance(now, new Date(now.getTime() + ms))).toThrow(new DomainError(code));
  });

  it.each([1, 86_400_000, LONGEST_ADVANCE_DAYS * 86_400_000])('[8.6] allows %d ms', (ms) => {
    const now = at('2026-11-23 09:00');
    expect(() => checkAdvance(now, new Date(now.getTime() + ms))).not.toThrow();
  });
});
