import { describe, expect, test } from '@jest/globals';
import { COLUMNS } from '../application-form.ts';
import { ATTRIBUTES, attributesNamed } from './attributes.ts';

describe('[1.5] what a card may score on', () => {
  test.each([
    [['personal_status_and_sex'], 'personal_status_and_sex'],
    [['foreign_worker'], 'foreign_worker'],
    [['age_in_years', 'foreign_worker', 'personal_status_and_sex'], 'foreign_worker and personal_status_and_sex'],
  ])('asking for %j is an error', (names, named) => {
    expect(() => attributesNamed(names)).toThrow(`No card may score on ${named}`);
  });

  test.each([[['shoe_size']], [['']], [['bureauScore']], [['creditability']], [['application_no']]])('%j is no attribute', (names) => {
    expect(() => attributesNamed(names)).toThrow('No attribute is called');
  });

  test('by column or by fact, in the order of the form', () => {
    expect(attributesNamed(['age_in_years', 'termMonths']).map(({ fact }) => fact)).toEqual(['termMonths', 'ageInYears']);
    expect(attributesNamed(undefined)).toBe(ATTRIBUTES);
  });

  test('every column of the form is an attribute, once', () => {
    expect(ATTRIBUTES.map(({ fact }) => fact)).toEqual(Object.values(COLUMNS).map(({ fact }) => fact));
  });
});
