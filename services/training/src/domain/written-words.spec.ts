import { expect, test } from '@jest/globals';
import { writtenWords } from './written-words.js';

test.each<[string, string, number, string]>([
  ['an empty text', '', 1, 'TEXT_TOO_SHORT'],
  ['blanks', '      ', 5, 'TEXT_TOO_SHORT'],
  ['a text one character too short', '很好很', 4, 'TEXT_TOO_SHORT'],
  ['[3.7] a mobile number', '客户电话是13800138000请联系', 5, 'PERSONAL_NUMBER_IN_TEXT'],
  ['[3.7] a mobile number in groups', 'call 138 0013 8000 please', 5, 'PERSONAL_NUMBER_IN_TEXT'],
  ['[3.7] a landline', 'call 010-62345678 please', 5, 'PERSONAL_NUMBER_IN_TEXT'],
  ['[3.7] an identity number', '身份证号11010519491231002X', 5, 'PERSONAL_NUMBER_IN_TEXT'],
  ['[3.7] a bank card', 'the card 6222 0202 0011 2233', 5, 'PERSONAL_NUMBER_IN_TEXT'],
])('refused: %s', (_name, text, atLeast, code) => {
  expect(() => writtenWords(text, 'text', atLeast)).toThrow(code);
});

test.each([
  ['trimmed', '  案例很有用  ', '案例很有用'],
  ['with a year and an amount', '2026 年放款 1200000 元', '2026 年放款 1200000 元'],
  ['characters beyond the basic plane count once', '𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
])('kept: %s', (_name, text, kept) => {
  expect(writtenWords(text, 'text')).toBe(kept);
});
