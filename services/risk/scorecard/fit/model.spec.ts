import { describe, expect, test } from '@jest/globals';
import { attributesNamed } from './attributes.ts';
import { tryRules } from './choose-rules.ts';
import { badChanceOf, corrected, fitModel, logLossOf, logOddsOf } from './model.ts';
import type { ModelRules } from './model.ts';
import { some } from './outcomes.builder.ts';

const rules: ModelRules = {
  ...{ classes: 4, leastShare: 0.05, leastShareOfLevel: 0.02, leastChiSquare: 1, prior: 0 },
  ...{ leastInformation: 0.01, ridge: 0 },
};
const sample = [...some(90, 10, { housing: 'OWN' }), ...some(50, 50, { housing: 'RENT' })];

describe('the model of a card', () => {
  const model = fitModel(sample, attributesNamed(['housing', 'job', 'telephone']), rules);

  test('one attribute alone gets coefficient 1 and gives the bad rates back', () => {
    expect(model.terms.map(({ attribute }) => attribute.fact)).toEqual(['housing']);
    expect(model.terms[0]?.coefficient).toBeCloseTo(1, 6);
    expect(badChanceOf(model, some(1, 0, { housing: 'OWN' })[0]!)).toBeCloseTo(0.1, 6);
    expect(badChanceOf(model, some(1, 0, { housing: 'RENT' })[0]!)).toBeCloseTo(0.5, 6);
  });

  test('what says nothing is left out, with the reason', () => {
    expect(model.leftOut.map(({ attribute, why }) => [attribute.fact, why])).toEqual([
      ['job', 'one band'],
      ['telephone', 'one band'],
    ]);
    const poor = fitModel([...sample, ...some(66, 34, { telephone: 'REGISTERED' })], attributesNamed(['housing', 'telephone']), {
      ...rules,
      leastInformation: 0.05,
      leastChiSquare: 0,
    });
    expect(poor.leftOut.map(({ attribute, why }) => [attribute.fact, why])).toEqual([['telephone', 'too little information']]);
  });

  test('what speaks against itself beside the others is left out', () => {
    // Telephone looks good alone only because its owners own homes; among equals it is the other way round.
    const tangled = [
      ...some(85, 15, { housing: 'OWN', telephone: 'REGISTERED' }),
      ...some(19, 1, { housing: 'OWN', telephone: 'NONE' }),
      ...some(8, 12, { housing: 'RENT', telephone: 'REGISTERED' }),
      ...some(50, 50, { housing: 'RENT', telephone: 'NONE' }),
    ];
    const { terms, leftOut } = fitModel(tangled, attributesNamed(['housing', 'telephone']), rules);
    expect(terms.map(({ attribute }) => attribute.fact)).toEqual(['housing']);
    expect(leftOut.map(({ why }) => why)).toEqual(['speaks against its own evidence beside the others']);
  });

  test('without any attribute that says something there is no card', () => {
    expect(() => fitModel(some(50, 50), attributesNamed(['housing']), rules)).toThrow('no attribute tells');
  });

  test('a correction keeps the order and moves the odds', () => {
    const [own, rent] = [some(1, 0, { housing: 'OWN' })[0]!, some(1, 0, { housing: 'RENT' })[0]!];
    const smaller = corrected(model, { intercept: 0.25, slope: 0.5 });
    for (const one of [own, rent]) expect(logOddsOf(smaller, one)).toBeCloseTo(0.25 + 0.5 * logOddsOf(model, one), 12);
  });

  test('the loss of true chances is their entropy', () => {
    const entropy = -0.5 * (0.1 * Math.log(0.1) + 0.9 * Math.log(0.9)) + 0.5 * Math.log(2);
    expect(logLossOf(model, sample)).toBeCloseTo(entropy, 6);
  });
});

describe('rules chosen by the data', () => {
  const grid = { ridges: [0.1, 1_000], leastChiSquares: [1], folds: 5 };
  const setting = { base: rules, grid, seed: 1 };

  test('all are tried, the least loss first, and the same seed chooses the same', () => {
    const tried = tryRules(sample, attributesNamed(['housing']), setting);
    expect(tried).toHaveLength(2);
    expect(tried[0]!.loss).toBeLessThanOrEqual(tried[1]!.loss);
    expect(tryRules(sample, attributesNamed(['housing']), setting)).toEqual(tried);
  });

  test('what is fitted on chance is drawn in', () => {
    // Levels without meaning, so finely cut that each part finds one: what they promise is not kept.
    const noise = ['NONE', 'REGISTERED'].flatMap((telephone, at) =>
      (['OWN', 'RENT', 'FREE'] as const).flatMap((housing, other) =>
        some(12 + ((at + other) % 2), 8, { telephone: telephone as never, housing }),
      ),
    );
    const [best] = tryRules([...sample, ...noise], attributesNamed(['housing', 'telephone']), {
      ...setting,
      base: { ...rules, leastInformation: 0, prior: 0 },
      grid: { ...grid, leastChiSquares: [0] },
    });
    expect(best!.correction.slope).toBeLessThan(1);
  });
});
