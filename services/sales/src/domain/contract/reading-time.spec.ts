import { expect, test } from '@jest/globals';
import { leastReadingSeconds, leastRecordingSeconds } from './reading-time.js';

const text = (characters: number) => [{ key: 'X', title: '', text: '字'.repeat(characters) }];

test.each([
  [0, 800, 10],
  [100, 800, 10],
  [800, 800, 60],
  [801, 800, 61],
  [800, 400, 120],
])('[4.17] %i characters at %i a minute take %i seconds at least', (characters, charactersPerMinute, seconds) => {
  expect(leastReadingSeconds(text(characters), { charactersPerMinute, leastRecordingSeconds: 30 })).toBe(seconds);
});

test('[4.17] titles are read too, blanks are not, and a rare character is one', () => {
  const clauses = [{ key: 'X', title: '标题', text: `${' \n'.repeat(500)}${'𫖯'.repeat(798)}` }];
  expect(leastReadingSeconds(clauses, { charactersPerMinute: 800, leastRecordingSeconds: 0 })).toBe(60);
});

test.each([
  [800, 30, 60],
  [100, 30, 30],
])('[4.18] a recording of %i characters with a minimum of %i lasts %i seconds at least', (characters, least, seconds) => {
  expect(leastRecordingSeconds(text(characters), { charactersPerMinute: 800, leastRecordingSeconds: least })).toBe(seconds);
});
