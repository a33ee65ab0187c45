import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../../../test/builders/refusal.builder.js';
import { leastReadingSeconds, leastRecordingSeconds, requireReading } from './reading-time.js';

const text = (characters: number) => [{ key: 'X', title: '', text: '字'.repeat(characters) }];

test.each([
  [0, 800, 10],
  [100, 800, 10],
  [800, 800, 60],
  [801, 800, 61],
  [800, 400, 120],
])('[4.17] %i characters at %i a minute take %i seconds at least', (characters, charactersPerMinute, seconds) => {
  expect(leastReadingSeconds(text(characters), { charactersPerMinute, floorSeconds: 10, leastRecordingSeconds: 30 })).toBe(seconds);
});

test('[4.17] titles are read too, blanks are not, and a rare character is one', () => {
  const clauses = [{ key: 'X', title: '标题', text: `${' \n'.repeat(500)}${'𫖯'.repeat(798)}` }];
  expect(leastReadingSeconds(clauses, { charactersPerMinute: 800, floorSeconds: 10, leastRecordingSeconds: 0 })).toBe(60);
});

test.each([
  [800, 30, 60],
  [100, 30, 30],
])('[4.18] a recording of %i characters with a minimum of %i lasts %i seconds at least', (characters, least, seconds) => {
  expect(leastRecordingSeconds(text(characters), { charactersPerMinute: 800, floorSeconds: 10, leastRecordingSeconds: least })).toBe(
    seconds,
  );
});

test.each([
  [1, 1],
  [10, 10],
  [25, 25],
])('[4.17] nobody reads faster than a policy of %i seconds says', (floorSeconds, seconds) => {
  expect(leastReadingSeconds(text(5), { charactersPerMinute: 800, floorSeconds, leastRecordingSeconds: 0 })).toBe(seconds);
});

describe('[4.17] a reading that is told', () => {
  const rules = { charactersPerMinute: 800, floorSeconds: 10, leastRecordingSeconds: 30 };
  const shownAt = new Date('2026-11-25T01:00:00.000Z');

  test.each<[string, number, number, string]>([
    ['as long as the text has been there', 60, 60_000, 'none'],
    ['of a text from the day before', 60, 86_400_000, 'none'],
    ['longer than needed', 600, 600_000, 'none'],
    ['an instant after the text was written', 60, 0, 'READING_TOO_LONG'],
    ['a second longer than the text has been there', 61, 60_000, 'READING_TOO_LONG'],
    ['a fraction of a second longer', 61, 60_999, 'READING_TOO_LONG'],
    ['of an hour after a minute', 3_600, 60_000, 'READING_TOO_LONG'],
    ['without end', Number.POSITIVE_INFINITY, 60_000, 'READING_TOO_LONG'],
    ['before the text was there', 60, -1, 'READING_TOO_LONG'],
    ['a second too short', 59, 600_000, 'READING_TOO_SHORT'],
    ['of no time', 0, 600_000, 'READING_TOO_SHORT'],
    ['of less than no time', -60, 600_000, 'READING_TOO_SHORT'],
    ['of no number', Number.NaN, 600_000, 'READING_TOO_SHORT'],
  ])('%s', (_title, seconds, afterMs, code) => {
    const told = { seconds, shownAt, at: new Date(shownAt.getTime() + afterMs) };
    expect(codeOf(() => requireReading(told, text(800), rules))).toBe(code);
  });
});
