import { describe, expect, test } from '@jest/globals';
import { Random } from '../../../../tests/faults/lib/random.ts';
import { aucOf } from '../measures/separation.ts';
import { attributesNamed } from './attributes.ts';
import { crossValidate, mean, scoresBy } from './cross-validate.ts';
import { fitCard, RECIPE } from './fit-card.ts';
import { some } from './outcomes.builder.ts';

const attributes = attributesNamed(['housing', 'telephone', 'age_in_years']);
const setting = { recipe: RECIPE, seed: 1, folds: 5 };
const sample = [
  ...some(90, 10, { housing: 'OWN', telephone: 'REGISTERED', ageInYears: 50 }),
  ...some(80, 20, { housing: 'OWN', ageInYears: 40 }),
  ...some(60, 40, { housing: 'RENT', telephone: 'REGISTERED', ageInYears: 30 }),
  ...some(40, 60, { housing: 'RENT', ageInYears: 20 }),
];

describe('[4.9] what a procedure is worth on applications it has not seen', () => {
  test('each application is scored once, by a card fitted without it', () => {
    const { folds, auc } = crossValidate(sample, attributes, setting);
    expect(folds.flatMap(({ held }) => held)).toHaveLength(400);
    expect(auc).toBeCloseTo(mean(folds.map((one) => one.auc)), 12);
    expect(auc).toBeGreaterThan(0.65);
  });

  test('the same seed gives the same figures to the last digit, another seed others', () => {
    const figures = (seed: number) => crossValidate(sample, attributes, { ...setting, seed }).folds.map(({ auc, ks }) => [auc, ks]);
    expect(figures(1)).toEqual(figures(1));
    expect(figures(2)).not.toEqual(figures(1));
  });

  test('outcomes that are chance give no separation: nothing of the held part leaks into its card', () => {
    const random = new Random(11, 'chance');
    const chance = [1, 2, 3, 4].flatMap((part) =>
      some(100, 0, { housing: part % 2 ? 'OWN' : 'RENT', telephone: part > 2 ? 'NONE' : 'REGISTERED' }).map((one) => ({
        facts: {
          ...one.facts,
          ageInYears: random.between(20, 70),
          termMonths: random.between(4, 48),
          amountFen: random.between(50_000, 900_000),
        },
        isBad: random.chance(0.4),
      })),
    );
    const candidates = attributesNamed(['housing', 'telephone', 'age_in_years', 'duration_in_month', 'credit_amount']);
    const recipe = {
      ...RECIPE,
      rules: { ...RECIPE.rules, leastInformation: 0, leastChiSquare: 0 },
      grid: { ridges: [5], leastChiSquares: [0], folds: 3 },
      scale: { ...RECIPE.scale, baseScore: 2_000 },
    };
    const aucs = [1, 2, 3].map((seed) => crossValidate(chance, candidates, { ...setting, recipe, seed }).auc);
    const own = fitCard(chance, candidates, { recipe, seed: 1, id: 'chance', version: 1 });
    expect(Math.abs(mean(aucs) - 0.5)).toBeLessThan(0.06);
    expect(aucOf(scoresBy(own.card, chance))).toBeGreaterThan(0.52);
  });

  test('the points are those of the service, with a clean bureau report', () => {
    const { card } = fitCard(sample, attributes, { recipe: RECIPE, seed: 1, id: 'x', version: 1 });
    const [best] = scoresBy(card, some(1, 0, { housing: 'OWN', telephone: 'REGISTERED', ageInYears: 50 }));
    const [worst] = scoresBy(card, some(0, 1, { housing: 'RENT', ageInYears: 20 }));
    expect(best!.score).toBeGreaterThan(worst!.score);
    expect(worst).toEqual({ score: worst!.score, isBad: true });
  });
});
