import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedOf, SEEDS, shuffled } from './seeded-order.js';

const seeds = fc.integer({ min: 0, max: SEEDS - 1 });

test('nothing is lost and nothing added, whatever the seed; the same seed gives the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), seeds, (given, seed) => {
      const order = shuffled(given, seed);
      expect([...order].sort((a, b) => a - b)).toEqual([...given].sort((a, b) => a - b));
      expect(shuffled(given, seed)).toEqual(order);
    }),
  );
});

test('every place is reached about equally often', () => {
  const places = [0, 0, 0, 0];
  for (let seed = 0; seed < 4_000; seed++) places[shuffled([0, 1, 2, 3], seed).indexOf(0)]! += 1;
  for (const count of places) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test('parts of a seed differ and are seeds again', () => {
  const parts = Array.from({ length: 200 }, (_, part) => seedOf(7, part));
  expect(new Set(parts).size).toBe(200);
  for (const part of parts) expect(shuffled([1, 2], part)).toHaveLength(2);
});

test.each([-1, 0.5, SEEDS, Number.NaN])('%s is no seed', (seed) => {
  expect(() => shuffled([1], seed)).toThrow('seed');
});
