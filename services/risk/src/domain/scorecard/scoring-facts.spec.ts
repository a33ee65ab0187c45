import { describe, expect, it } from '@jest/globals';
import { APPLICANT_FACTS, factsOf, NO_FACTS } from './scoring-facts.js';

describe('[4.10] facts as given', () => {
  it.each([
    ['nothing', {}, NO_FACTS],
    ['one left undefined', { housing: undefined }, NO_FACTS],
    ['one said to be unknown', { housing: null }, NO_FACTS],
    ['one verified', { housing: 'OWN' as const }, { ...NO_FACTS, housing: 'OWN' }],
    ['a zero, which is a fact', { dependants: 0 }, { ...NO_FACTS, dependants: 0 }],
    ['something that is no fact', { residentId: 'x' } as object, NO_FACTS],
  ])('%s', (_name, given, expected) => {
    expect(factsOf(given)).toEqual(expected);
  });

  it('names every fact once', () => {
    expect([...APPLICANT_FACTS].sort()).toEqual(Object.keys(NO_FACTS).sort());
  });
});
