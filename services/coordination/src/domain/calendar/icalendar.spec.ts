import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at } from '../__cases__/calendar.cases.js';
import { calendarText, escapeText, foldLine } from './icalendar.js';
import type { CalendarEvent } from './icalendar.js';

const event: CalendarEvent = {
  uid: 'mtg_1@weilend',
  sequence: 2,
  createdAt: at('2026-11-26 18:00'),
  startsAt: at('2026-11-27 11:00'),
  endsAt: at('2026-11-27 12:00'),
  summary: '逾期交接协调会，风险部; 审批委员会',
  description: '议程：\n1. 原因、处理办法与责任人\n2. 其他',
  status: 'CONFIRMED',
  categories: ['风险部', '审批委员会'],
};
const octets = (line: string): number => new TextEncoder().encode(line).length;
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('[8.1] names zone, time, text and state of a meeting, and ends every line with CRLF', () => {
    const text = calendarText('协调会议', 'PUBLISH', [event]);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(unfold(text)).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'TZOFFSETTO:+0800',
        'UID:mtg_1@weilend',
        'SEQUENCE:2',
        'DTSTAMP:20261126T100000Z',
        'DTSTART;TZID=Asia/Shanghai:20261127T110000',
        'DTEND;TZID=Asia/Shanghai:20261127T120000',
        'SUMMARY:逾期交接协调会，风险部\\; 审批委员会',
        'DESCRIPTION:议程：\\n1. 原因、处理办法与责任人\\n2. 其他',
        'CATEGORIES:风险部,审批委员会',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('[8.1] without a meeting is a calendar all the same', () => {
    expect(calendarText('空', 'PUBLISH', [])).not.toContain('VEVENT');
  });

  it.each([
    ['a;b,c', 'a\\;b\\,c'],
    ['a\\n', 'a\\\\n'],
    ['one\r\ntwo\rthree\nfour', 'one\\ntwo\\nthree\\nfour'],
    ['BEGIN:VEVENT\r\nUID:x', 'BEGIN:VEVENT\\nUID:x'],
    ['', ''],
  ])('[8.1] escapes %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it.each([
    ['a short line', 'SUMMARY:会', 'SUMMARY:会'],
    ['75 octets', 'x'.repeat(75), 'x'.repeat(75)],
    ['76 octets', 'x'.repeat(76), `${'x'.repeat(75)}\r\n x`],
    ['a character that would be cut', `${'x'.repeat(74)}会议`, `${'x'.repeat(74)}\r\n 会议`],
  ])('[8.1] folds %s', (_name, line, expected) => {
    expect(foldLine(line)).toBe(expected);
  });

  it('[8.1] property: no line is longer than 75 octets, and unfolding gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
      { numRuns: 200 },
    );
  });
});
