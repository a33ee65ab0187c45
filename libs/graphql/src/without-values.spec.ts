import { describe, expect, test } from '@jest/globals';
import { buildSchema, graphqlSync } from 'graphql';
import { withoutValues } from '@weilend/contracts';

const schema = buildSchema(`
  enum E { A B }
  input I { e: E n: Int s: String! b: Boolean l: [Int!] f: Float id: ID }
  type Query { x(i: I, e: E, n: Int, s: String, l: [I]): Int }
`);
const CANARY = '13800138000';

const told = (source: string, variableValues: Record<string, unknown> = {}): string =>
  (graphqlSync({ schema, source, variableValues }).errors ?? []).map(({ message }) => withoutValues(message)).join('\n');

describe('[3.7] an error repeats no value', () => {
  test.each<[string, unknown, string]>([
    ['of an enum', { s: '', e: CANARY }, 'Variable "$i" got an invalid value at "i.e"; There is no such value in "E" enum.'],
    ['of a whole number', { s: '', n: CANARY }, 'Variable "$i" got an invalid value at "i.n"; Int cannot represent non-integer value.'],
    [
      'too large',
      { s: '', n: 13_800_138_000 },
      'Variable "$i" got an invalid value at "i.n"; Int cannot represent non 32-bit signed integer value.',
    ],
    ['of a text', { s: 13_800_138_000 }, 'Variable "$i" got an invalid value at "i.s"; String cannot represent a non string value.'],
    ['of a yes or no', { s: '', b: CANARY }, 'Variable "$i" got an invalid value at "i.b"; Boolean cannot represent a non boolean value.'],
    ['in a list', { s: '', l: [CANARY] }, 'Variable "$i" got an invalid value at "i.l[0]"; Int cannot represent non-integer value.'],
    ['of an id', { s: '', id: { a: CANARY } }, 'Variable "$i" got an invalid value at "i.id"; ID cannot represent value.'],
    [
      'beside a missing one',
      { e: 'A', n: 1, zz: CANARY, s: '' },
      'Variable "$i" got an invalid value; Field "zz" is not defined by type "I".',
    ],
    ['instead of an object', CANARY, 'Variable "$i" got an invalid value; Expected type "I" to be an object.'],
    [
      'that imitates the sentence',
      { s: '', e: `a at "i"; Field "x" ${CANARY}` },
      'Variable "$i" got an invalid value at "i.e"; There is no such value in "E" enum.',
    ],
    [
      'that imitates its end',
      { s: '', e: `" does not exist in "E" enum. ${CANARY}` },
      'Variable "$i" got an invalid value at "i.e"; There is no such value in "E" enum.',
    ],
  ])('%s', (_title, i, sentence) => {
    expect(told('query ($i: I) { x(i: $i) }', { i })).toBe(sentence);
  });

  test.each(['{ x(e: "C") }', '{ x(e: C) }', '{ x(n: "C") }', '{ x(s: C) }', '{ x(n: C) }', '{ x(l: [{ s: C }]) }'])(
    'written into %s',
    (query) => {
      const number = query.includes('"C"') ? CANARY : query.includes('e: C') ? `N${CANARY}` : CANARY;
      const sentence = told(query.replace('C', number));
      expect(sentence).not.toBe('');
      expect(sentence).not.toContain(CANARY);
    },
  );

  test('and what is no value stays', () => {
    expect(told('{ y }')).toBe('Cannot query field "y" on type "Query". Did you mean "x"?');
    expect(withoutValues('Syntax Error: Expected Name, found "}".')).toBe('Syntax Error: Expected Name, found "}".');
  });
});
