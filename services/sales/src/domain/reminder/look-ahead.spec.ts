import { expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { lookAheadEnd } from './look-ahead.js';

const calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  makeUpDays: new Set(['2026-10-10']),
  hours: [{ from: '09:00', to: '18:00' }],
};

it.each([
  ['a Monday, to the end of Wednesday', '2026-11-23', '2026-11-26'],
  ['a Thursday, over the weekend to the end of Monday', '2026-11-26', '2026-12-01'],
  ['a Friday, to the end of Tuesday', '2026-11-27', '2026-12-02'],
  ['a Saturday, to the end of Tuesday', '2026-11-28', '2026-12-02'],
  ['the eve of a long holiday, to the end of its second day after', '2026-09-30', '2026-10-10'],
  ['a Friday before a made-up Saturday, to the end of Monday', '2026-10-09', '2026-10-13'],
])('[2.5] a day looks ahead: on %s', (_title, today, end) => {
  expect(lookAheadEnd(calendar, parseLocalDate(today))).toBe(end);
});
