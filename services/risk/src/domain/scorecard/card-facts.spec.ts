import { describe, expect, it, test } from '@jest/globals';
import { CARD_FACTS, FACT_NAMES, fits, isFactName, isForbidden, valueOf } from './card-facts.js';
import { APPLICANT_FACTS } from './scoring-facts.js';

describe('[1.5] what a card may look at', () => {
  it.each(['sex', 'gender', 'maritalStatus', 'isMarried', 'nationality', 'foreignWorker', 'personal_status', 'ethnicGroup', 'religion'])(
    '%s is forbidden by name',
    (name) => {
      expect(isForbidden(name)).toBe(true);
      expect(isFactName(name)).toBe(false);
    },
  );

  it.each(['shoeSize', '', 'housingg', '__proto__', 'toString'])('%j is simply unknown', (name) => {
    expect(isFactName(name)).toBe(false);
    expect(isForbidden(name)).toBe(false);
  });

  test('every verified fact of the applicant is among them, and none is forbidden', () => {
    expect(FACT_NAMES).toEqual(expect.arrayContaining([...APPLICANT_FACTS]));
    expect(FACT_NAMES.filter(isForbidden)).toEqual([]);
    expect(Object.keys(CARD_FACTS)).toHaveLength(20);
  });
});

describe('[4.10] values of a fact', () => {
  it.each([
    ['housing', 'OWN', true],
    ['housing', 'TENT', false],
    ['housing', 1, false],
    ['ageInYears', 40, true],
    ['ageInYears', 40.5, false],
    ['ageInYears', '40', false],
    ['purpose', 'VEHICLE', true],
    ['purpose', 'a car', false],
    ['bureauSeriousDelinquency', true, true],
    ['bureauSeriousDelinquency', 'true', false],
    ['bureauScore', Number.NaN, false],
  ] as const)('%s %j', (fact, value, expected) => {
    expect(fits(fact, value)).toBe(expected);
  });

  it.each([
    ['ageInYears', '40', 40],
    ['ageInYears', '4e1', '4e1'],
    ['ageInYears', '-4', '-4'],
    ['bureauSeriousDelinquency', 'true', true],
    ['bureauSeriousDelinquency', 'yes', 'yes'],
    ['housing', 'OWN', 'OWN'],
    ['housing', '1', '1'],
    ['shoeSize', '44', '44'],
  ])('%s typed as %j', (fact, typed, value) => {
    expect(valueOf(fact, typed)).toBe(value);
  });
});
