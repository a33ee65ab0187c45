import { describe, expect, it, test } from '@jest/globals';
import { CARD_FACTS, FACT_NAMES } from './card-facts.js';
import { FACT_WORDS, wordsOf } from './score-words.js';

describe('[4.10] the words for an applicant', () => {
  it.each(FACT_NAMES)('%s is called in Chinese', (fact) => {
    expect(FACT_WORDS[fact]).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  test('every word of every form has its Chinese', () => {
    const bare = FACT_NAMES.flatMap((fact) => {
      const known = CARD_FACTS[fact];
      const values = known.kind === 'TEXT' ? (known.values ?? []) : [];
      return values.filter((value) => wordsOf(fact, value) === value);
    });
    expect(bare).toEqual([]);
  });

  it.each([
    ['ageInYears', 17, '17 岁'],
    ['amountFen', 123_456, '1234.56 元'],
    ['instalmentRatePercent', 1, '35% 及以上'],
    ['bureauSeriousDelinquency', true, '有'],
    ['purpose', 'VEHICLE', '购车'],
    ['purpose', 'SHARES', 'SHARES'],
    ['savings', null, '未核实'],
  ] as const)('%s %j', (fact, value, words) => {
    expect(wordsOf(fact, value)).toBe(words);
  });
});
