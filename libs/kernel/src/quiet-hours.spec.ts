import { describe, expect, it } from '@jest/globals';
import { checkAwake, isQuiet, quietEnd } from './quiet-hours.js';

const night = { from: '22:00', to: '08:00' };
/** A local time of 2026-03-02 in Shanghai. */
const at = (time: string): Date => new Date(`2026-03-02T${time}+08:00`);

describe('[7.4] quiet hours of collection, regulation.md 1.6', () => {
  it.each([
    ['00:00:00', true],
    ['07:59:59.999', true],
    ['08:00:00', false],
    ['12:00:00', false],
    ['21:59:59.999', false],
    ['22:00:00', true],
    ['23:59:59.999', true],
  ])('%s is quiet: %s', (time, quiet) => {
    expect(isQuiet(at(time), night)).toBe(quiet);
    if (quiet)
      expect(() => checkAwake(at(time), night, 'heldAt')).toThrow(
        expect.objectContaining({ code: 'CONTACT_QUIET_HOURS', field: 'heldAt', data: night }),
      );
    else expect(() => checkAwake(at(time), night, 'heldAt')).not.toThrow();
  });

  it.each([
    ['11:59:59', false],
    ['12:00:00', true],
    ['13:59:59', true],
    ['14:00:00', false],
  ])('that do not cross midnight: %s is quiet: %s', (time, quiet) => {
    expect(isQuiet(at(time), { from: '12:00', to: '14:00' })).toBe(quiet);
  });

  it.each([
    ['03:00:00', '2026-03-02T08:00+08:00'],
    ['22:00:00', '2026-03-03T08:00+08:00'],
    ['10:30:00', '2026-03-02T10:30+08:00'],
  ])('from %s on the next moment is %s', (time, next) => expect(quietEnd(at(time), night)).toEqual(new Date(next)));
});
