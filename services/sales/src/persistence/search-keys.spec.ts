import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { FieldCipher, parseCipherKeys } from '@weilend/auth';
import { containing, nameKeys, nameQuestion, numberKeys, numberQuestion } from './search-keys.js';

const key = randomBytes(32).toString('base64');
const cipher = new FieldCipher(parseCipherKeys({ fieldKeys: JSON.stringify({ k: key }), fieldKeyId: 'k', blindIndexKey: key }));

describe('[3.7] names are found by any part of them', () => {
  test.each([
    ['王小明', '王', true],
    ['王小明', '小明', true],
    ['王小明', '王小明', true],
    ['王小明', '王明', false],
    ['王小明', '明小', false],
    ['欧阳小明', '阳小', true],
    ['𠮷田商店', '𠮷田', true],
    ['ABC 商行', 'abc商', true],
    ['ABC 商行', 'bc 商', true],
    ['北京惟联小额贷款有限公司', '惟联小额', true],
    ['北京惟联小额贷款有限公司', '惟联大额', false],
    ['A.B', 'A.', true],
    ['AXB', 'A.', false],
  ])('%s by %s: %s', (name, text, found) => {
    const keys = new Set(nameKeys(name));
    const possible = nameQuestion(text).every((one) => keys.has(one));
    expect(possible && containing(text).test(name)).toBe(found);
  });

  test('an empty text asks for nothing', () => {
    expect(nameQuestion('  ')).toEqual([]);
    expect(nameKeys('')).toEqual([]);
  });
});

describe('[3.7] numbers are found whole or by their last four, and read by nobody', () => {
  const keys = numberKeys(cipher, 'phone', '13800138000');

  test.each([
    ['13800138000', true],
    ['138 0013 8000', true],
    ['8000', true],
    ['1380', false],
    ['13800138001', false],
  ])('%s: %s', (text, found) => {
    expect(numberQuestion(cipher, text).some((one) => keys.includes(one))).toBe(found);
  });

  test('the kinds are apart, and nothing shows', () => {
    expect(numberKeys(cipher, 'card', '13800138000').some((one) => keys.includes(one))).toBe(false);
    expect(keys.join()).not.toContain('8000');
    expect(numberKeys(cipher, 'phone', null)).toEqual([]);
  });
});
