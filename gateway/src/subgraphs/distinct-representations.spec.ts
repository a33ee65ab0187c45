import { describe, expect, test } from '@jest/globals';
import { distinctRepresentations } from './distinct-representations.js';

const of = (...ids: string[]) => ids.map((id) => ({ __typename: 'Employee', id }));

describe('representations', () => {
  test.each([
    ['none', undefined, {}],
    ['other variables', { n: 1 }, { n: 1 }],
    ['one', { representations: of('a') }, { representations: of('a') }],
    ['all different', { representations: of('a', 'b') }, { representations: of('a', 'b') }],
    ['repeated', { n: 1, representations: of('a', 'b', 'a', 'a', 'c', 'b') }, { n: 1, representations: of('a', 'b', 'c') }],
    ['a variable that only has the name', { representations: 'many' }, { representations: 'many' }],
    [
      'the same key with other required fields',
      {
        representations: [
          { id: 'a', x: 1 },
          { id: 'a', x: 2 },
        ],
      },
      {
        representations: [
          { id: 'a', x: 1 },
          { id: 'a', x: 2 },
        ],
      },
    ],
  ])('%s', (_name, variables, sent) => {
    expect(distinctRepresentations(variables).variables).toEqual(sent);
  });

  test('answers come back to every place, none shared, nulls included', () => {
    const { restore } = distinctRepresentations({ representations: of('a', 'b', 'a', 'b', 'a') });
    const { data } = restore({ data: { _entities: [{ name: 'A', tags: [{ t: 1 }] }, null] } });
    const entities = data?.['_entities'] as ({ tags: object[] } | null)[];
    expect(entities).toEqual([
      { name: 'A', tags: [{ t: 1 }] },
      null,
      { name: 'A', tags: [{ t: 1 }] },
      null,
      { name: 'A', tags: [{ t: 1 }] },
    ]);
    expect(new Set([entities[0], entities[2], entities[4]]).size).toBe(3);
    expect(entities[0]?.tags[0]).not.toBe(entities[2]?.tags[0]);
  });

  test('an error of an entity is told for every place, others stay as they are', () => {
    const { restore } = distinctRepresentations({ representations: of('a', 'b', 'a') });
    const errors = [
      { message: 'no', path: ['_entities', 0, 'phone'] },
      { message: 'b', path: ['_entities', 1] },
      { message: 'all' },
      { message: 'list', path: ['_entities'] },
    ];
    expect(restore({ data: null, errors })).toEqual({
      data: null,
      errors: [
        { message: 'no', path: ['_entities', 0, 'phone'] },
        { message: 'no', path: ['_entities', 2, 'phone'] },
        { message: 'b', path: ['_entities', 1] },
        { message: 'all' },
        { message: 'list', path: ['_entities'] },
      ],
    });
  });

  test.each([{ data: null }, { data: {} }, { data: { _entities: null } }, { errors: [{ message: 'down' }] }])(
    'an answer without entities is left alone: %j',
    (result) => {
      expect(distinctRepresentations({ representations: of('a', 'a') }).restore(result)).toEqual(result);
    },
  );
});
