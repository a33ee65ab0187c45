import { describe, expect, it } from '@jest/globals';
import { amountText } from './amount.js';

describe('[4.15] amounts on papers', () => {
  it.each([
    [0, '0.00'],
    [7, '0.07'],
    [999_99, '999.99'],
    [1_000_00, '1,000.00'],
    [123_456_789_01, '123,456,789.01'],
    [-1_234_56, '-1,234.56'],
    [-100_00, '-100.00'],
  ])('%d fen are %s', (fen, text) => {
    expect(amountText(fen)).toBe(text);
  });

  it.each([0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 2])('%d is no amount', (fen) => {
    expect(() => amountText(fen)).toThrow();
  });
});
