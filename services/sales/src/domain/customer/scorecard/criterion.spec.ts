import { expect, test } from '@jest/globals';
import { banded } from './criterion.js';

test.each([
  [-1, 10],
  [5, 10],
  [5.01, 20],
  [9, 20],
  [10, 0],
])('%d falls into the band of %d points', (value, points) => {
  const bands = [
    [5, 10],
    [9, 20],
  ] as const;
  expect(banded(value, bands)).toBe(points);
});
