import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, GraphQLError, Kind, parse } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { answer, DateTime, EntityLoader, formatError, LocalDate, localeOf, Money, Rate, RefusalTexts, secureSchema } from './index.js';
import type { GraphContext } from './index.js';

const context = (actor: Actor): GraphContext => ({ actor, locale: 'en', requestId: 'req_1' });
const admin: Actor = { kind: 'employee', employeeId: 'emp_1', department: null, roles: ['administrator'] };
const seller: Actor = { kind: 'employee', employeeId: 'emp_2', department: 'sales', roles: ['salesperson'] };
const nobody: Actor = { kind: 'anonymous' };

describe('scalars', () => {
  test.each([
    [Money, '12.50', 1_250],
    [Rate, '0.120', '0.12'],
    [LocalDate, '2026-02-28', '2026-02-28'],
  ])('%s takes %s', (scalar, text, value) => {
    expect(scalar.parseValue(text)).toBe(value);
    expect(scalar.parseLiteral({ kind: Kind.STRING, value: text })).toBe(value);
  });

  test.each([
    [Money, 12.5],
    [Money, '12.505'],
    [Money, null],
    [Rate, '12%'],
    [LocalDate, '2026-02-30'],
    [LocalDate, 20260228],
    [DateTime, '2026-02-28'],
    [DateTime, '2026-02-28T10:00:00'],
    [DateTime, 'now'],
  ])('%s refuses %s', (scalar, value) => {
    expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
  });

  test('money goes out as yuan', () => {
    expect(Money.serialize(-5)).toBe('-0.05');
    expect(DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});

test.each([
  ['en-US,zh;q=0.5', 'en'],
  ['zh-CN', 'zh'],
  [undefined, 'zh'],
  ['fr', 'zh'],
])('the language of "%s" is %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

describe('refusals become userErrors', () => {
  const texts = new RefusalTexts({ LOAN_TOO_BIG: { rule: '7.3', en: 'at most {most}', zh: '最多 {most}' } });

  test('with rule, words and field', async () => {
    const refused = await answer(texts, context(seller), () =>
      Promise.reject(new DomainError('LOAN_TOO_BIG', { most: 5 }, 'terms.amount')),
    );
    expect(refused).toEqual({ userErrors: [{ code: 'LOAN_TOO_BIG', message: 'at most 5', field: ['terms', 'amount'], rule: '7.3' }] });
  });

  test('all of a form at once, in Chinese', async () => {
    const errors = new DomainErrors([new DomainError('LOAN_TOO_BIG', { most: 1 }), new DomainError('RATE_INVALID', { value: 'x' })]);
    const refused = await answer<object>(texts, { ...context(seller), locale: 'zh' }, () => Promise.reject(errors));
    expect(refused.userErrors.map((error) => error.message)).toEqual(['最多 1', expect.stringContaining('x')]);
  });

  test('a code of no catalogue and a fault are bugs', async () => {
    await expect(answer<object>(texts, context(seller), () => Promise.reject(new DomainError('UNKNOWN')))).rejects.toThrow('no catalogue');
    await expect(answer<object>(texts, context(seller), () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });

  test('a fault tells the caller an id and nothing else', () => {
    const written: unknown[] = [];
    const shown = formatError(
      { message: 'secret table x', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      new TypeError('secret table x'),
      { error: (fields) => written.push(fields) },
    );
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(written).toMatchObject([{ faultId: (shown.extensions as { faultId: string }).faultId }]);
  });
});

describe('[2.2] secureSchema: default deny', () => {
  interface Thing {
    readonly id: string;
  }

  class Things extends EntityLoader<Thing> {
    readonly typeName = 'Thing';
    readonly calls: string[][] = [];

    protected async load(ids: readonly string[]): Promise<readonly Thing[]> {
      this.calls.push([...ids]);
      return ids.filter((id) => id !== 'absent').map((id) => ({ id }));
    }
  }

  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
    type Query { open: String hidden: String }
    type Mutation { act: String }
    type Thing @key(fields: "id") { id: ID! secret: String }
    type Other @key(fields: "id", resolvable: false) { id: ID! }
    extend type Query { other: Other }
  `);

  function schemaWith(permissions: Record<string, string>): GraphQLSchema {
    const schema = buildSubgraphSchema([
      {
        typeDefs,
        resolvers: { Query: { open: () => 'x', hidden: () => 'x' }, Mutation: { act: () => 'done' }, Thing: { secret: () => 'y' } },
      },
    ]);
    for (const [place, permission] of Object.entries(permissions)) {
      const [typeName = '', fieldName] = place.split('.');
      const type = schema.getType(typeName) as GraphQLObjectType;
      const target = fieldName ? type.getFields()[fieldName] : type;
      if (target) target.extensions = { ...target.extensions, permission };
    }
    return schema;
  }

  const all = {
    'Query.open': 'hr.sign-in',
    'Query.hidden': 'hr.hire-employee',
    'Query.other': 'hr.read-self',
    'Mutation.act': 'hr.hire-employee',
    Thing: 'hr.read-self',
    'Thing.secret': 'hr.hire-employee',
  };

  test.each(['Query.hidden', 'Mutation.act', 'Thing'])('does not boot without a permission on %s', (place) => {
    const { [place as keyof typeof all]: _left, ...rest } = all;
    expect(() => secureSchema(schemaWith(rest), [])).toThrow(`no permission is declared for: ${place}`);
  });

  test('does not boot with a permission that does not exist', () => {
    expect(() => secureSchema(schemaWith({ ...all, 'Query.hidden': 'hr.nothing' }), [])).toThrow('Query.hidden');
  });

  test.each<[string, string, Actor, string | null]>([
    ['open to nobody', '{ open }', nobody, null],
    ['hidden from nobody', '{ hidden }', nobody, 'sign in first'],
    ['hidden from a salesperson', '{ hidden }', seller, 'you lack the permission hr.hire-employee'],
    ['shown to an administrator', '{ hidden }', admin, null],
    ['no act by a salesperson', 'mutation { act }', seller, 'you lack the permission hr.hire-employee'],
    ['a reference by nobody', '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { __typename } }', nobody, 'sign in first'],
    [
      'a secret field through a reference',
      '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { ... on Thing { secret } } }',
      seller,
      'you lack the permission hr.hire-employee',
    ],
  ])('%s', async (_name, source, actor, refusal) => {
    const schema = secureSchema(schemaWith(all), [new Things()]);
    const { errors } = await graphql({ schema, source, contextValue: context(actor) });
    expect(errors?.[0]?.message ?? null).toBe(refusal);
  });

  test('N references of one type are one load, absent ones are null', async () => {
    const things = new Things();
    const schema = secureSchema(schemaWith(all), [things]);
    const representations = ['1', '2', '1', 'absent'].map((id) => `{ __typename: "Thing", id: "${id}" }`).join(', ');
    const { data } = await graphql({
      schema,
      source: `{ _entities(representations: [${representations}]) { ... on Thing { id } } }`,
      contextValue: context(seller),
    });
    expect(data?.['_entities']).toEqual([{ id: '1' }, { id: '2' }, { id: '1' }, null]);
    expect(things.calls).toEqual([['1', '2', 'absent']]);
  });
});
