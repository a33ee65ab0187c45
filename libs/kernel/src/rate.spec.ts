import { describe, expect, test } from '@jest/globals';
import { compareRates, parseRate, rateToScaled, scaledToRate } from './rate.js';

describe('parseRate', () => {
  test.each([
    ['0.12', '0.12'],
    ['0.120', '0.12'],
    ['1', '1'],
    ['1.000', '1'],
    ['0', '0'],
    ['0.000000000001', '0.000000000001'],
  ])('%s is %s', (text, rate) => {
    expect(parseRate(text)).toBe(rate);
    expect(scaledToRate(rateToScaled(parseRate(text)))).toBe(rate);
  });

  test.each(['', '12%', '-0.1', '.12', '0.', '0.1234567890123', '1e-1', '12345', 'abc'])('refuses "%s"', (text) => {
    expect(() => parseRate(text)).toThrow('RATE_INVALID');
  });
});

test.each([
  ['0.12', '0.2', -1],
  ['0.2', '0.12', 1],
  ['0.10', '0.1', 0],
])('%s against %s is %d', (a, b, order) => {
  expect(compareRates(parseRate(a), parseRate(b))).toBe(order);
});
