import { describe, expect, it } from '@jest/globals';
import { plainNote, plainWords } from './plain-words.js';

describe('[3.7] notes and reasons of collection', () => {
  it.each([' 下周发工资 ', 'pays 5000 on the 10th', 'x'.repeat(2_000)])('"%s" may stand', (text) => {
    expect(plainWords(text, 'note')).toBe(text.trim());
  });

  it.each([
    ['13800138000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['call 138 0013 8000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['卡号 6222-0212-3456-7890', 'PERSONAL_NUMBER_IN_TEXT'],
    ['x'.repeat(2_001), 'INPUT_INVALID'],
    [' ', 'COLLECTION_REASON_MISSING'],
  ])('"%s" may not', (text, code) => expect(() => plainWords(text, 'note')).toThrow(code));

  it('a note may be empty', () => expect(plainNote('  ', 'note')).toBe(''));
});
