import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inTurn, leastLoaded, nextInTurn, parseDistrict } from './assignment.js';
import { codeOf } from './lead.builder.js';

describe('[2.8] turns', () => {
  test.each<[string[], string | null, string[]]>([
    [['b', 'a', 'c'], null, ['a', 'b', 'c']],
    [['a', 'b', 'c'], 'a', ['b', 'c', 'a']],
    [['a', 'b', 'c'], 'c', ['a', 'b', 'c']],
    [['a', 'c'], 'b', ['c', 'a']],
    [['a', 'a', 'b'], 'a', ['b', 'a']],
    [[], 'a', []],
  ])('of %j after %s are %j', (people, last, turns) => {
    expect(inTurn(people, last)).toEqual(turns);
  });

  test('go round fairly: nobody is ever two leads ahead', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 }), fc.nat(60), (people, rounds) => {
        const taken = new Map<string, number>();
        let last: string | null = null;
        for (let round = 0; round < rounds; round++) {
          last = nextInTurn(people, last);
          taken.set(last, (taken.get(last) ?? 0) + 1);
        }
        const counts = people.map((one) => taken.get(one) ?? 0);
        return Math.max(...counts) - Math.min(...counts) <= 1;
      }),
    );
  });

  test.each<[Record<string, number>, string | null, string]>([
    [{ a: 3, b: 1, c: 2 }, null, 'b'],
    [{ a: 1, b: 1, c: 2 }, 'a', 'b'],
    [{ a: 1, b: 1, c: 2 }, 'b', 'a'],
    [{ a: 1 }, null, 'b'],
  ])('the fewest open leads of %j after %s: %s', (load, last, chosen) => {
    expect(leastLoaded(['a', 'b', 'c'], new Map(Object.entries(load)), last)).toBe(chosen);
  });

  test('without anybody are refused', () => {
    expect(codeOf(() => nextInTurn([], null))).toBe('NO_SALESPERSON');
    expect(codeOf(() => leastLoaded([], new Map(), null, '110105'))).toBe('NO_SALESPERSON');
  });
});

test.each([
  [' 110105 ', '110105'],
  ['11010', 'DISTRICT_INVALID'],
  ['朝阳区', 'DISTRICT_INVALID'],
  ['1101055', 'DISTRICT_INVALID'],
  ['', 'DISTRICT_INVALID'],
])('[2.8] the district "%s" is %s', (text, result) => {
  expect(codeOf(() => parseDistrict(text))).toBe(result);
});
