import { expect, test } from '@jest/globals';
import { rmbCapitals } from './rmb-capitals.js';

test.each([
  [140_950, '人民币壹仟肆佰零玖元伍角'],
  [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [32_504, '人民币叁佰贰拾伍元零肆分'],
  [5_000_000, '人民币伍万元整'],
  [0, '人民币零元整'],
  [1, '人民币壹分'],
  [10, '人民币壹角'],
  [12, '人民币壹角贰分'],
  [100, '人民币壹元整'],
  [1_000_001, '人民币壹万元零壹分'],
  [10_000_000_100, '人民币壹亿零壹元整'],
  [10_001_000_000, '人民币壹亿零壹万元整'],
  // The 零 between 万 and 仟 is optional by the annex; it is left out.
  [100_100_100, '人民币壹佰万壹仟零壹元整'],
  [10_050_000_000, '人民币壹亿零伍拾万元整'],
  [123_456_789_012, '人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
])('[4.16] %d fen is %s', (amount, text) => {
  expect(rmbCapitals(amount)).toBe(text);
});

test.each([-1, 0.5, Number.NaN])('no capitals for %d', (amount) => {
  expect(() => rmbCapitals(amount)).toThrow();
});
