// Calendar files as every phone and mail program reads them (iCalendar, RFC 5545): Chinese texts escaped, lines folded at 75 octets, times in
// Shanghai with the time zone written out. A date library is not needed: China keeps UTC+8.
import { businessDateOf, instantOf } from '@weilend/kernel';

export interface CalendarEvent {
  /** Stable for ever: a program that has the event changes it instead of adding one. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly createdAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  readonly categories: readonly string[];
}

export type CalendarMethod = 'PUBLISH' | 'CANCEL';

const MINUTE_MS = 60_000;
const LINE_OCTETS = 75;
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** One calendar file, lines ended by CRLF. */
export function calendarText(name: string, method: CalendarMethod, events: readonly CalendarEvent[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Weilend//Coordination//ZH', 'CALSCALE:GREGORIAN', `METHOD:${method}`];
  const lines = [...head, `X-WR-CALNAME:${escapeText(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai', ...ZONE, ...events.flatMap(eventLines)];
  return [...lines, 'END:VCALENDAR'].map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Backslash, semicolon, comma and line ends have a meaning of their own in a text value. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Breaks a line so that none is longer than 75 octets of UTF-8, never inside a character. */
export function foldLine(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (used + octets > LINE_OCTETS) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += octets;
  }
  return folded;
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcTime(event.createdAt)}`,
    `DTSTART;TZID=Asia/Shanghai:${localTime(event.startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${localTime(event.endsAt)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `CATEGORIES:${event.categories.map(escapeText).join(',')}`,
    `STATUS:${event.status}`,
    'END:VEVENT',
  ];
}

/** `20261127T110000` in Shanghai. */
function localTime(instant: Date): string {
  const day = businessDateOf(instant);
  const minutes = Math.floor((instant.getTime() - instantOf(day).getTime()) / MINUTE_MS);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.replaceAll('-', '')}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
}

function utcTime(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
