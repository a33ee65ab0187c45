import { expect, test } from '@jest/globals';
import { creditCodeCheck, parseCreditCode } from './credit-code.js';

test.each([
  ['91350100M000100Y43', '91350100M000100Y43'],
  ['91350100m000100y43', '91350100M000100Y43'],
  [' 91350100M000100Y43 ', '91350100M000100Y43'],
  // Remainder 0: the check character is "0".
  ['91350100MA00000230', '91350100MA00000230'],
])('[3.6] %s is a credit code', (text, code) => {
  expect(parseCreditCode(text)).toBe(code);
});

test.each([
  ['SHAPE', ''],
  ['SHAPE', '91350100M000100Y4'],
  ['SHAPE', '91350100M000100Y431'],
  ['SHAPE', '91350100I000100Y43'],
  ['SHAPE', '91350100M000100O43'],
  ['SHAPE', '91350100M000100S43'],
  ['SHAPE', '91350100M000100V43'],
  ['SHAPE', '91350100M000100Z43'],
  ['SHAPE', '9135A100M000100Y43'],
  ['SHAPE', '11010519491231002 '],
  ['CHECKSUM', '91350100M000100Y4A'],
  ['CHECKSUM', '91350100M000100Y34'],
  ['CHECKSUM', '91350100M0001TGQXM'],
  ['CHECKSUM', '92350100M000100Y43'],
])('[3.6] %s: "%s" is refused at its field', (problem, text) => {
  const parse = () => parseCreditCode(text, 'identity.creditCode');
  expect(parse).toThrow(expect.objectContaining({ code: 'CREDIT_CODE_INVALID', field: 'identity.creditCode', data: { problem } }));
});

test('[3.6] all 31 remainders give a character of the alphabet, each for one of 31 codes', () => {
  const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => creditCodeCheck(`91350100M000100Y${last}`));
  expect(new Set(characters).size).toBe(31);
});
