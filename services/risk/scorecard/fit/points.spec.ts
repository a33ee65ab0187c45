import { describe, expect, test } from '@jest/globals';
import { attributesNamed } from './attributes.ts';
import { cardOf, RECIPE } from './fit-card.ts';
import { fitModel } from './model.ts';
import { some } from './outcomes.builder.ts';
import { badChanceAt, pointsOf, scoreAtOdds } from './points.ts';

const sample = [...some(80, 20, { housing: 'OWN' }), ...some(50, 50, { housing: 'RENT' })];
const rules = { ...RECIPE.rules, prior: 0, ridge: 0, leastInformation: 0 };
const model = fitModel(sample, attributesNamed(['housing']), rules);
const scale = { baseScore: 100, baseOdds: 4, pointsToDouble: 20 };

describe('[4.10] whole points', () => {
  test('4 to 1 is the base score, 1 to 1 two doublings below', () => {
    expect(pointsOf(model, scale)).toEqual({
      housing: [
        { values: ['RENT', 'FREE'], points: 60 },
        { values: ['OWN'], points: 100 },
      ],
    });
  });

  test('a base score that would need negative points is refused with the one that does', () => {
    expect(() => pointsOf(model, { ...scale, baseScore: 39 })).toThrow('at least 40');
    expect(Math.min(...(pointsOf(model, { ...scale, baseScore: 40 }).housing ?? []).map(({ points }) => points))).toBe(0);
  });

  test('what the scale needs is shared among the attributes', () => {
    const two = [
      ...sample,
      ...some(90, 10, { telephone: 'REGISTERED', housing: 'OWN' }),
      ...some(65, 35, { telephone: 'REGISTERED', housing: 'RENT' }),
    ];
    const card = cardOf(fitModel(two, attributesNamed(['housing', 'telephone']), rules), RECIPE, { id: 'x', version: 1 });
    expect(Object.keys(card.attributes)).toEqual(['housing', 'telephone']);
    const floors = Object.values(card.attributes).map((bands) => Math.min(...bands.map(({ points }) => points)));
    expect(Math.max(...floors) - Math.min(...floors)).toBeLessThanOrEqual(1);
    expect(Math.min(...floors)).toBeGreaterThan(0);
  });

  test.each([
    [4, 100, 0.2],
    [2, 80, 1 / 3],
    [1, 60, 0.5],
    [8, 120, 1 / 9],
  ])('%d to 1 is %d points', (odds, points, chance) => {
    expect(scoreAtOdds(odds, scale)).toBe(points);
    expect(badChanceAt(points, scale)).toBeCloseTo(chance, 12);
  });
});

describe('the card around the points', () => {
  const card = cardOf(model, RECIPE, { id: 'trial', version: 3 });

  test('grades are cut at the odds, and the last starts at 0', () => {
    expect(card.grades).toEqual([
      { atLeast: 220, rating: 'LOW', recommendation: 'APPROVE' },
      { atLeast: 200, rating: 'MEDIUM', recommendation: 'APPROVE_WITH_CONDITIONS' },
      { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
    ]);
  });

  test('[G3] whatever a knock-out or a refer rule reads must be there, though it gives no points', () => {
    expect(card.required).toEqual(['bureauScore', 'bureauSeriousDelinquency', 'ageInYears', 'existingCredits', 'amountFen']);
    expect(card.knockOuts.map(({ code }) => code)).toEqual(['UNDER_AGE', 'SERIOUS_DELINQUENCY', 'BUREAU_SCORE_TOO_LOW']);
    expect(card.refer.map(({ code }) => code)).toEqual(['MANY_EXISTING_CREDITS', 'AMOUNT_BEYOND_CARD']);
  });
});
