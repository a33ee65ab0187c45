import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { aSoundCard, aWholeFile, readBy } from './__cases__/random-cards.builder.js';
import { checkFactNames, checkScorecard, problemsOf } from './check-scorecard.js';
import { score } from './score.js';
import type { Scorecard } from './scorecard.js';
import { CARDS, currentCard } from './scorecards.js';

const SEED = 20_261_126;
const rangesOfAge = (...bands: object[]) => ({ attributes: { ...currentCard.attributes, ageInYears: bands } });
const withAttribute = (name: string, bands: object[]) => ({ attributes: { ...currentCard.attributes, [name]: bands } });
const changed = (change: object): Scorecard => ({ ...currentCard, ...change }) as Scorecard;
const rule = (change: object) => ({ knockOuts: [{ code: 'UNDER_AGE', fact: 'ageInYears', below: 18, ...change }] });

describe('[1.5, 4.10] a card that may not be proposed', () => {
  it.each<[string, object, string, string]>([
    ['sex', withAttribute('sex', [{ values: ['F'], points: 1 }]), 'SCORECARD_ATTRIBUTE_FORBIDDEN', 'attributes.sex'],
    [
      'marital status as a rule',
      { refer: [{ code: 'SINGLE', fact: 'maritalStatus', values: ['S'] }] },
      'SCORECARD_ATTRIBUTE_FORBIDDEN',
      'refer.0.fact',
    ],
    ['nationality as a required fact', { required: ['nationality'] }, 'SCORECARD_ATTRIBUTE_FORBIDDEN', 'required.0'],
    ['a foreign worker as a knock-out', rule({ fact: 'foreignWorker' }), 'SCORECARD_ATTRIBUTE_FORBIDDEN', 'knockOuts.0.fact'],
    ['a fact that nobody knows', withAttribute('shoeSize', [{ from: 1, points: 1 }]), 'SCORECARD_FACT_UNKNOWN', 'attributes.shoeSize'],
    ['no attribute at all', { attributes: {} }, 'SCORECARD_EMPTY', 'attributes'],
    ['an attribute without bands', rangesOfAge(), 'SCORECARD_BAND_INVALID', 'attributes.ageInYears'],
    ['a range for words', withAttribute('housing', [{ from: 1, points: 1 }]), 'SCORECARD_BAND_INVALID', 'attributes.housing.0'],
    [
      'a word that the fact does not have',
      withAttribute('housing', [{ values: ['TENT'], points: 1 }]),
      'SCORECARD_BAND_INVALID',
      'attributes.housing.0',
    ],
    ['a number for words', withAttribute('housing', [{ values: [1], points: 1 }]), 'SCORECARD_BAND_INVALID', 'attributes.housing.0'],
    ['no values', withAttribute('housing', [{ values: [], points: 1 }]), 'SCORECARD_BAND_INVALID', 'attributes.housing.0'],
    [
      'a value twice in one band',
      withAttribute('housing', [{ values: ['OWN', 'OWN'], points: 1 }]),
      'SCORECARD_BAND_INVALID',
      'attributes.housing.0',
    ],
    ['neither from nor below', rangesOfAge({ points: 1 }), 'SCORECARD_BAND_INVALID', 'attributes.ageInYears.0'],
    ['an empty range', rangesOfAge({ from: 30, below: 30, points: 1 }), 'SCORECARD_BAND_INVALID', 'attributes.ageInYears.0'],
    ['a range that runs backwards', rangesOfAge({ from: 40, below: 30, points: 1 }), 'SCORECARD_BAND_INVALID', 'attributes.ageInYears.0'],
    ['half a year', rangesOfAge({ from: 18.5, points: 1 }), 'SCORECARD_BAND_INVALID', 'attributes.ageInYears.0'],
    ['points below zero', rangesOfAge({ from: 18, points: -1 }), 'SCORECARD_POINTS_INVALID', 'attributes.ageInYears.0.points'],
    ['half a point', rangesOfAge({ from: 18, points: 1.5 }), 'SCORECARD_POINTS_INVALID', 'attributes.ageInYears.0.points'],
    ['no number of points', rangesOfAge({ from: 18, points: Number.NaN }), 'SCORECARD_POINTS_INVALID', 'attributes.ageInYears.0.points'],
    ['a gap', rangesOfAge({ from: 18, below: 30, points: 1 }, { from: 31, points: 2 }), 'SCORECARD_BANDS_GAP', 'attributes.ageInYears'],
    [
      'an overlap',
      rangesOfAge({ from: 18, below: 32, points: 1 }, { from: 31, points: 2 }),
      'SCORECARD_BANDS_OVERLAP',
      'attributes.ageInYears',
    ],
    [
      'a value within a range',
      rangesOfAge({ from: 18, points: 1 }, { values: [40], points: 2 }),
      'SCORECARD_BANDS_OVERLAP',
      'attributes.ageInYears',
    ],
    [
      'two bands without an end',
      rangesOfAge({ from: 18, points: 1 }, { from: 50, points: 2 }),
      'SCORECARD_BANDS_OVERLAP',
      'attributes.ageInYears',
    ],
    [
      'a gap between values',
      withAttribute('residenceSince', [
        { values: [1, 2], points: 0 },
        { values: [4], points: 1 },
      ]),
      'SCORECARD_BANDS_GAP',
      'attributes.residenceSince',
    ],
    [
      'a word in two bands',
      withAttribute('housing', [
        { values: ['OWN'], points: 1 },
        { values: ['OWN', 'RENT'], points: 0 },
      ]),
      'SCORECARD_BANDS_OVERLAP',
      'attributes.housing',
    ],
    ['a rule without a code', rule({ code: '' }), 'SCORECARD_RULE_INVALID', 'knockOuts.0'],
    ['a rule in small letters', rule({ code: 'under_age' }), 'SCORECARD_RULE_INVALID', 'knockOuts.0'],
    ['a rule that holds for nothing', rule({ below: undefined }), 'SCORECARD_RULE_INVALID', 'knockOuts.0'],
    [
      'a rule on a word that is none',
      { refer: [{ code: 'IN_A_TENT', fact: 'housing', values: ['TENT'] }] },
      'SCORECARD_RULE_INVALID',
      'refer.0',
    ],
    ['two rules of one code', { refer: [{ code: 'UNDER_AGE', fact: 'ageInYears', below: 20 }] }, 'SCORECARD_RULE_INVALID', 'refer.0'],
    ['a bureau that may stay silent', { required: [] }, 'SCORECARD_RULE_FACT_OPTIONAL', 'required'],
    ['a bureau that nobody asks', { required: [], knockOuts: [] }, 'SCORECARD_BUREAU_OPTIONAL', 'required'],
    ['a required fact twice', { required: [...currentCard.required, 'bureauScore'] }, 'SCORECARD_BAND_INVALID', 'required'],
    ['one grade only', { grades: [{ atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' }] }, 'SCORECARD_GRADES_INVALID', 'grades'],
  ])('%s', (_name, change, code, field) => {
    const found = problemsOf(changed(change));
    expect(found.map((one) => [one.code, one.field])).toContainEqual([code, field]);
    expect(() => checkScorecard(changed(change))).toThrow();
  });

  test('everything that is wrong is said at once', () => {
    const bad = changed({ ...rangesOfAge({ from: 18, points: -1 }), ...rule({ code: 'x' }), grades: currentCard.grades.slice(0, 1) });
    expect(problemsOf(bad).map(({ code }) => code)).toEqual([
      'SCORECARD_POINTS_INVALID',
      'SCORECARD_RULE_INVALID',
      'SCORECARD_GRADES_INVALID',
    ]);
  });

  test('a card with a forbidden attribute is not even written down', () => {
    expect(() => checkFactNames(changed({ required: ['sex'] }))).toThrow(
      expect.objectContaining({ code: 'SCORECARD_ATTRIBUTE_FORBIDDEN' }),
    );
    expect(() => checkFactNames(changed(rangesOfAge({ points: -1 })))).not.toThrow();
  });
});

describe('[4.10] a card that may be proposed', () => {
  it.each(CARDS.map((card) => [`${card.id} ${card.version}`, card] as const))('%s', (_name, card) => {
    expect(problemsOf(card)).toEqual([]);
  });

  it.each([
    ['ranges in any order', rangesOfAge({ from: 50, points: 1 }, { below: 30, points: 2 }, { from: 30, below: 50, points: 3 })],
    ['values and a range that fit together', rangesOfAge({ values: [18, 19], points: 1 }, { from: 20, points: 2 })],
    ['a word that the card leaves to people', withAttribute('housing', [{ values: ['OWN'], points: 8 }])],
  ])('%s', (_name, change) => {
    expect(problemsOf(changed(change))).toEqual([]);
  });
});

test('[G3] whatever the card and the file, a fact that the card reads and nobody verified never approves', () => {
  const cases = aSoundCard.chain((card) => fc.tuple(fc.constant(card), aWholeFile, fc.subarray(readBy(card), { minLength: 1 })));
  fc.assert(
    fc.property(cases, ([card, file, lost]) => {
      expect(problemsOf(card).filter(({ code }) => code !== 'SCORECARD_GRADES_INVALID')).toEqual([]);
      const missing = Object.fromEntries(lost.map((fact) => [fact, null]));
      expect(['REFER', 'REJECT']).toContain(score({ ...file, ...missing }, card).recommendation);
    }),
    { numRuns: 2_000, seed: SEED },
  );
});

test('[G3] the same files with everything verified do get approved', () => {
  let approved = 0;
  fc.assert(
    fc.property(aSoundCard, aWholeFile, (card, file) => {
      if (score(file, card).recommendation === 'APPROVE') approved += 1;
    }),
    { numRuns: 200, seed: SEED },
  );
  expect(approved).toBeGreaterThan(0);
});
