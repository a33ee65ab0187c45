import { describe, expect, it } from '@jest/globals';
import { DomainError, parseWorkingDuration } from '@weilend/kernel';
import { calendarTexts } from '../__cases__/calendar.cases.js';
import { deadlineMsOf, parseCalendar } from './company-calendar.js';

describe('the company calendar', () => {
  it('[1.2] reads hours, holidays and make-up days from the published texts', () => {
    const calendar = parseCalendar(calendarTexts);
    expect(calendar.hours).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ]);
    expect(calendar.holidays.has('2026-10-05')).toBe(true);
    expect(calendar.makeUpDays.has('2026-10-10')).toBe(true);
  });

  it.each([
    ['no JSON', { hours: 'nine to six' }, 'calendar.hours'],
    ['no list', { hours: '{"from":"09:00","to":"18:00"}' }, 'calendar.hours'],
    ['no hours at all', { hours: '[]' }, 'calendar.hours'],
    ['a span without end', { hours: '[{"from":"09:00"}]' }, 'calendar.hours'],
    ['an hour that no clock shows', { hours: '[{"from":"09:00","to":"25:00"}]' }, 'calendar.hours'],
    ['a span that runs backwards', { hours: '[{"from":"18:00","to":"09:00"}]' }, 'calendar.hours'],
    ['an empty span', { hours: '[{"from":"09:00","to":"09:00"}]' }, 'calendar.hours'],
    ['overlapping spans', { hours: '[{"from":"09:00","to":"13:00"},{"from":"12:00","to":"18:00"}]' }, 'calendar.hours'],
    ['spans out of order', { hours: '[{"from":"13:30","to":"18:00"},{"from":"09:00","to":"12:00"}]' }, 'calendar.hours'],
    ['a null span', { hours: '[null]' }, 'calendar.hours'],
    ['a holiday that is no date', { holidays: '["2026-02-30"]' }, 'calendar.holidays'],
    ['a holiday that is a number', { holidays: '[20261001]' }, 'calendar.holidays'],
    ['holidays that are no list', { holidays: '"2026-10-01"' }, 'calendar.holidays'],
    ['a make-up day that is no date', { makeUpDays: '["soon"]' }, 'calendar.make-up-days'],
  ])('[1.2] refuses %s', (_name, wrong, key) => {
    const parse = (): unknown => parseCalendar({ ...calendarTexts, ...wrong });
    expect(parse).toThrow(DomainError);
    expect(parse).toThrow(
      expect.objectContaining({ code: 'CALENDAR_INVALID', data: expect.objectContaining({ key }) }) as unknown as Error,
    );
  });

  it.each([
    ['3d', 22.5],
    ['4h', 4],
    ['0.5d', 3.75],
    ['1m', 1 / 60],
  ])('[1.2] %s is %d working hours', (text, hours) => {
    expect(deadlineMsOf(parseCalendar(calendarTexts), parseWorkingDuration(text))).toBe(Math.round(hours * 3_600_000));
  });

  it.each(['0d', '0m', '0.0h'])('[1.2] refuses %s: work without time is late before it begins', (text) => {
    expect(() => deadlineMsOf(parseCalendar(calendarTexts), parseWorkingDuration(text))).toThrow(DomainError);
  });
});
