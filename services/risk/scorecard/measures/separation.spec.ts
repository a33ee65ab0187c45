import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aucOf, giniOf, ksOf, stepsOf } from './separation.ts';
import type { Scored } from './separation.ts';

const scored = (text: string): Scored[] => text.split(' ').map((part) => ({ score: Number(part.slice(1)), isBad: part.startsWith('b') }));

describe('[4.9] AUC and KS of whole points', () => {
  test.each([
    ['every good above every bad', 'b1 b2 g3 g4', 1, 1],
    ['every good below every bad', 'g1 g2 b3 b4', 0, 1],
    ['all the same score', 'g5 b5 g5 b5 g5', 0.5, 0],
    // Pairs good over bad: g3>b1, g3=b3, g2>b1, g2<b3 -> (1 + 0.5 + 1 + 0) / 4.
    ['one tie of four pairs', 'b1 g2 g3 b3', 0.625, 0.5],
    // 3 goods, 2 bads: g10>b4, g10>b7, g7>b4, g7=b7, g4=b4, g4<b7 -> (1 + 1 + 1 + 0.5 + 0.5 + 0) / 6.
    ['two ties of six pairs', 'g10 g7 g4 b7 b4', 4 / 6, 1 / 3],
    ['one of each, tied', 'g0 b0', 0.5, 0],
  ])('%s', (_name, text, auc, ks) => {
    expect(aucOf(scored(text))).toBeCloseTo(auc, 12);
    expect(ksOf(scored(text)).ks).toBeCloseTo(ks, 12);
  });

  test('KS names the score at which the distance is greatest', () => {
    const { ks, score } = ksOf(scored('b1 b2 b5 g2 g6 g7'));
    expect(score).toBe(5);
    expect(ks).toBeCloseTo(2 / 3, 12);
  });

  test('the AUC is the share of won pairs, ties counted half, whatever the file', () => {
    const applications = fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), isBad: fc.boolean() }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(applications, (rows) => {
        fc.pre(rows.some(({ isBad }) => isBad) && rows.some(({ isBad }) => !isBad));
        const goods = rows.filter(({ isBad }) => !isBad);
        const bads = rows.filter(({ isBad }) => isBad);
        const won = goods.flatMap((good) => bads.map((bad) => (good.score > bad.score ? 1 : good.score === bad.score ? 0.5 : 0)));
        expect(aucOf(rows)).toBeCloseTo(won.reduce((sum: number, one) => sum + one, 0) / won.length, 10);
      }),
    );
  });

  test.each(['g1 g2', 'b1'])('one outcome alone cannot be told apart: %s', (text) => {
    expect(() => aucOf(scored(text))).toThrow('one good and one bad');
    expect(() => ksOf(scored(text))).toThrow('one good and one bad');
  });

  test('the steps end at all goods and all bads, one a score', () => {
    expect(stepsOf(scored('b1 g1 g2'))).toEqual([
      { score: 1, goods: 0.5, bads: 1 },
      { score: 2, goods: 1, bads: 1 },
    ]);
  });

  test.each([
    [0.5, 0],
    [0.75, 0.5],
    [1, 1],
  ])('AUC %d is Gini %d', (auc, gini) => expect(giniOf(auc)).toBe(gini));
});
