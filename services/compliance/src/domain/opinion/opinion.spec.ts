import { describe, expect, it } from '@jest/globals';
import { opinionWords } from './opinion.js';

describe('[8.5] the words of an opinion', () => {
  it.each([
    ['  cash flow of 1,200,000.00 covers it  ', 'cash flow of 1,200,000.00 covers it'],
    ['同意，建议追加担保', '同意，建议追加担保'],
  ])('"%s" may go', (text, kept) => {
    expect(opinionWords(text, 'text')).toBe(kept);
  });

  it.each([
    ['', 'OPINION_TEXT_MISSING'],
    ['   ', 'OPINION_TEXT_MISSING'],
    [' ok ', 'OPINION_TEXT_MISSING'],
    ['call 13800138000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['call 138-0013-8000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['his card is 6222 0212 3456 7890', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('"%s" is refused', (text, code) => {
    expect(() => opinionWords(text, 'text')).toThrow(expect.objectContaining({ code, field: 'text' }));
  });
});
