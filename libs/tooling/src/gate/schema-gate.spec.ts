import { describe, expect, test } from '@jest/globals';
import { findBreakingChanges, judgeAccepted, notAccepted } from './breaking-changes.ts';
import type { Subgraph } from './compose.ts';
import { compose, routingUrl } from './compose.ts';
import { findClashes } from './unique-names.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable"])\n';
const subgraph = (name: string, sdl: string): Subgraph => ({ name, url: routingUrl(name), sdl: link + sdl });

const sales = subgraph(
  'sales',
  'type Query { application(id: ID!): Application } type Application @key(fields: "id") { id: ID! purpose: String }',
);
const finance = subgraph(
  'finance',
  'type Query { loan(id: ID!): Loan } type Loan @key(fields: "id") { id: ID! status: String! application: Application } type Application @key(fields: "id") { id: ID! loan: Loan }',
);

function supergraphOf(...subgraphs: readonly Subgraph[]): string {
  const { supergraph, problems } = compose(subgraphs);
  if (supergraph === undefined) throw new Error(problems.join('\n'));
  return supergraph;
}

describe('composition', () => {
  test('departments are joined, each at its own address', () => {
    const supergraph = supergraphOf(sales, finance);
    expect(supergraph).toContain('http://finance:4004/graphql');
    expect(supergraph).toContain('http://sales:4001/graphql');
  });

  test.each([
    ['text that is no schema', subgraph('finance', 'type Loan {'), '[finance]'],
    [
      'a field that two departments answer',
      subgraph('finance', 'type Query { a: Int } type Application @key(fields: "id") { id: ID! purpose: String }'),
      'purpose',
    ],
    ['a type that is nowhere', subgraph('finance', 'type Query { loan: Loan }'), 'Loan'],
  ])('%s is named', (_name, broken, says) => {
    expect(compose([sales, broken]).problems?.join('\n')).toContain(says);
  });

  test('a department without a port is a mistake in the table, not a guess', () => {
    expect(() => routingUrl('marketing')).toThrow('marketing has no port');
  });
});

describe('breaking changes', () => {
  const before = supergraphOf(sales, finance);
  const changed = (from: string, to: string) =>
    findBreakingChanges(before, supergraphOf(sales, { ...finance, sdl: finance.sdl.replace(from, to) }));

  test.each([
    ['a field that is gone', ' status: String!', '', "Field 'status' was removed from object type 'Loan'"],
    ['a type that is another', 'status: String!', 'status: Int!', "Field 'Loan.status' changed type from 'String!' to 'Int!'"],
    ['a value that may now be missing', 'status: String!', 'status: String', "changed type from 'String!' to 'String'"],
    ['a new argument that must be given', 'loan(id: ID!)', 'loan(id: ID!, on: String!)', "'on: String!'"],
    ['an argument that is gone', 'loan(id: ID!)', 'loan', "'id: ID!'"],
  ])('%s', async (_name, from, to, says) => {
    const found = await changed(from, to);
    expect(found.map(({ change }) => change).join('\n')).toContain(says);
  });

  test.each([
    ['nothing', 'status', 'status'],
    ['a new field', 'status: String!', 'status: String! paidOn: String'],
    ['a new argument that may be left out', 'loan(id: ID!)', 'loan(id: ID!, on: String)'],
    ['a promise that is stronger', 'application: Application', 'application: Application!'],
  ])('%s breaks nobody', async (_name, from, to) => {
    expect(await changed(from, to)).toEqual([]);
  });

  test('what is accepted on purpose passes, by its exact words only', async () => {
    const found = await changed(' status: String!', '');
    const [first] = found;
    expect(notAccepted(found, [{ change: first?.change ?? '', reason: 'nobody read it, asked all teams', date: '2026-11-23' }])).toEqual(
      [],
    );
    expect(notAccepted(found, [{ change: "Field 'other' was removed", reason: 'nobody read it', date: '2026-11-23' }])).toEqual(found);
  });

  test.each([
    [{ change: 'a', reason: '', date: '2026-11-23' }, 'no reason'],
    [{ change: 'a', reason: 'because', date: '2026-11-23' }, 'no reason'],
    [{ change: 'a', reason: 'nobody uses it any more', date: 'today' }, 'no date'],
    [{ change: 'a', reason: 'nobody uses it any more', date: '2026-13-01' }, 'no date'],
    [{ change: '', reason: 'nobody uses it any more', date: '2026-11-23' }, 'no change'],
  ])('an acceptance must be a decision: %j', (entry, says) => {
    expect(judgeAccepted([entry])).toEqual([expect.stringContaining(says)]);
  });
});

describe('one name, one meaning', () => {
  const clashesWith = (sdl: string): string[] =>
    findClashes([
      subgraph(
        'sales',
        'type Query { customer: Int } type Mutation { returnApplication: Int } input MoneyRange { from: Int } type Terms { months: Int } type Customer @key(fields: "id") { id: ID! }',
      ),
      subgraph('risk', sdl),
    ]);

  test('entities and identical types of the libraries are shared', () => {
    expect(
      clashesWith(
        'type Query { risk: Int } "described otherwise" input MoneyRange { from: Int } type Customer @key(fields: "id") { id: ID! rating: Int }',
      ),
    ).toEqual([]);
  });

  test.each([
    ['a mutation of another', 'type Mutation { returnApplication: Int }', 'field Mutation.returnApplication'],
    ['a query of another', 'type Query { customer: Int }', 'field Query.customer'],
    ['a query added by extension', 'extend type Query { customer: Int }', 'field Query.customer'],
    ['a type of another', 'type Terms { rate: Int }', 'type Terms'],
    ['an input of another', 'input MoneyRange { from: Int to: Int }', 'type MoneyRange'],
    ['a name that says too little', 'type Report { id: ID }', 'type Report (risk) says too little'],
  ])('%s', (_name, sdl, says) => {
    expect(clashesWith(sdl)).toEqual([expect.stringContaining(says)]);
  });
});
