import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chiSquareOf, mergeNeighbours } from './merge.ts';
import type { MergeRules } from './merge.ts';
import { totalOf } from './weight-of-evidence.ts';

/** Goods/bads, band by band. */
const counts = (text: string) =>
  text.split(' ').map((band) => {
    const [goods = 0, bads = 0] = band.split('/').map(Number);
    return { goods, bads };
  });
const rules = (change: Partial<MergeRules>): MergeRules => ({ leastRows: 1, leastChiSquare: 0, shape: 'FREE', ...change });
const merged = (text: string, change: Partial<MergeRules>): string =>
  mergeNeighbours(counts(text), rules(change))
    .map(({ from, to, goods, bads }) => `${from}-${to}:${goods}/${bads}`)
    .join(' ');

describe('few, robust bands', () => {
  test.each<[string, string, Partial<MergeRules>, string]>([
    ['bands that differ stay', '90/10 50/50', {}, '0-0:90/10 1-1:50/50'],
    ['a small band joins the neighbour that is more like it', '90/10 3/3 50/50', { leastRows: 10 }, '0-0:90/10 1-2:53/53'],
    ['a small first band has one neighbour', '1/1 50/50 90/10', { leastRows: 10 }, '0-1:51/51 2-2:90/10'],
    ['a small last band too', '90/10 50/50 1/1', { leastRows: 10 }, '0-0:90/10 1-2:51/51'],
    ['an empty band joins', '90/10 0/0 50/50', {}, '0-1:90/10 2-2:50/50'],
    ['all too small is one band', '1/1 1/1 1/1', { leastRows: 50 }, '0-2:3/3'],
    ['neighbours that differ by less than chance join', '80/20 79/21 50/50', { leastChiSquare: 1 }, '0-1:159/41 2-2:50/50'],
    ['equal bands join whatever the order', '50/50 50/50 50/50', { leastChiSquare: 0.01 }, '0-2:150/150'],
    ['a rise is kept', '90/10 80/20 50/50', { shape: 'MONOTONE' }, '0-0:90/10 1-1:80/20 2-2:50/50'],
    ['a fall is kept', '50/50 80/20 90/10', { shape: 'MONOTONE' }, '0-0:50/50 1-1:80/20 2-2:90/10'],
    ['a dip is pooled', '90/10 50/50 60/40 20/80', { shape: 'MONOTONE' }, '0-0:90/10 1-2:110/90 3-3:20/80'],
    ['a zigzag of chance is one band', '50/50 60/40 50/50', { shape: 'MONOTONE', leastChiSquare: 4 }, '0-2:160/140'],
    ['one turn with a good reason stays', '50/50 90/10 40/60', { shape: 'ONE_TURN' }, '0-0:50/50 1-1:90/10 2-2:40/60'],
    ['a turn of chance does not', '70/30 72/28 40/60', { shape: 'ONE_TURN', leastChiSquare: 1 }, '0-1:142/58 2-2:40/60'],
    ['a second turn is pooled', '50/50 90/10 40/60 60/40', { shape: 'ONE_TURN' }, '0-0:50/50 1-1:90/10 2-3:100/100'],
  ])('%s', (_name, text, change, result) => expect(merged(text, change)).toBe(result));

  test('chi-square by hand: 20 of 100 against 40 of 100 bads', () => {
    // 30 expected in each: ((20-30)^2 + (40-30)^2) / (100 x 0.3 x 0.7).
    expect(chiSquareOf(counts('80/20 60/40'))).toBeCloseTo(200 / 21, 12);
    expect(chiSquareOf(counts('80/20 80/20'))).toBe(0);
    expect(chiSquareOf(counts('80/0 60/0'))).toBe(0);
  });

  test('nobody is lost, no band is too small, and a monotone result only rises or only falls', () => {
    const count = fc.record({ goods: fc.integer({ min: 0, max: 30 }), bads: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('MONOTONE' as const, 'FREE' as const),
        (classes, shape) => {
          fc.pre(totalOf(classes).goods + totalOf(classes).bads >= 20);
          const runs = mergeNeighbours(classes, rules({ shape, leastRows: 20, leastChiSquare: 1 }));
          expect(totalOf(runs)).toEqual(totalOf(classes));
          expect(runs.every(({ goods, bads }) => goods + bads >= 20)).toBe(true);
          expect(runs.flatMap(({ from, to }) => [from, to + 1]).filter((_, at) => at % 2 === 1)).toEqual([
            ...runs.slice(1).map(({ from }) => from),
            classes.length,
          ]);
          if (shape === 'FREE') return;
          const rates = runs.map(({ goods, bads }) => bads / (goods + bads));
          const moves = new Set(rates.slice(1).map((rate, at) => Math.sign(rate - (rates[at] ?? 0))));
          expect(moves.size).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
