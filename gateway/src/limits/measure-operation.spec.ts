import { describe, expect, test } from '@jest/globals';
import { Kind, buildSchema, parse } from 'graphql';
import { countTokens } from './count-tokens.js';
import { measureOperation } from './measure-operation.js';
import type { Measure } from './measure-operation.js';

const schema = buildSchema(`
  type Query { loans(first: Int, last: Int): LoanConnection!  recent(limit: Int = 5): [Loan!]!  loan: Loan  node: Node  credit(limit: Int): LoanConnection }
  type LoanConnection { nodes: [Loan!]!  edges: [Edge!]!  pageInfo: PageInfo!  totalCount: Int }
  type Edge { node: Loan! }
  type PageInfo { hasNextPage: Boolean! }
  interface Node { id: ID! }
  type Loan implements Node { id: ID!  parts: [Part]!  self: Loan }
  type Part { id: ID! }
  type Mutation { pay: Loan }
`);

function measure(text: string, variables: Record<string, unknown> = {}): Measure {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  if (!operation) throw new Error('no operation');
  return measureOperation({
    schema,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables,
  });
}

describe('objects that an answer may hold', () => {
  test.each([
    ['a plain object', '{ loan { id } }', {}, 1],
    ['an object in an object', '{ loan { self { id } } }', {}, 2],
    ['a leaf costs nothing', '{ __typename }', {}, 0],
    ['a page: the connection and its nodes', '{ loans(first: 30) { nodes { id } } }', {}, 31],
    ['a page counted from the end', '{ loans(last: 30) { nodes { id } } }', {}, 31],
    ['the larger of two sizes', '{ loans(first: 3, last: 7) { nodes { id } } }', {}, 8],
    ['edges hold nodes', '{ loans(first: 10) { edges { node { id } } } }', {}, 21],
    ['what is beside the list is one', '{ loans(first: 10) { pageInfo { hasNextPage } totalCount } }', {}, 2],
    ['a page without a size', '{ loans { nodes { id } } }', {}, 21],
    ['a list in a page', '{ loans(first: 3) { nodes { parts { id } } } }', {}, 1 + 3 * (1 + 10)],
    ['a list with a size of its own', '{ recent(limit: 7) { id } }', {}, 7],
    ['a list with a default size', '{ recent { id } }', {}, 5],
    ['a limit that is no size', '{ credit(limit: 900000) { nodes { id } } }', {}, 11],
    ['a size in a variable', 'query ($n: Int) { loans(first: $n) { nodes { id } } }', { n: 40 }, 41],
    ['a variable that is not given', 'query ($n: Int) { loans(first: $n) { nodes { id } } }', {}, 21],
    ['a variable that is not given, with a default', 'query ($n: Int = 9) { loans(first: $n) { nodes { id } } }', {}, 10],
    ['a variable given as null', 'query ($n: Int = 9) { loans(first: $n) { nodes { id } } }', { n: null }, 10],
    ['a negative size', '{ loans(first: -5) { nodes { id } } }', {}, 1],
    ['a fragment, each time it is spread', '{ a: loan { ...F } b: loan { ...F } } fragment F on Loan { self { id } }', {}, 4],
    [
      'a fragment below pages of different sizes',
      '{ a: loans(first: 2) { ...F } b: loans(first: 5) { ...F } } fragment F on LoanConnection { nodes { id } }',
      {},
      9,
    ],
    ['a fragment on an interface', '{ node { id ... on Loan { parts { id } } } }', {}, 11],
    ['a mutation', 'mutation { pay { self { id } } }', {}, 2],
    ['introspection is free', '{ __schema { types { fields { name } } } }', {}, 0],
  ])('%s', (_name, text, variables, objects) => {
    expect(measure(text, variables).objects).toBe(objects);
  });
});

describe('depth, aliases and directives', () => {
  test.each([
    ['one field', '{ __typename }', { depth: 0, aliases: 0, directives: 0 }],
    ['one level', '{ loan { id } }', { depth: 2, aliases: 0, directives: 0 }],
    [
      'inline fragments and spreads add no depth',
      '{ ... { loan { ...F } } } fragment F on Loan { ... on Loan { id } }',
      { depth: 2, aliases: 0, directives: 0 },
    ],
    ['the deepest branch counts', '{ a: loan { id } loan { self { self { id } } } }', { depth: 4, aliases: 1, directives: 0 }],
    ['aliases of leaves and objects', '{ a: loan { b: id c: __typename } }', { depth: 2, aliases: 3, directives: 0 }],
    ['aliases of a fragment spread twice', '{ ...F ...F } fragment F on Query { a: loan { id } }', { depth: 2, aliases: 2, directives: 0 }],
    [
      'directives everywhere',
      'query @a { loan @b { ...F @c ... @d { id @e } } } fragment F on Loan { id @f }',
      { depth: 2, aliases: 0, directives: 6 },
    ],
  ])('%s', (_name, text, expected) => {
    expect(measure(text)).toMatchObject(expected);
  });

  test('two hundred fragments that double at every step take no time', () => {
    const fragments = Array.from(
      { length: 200 },
      (_, index) => `fragment F${index} on Loan { a: self { ...F${index + 1} } b: self { ...F${index + 1} } }`,
    );
    const { depth, aliases, objects } = measure(`{ loan { ...F0 } } ${fragments.join(' ')} fragment F200 on Loan { id }`);
    expect(depth).toBe(202);
    expect(aliases).toBeGreaterThan(1e60);
    expect(objects).toBeGreaterThan(1e60);
  });
});

test.each([
  ['{ a }', 3],
  ['# a comment\n{ a(b: "c", d: $e) }', 12],
  ['', 0],
  ['{ a ~', 2],
])('%j has its tokens', (text, count) => {
  expect(countTokens(text)).toBe(count);
});
