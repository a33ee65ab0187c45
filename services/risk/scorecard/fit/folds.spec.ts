import { describe, expect, test } from '@jest/globals';
import { foldsOf } from './folds.ts';

const sample = Array.from({ length: 103 }, (_, no) => ({ no, isBad: no % 10 < 3 }));

describe('parts for cross-validation', () => {
  const splits = foldsOf(sample, 10, 1);

  test('each application is held back exactly once and never in its own training', () => {
    expect(splits.flatMap(({ held }) => held.map(({ no }) => no)).sort((one, other) => one - other)).toEqual(sample.map(({ no }) => no));
    for (const { held, training } of splits) {
      expect(held.length + training.length).toBe(103);
      expect(training.some((one) => held.includes(one))).toBe(false);
    }
  });

  test('the parts have the same share of bads and are equally large', () => {
    expect(new Set(splits.map(({ held }) => held.filter(({ isBad }) => isBad).length))).toEqual(new Set([3, 4]));
    expect(splits.every(({ held }) => held.length === 10 || held.length === 11)).toBe(true);
  });

  test('the same seed deals the same parts, another seed others', () => {
    expect(foldsOf(sample, 10, 1)).toEqual(splits);
    expect(foldsOf(sample, 10, 2)).not.toEqual(splits);
  });

  test.each([
    ['one part', 1],
    ['more parts than bads', 40],
  ])('%s is no cross-validation', (_name, folds) => expect(() => foldsOf(sample, folds, 1)).toThrow('cannot be dealt'));
});
