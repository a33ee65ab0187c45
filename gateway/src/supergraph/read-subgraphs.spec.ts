import { describe, expect, test } from '@jest/globals';
import { readSubgraphs, serviceBase } from './read-subgraphs.js';

const sdl = `
  enum join__Graph {
    HR @join__graph(name: "hr", url: "http://127.0.0.1:4006/graphql")
    CORE_BANKING @join__graph(name: "core-banking", url: "")
  }`;

describe('subgraphs', () => {
  test('by their names, with addresses of the environment first', () => {
    expect(readSubgraphs(sdl, { 'core-banking': 'https://bank/api/graphql' })).toEqual([
      { name: 'hr', url: 'http://127.0.0.1:4006/graphql' },
      { name: 'core-banking', url: 'https://bank/api/graphql' },
    ]);
  });

  test.each([
    ['no address', sdl, {}, 'the subgraph core-banking has no usable address'],
    ['a malformed address', sdl, { hr: 'nowhere', 'core-banking': 'http://a' }, 'the subgraph hr has no usable address ("nowhere")'],
    ['a plain schema', 'type Query { a: Int }', {}, 'not a supergraph'],
    ['no schema', 'hello', {}, 'Syntax Error'],
    ['nothing', '', {}, 'Syntax Error'],
  ])('%s is told in a sentence', (_name, text, overrides: Record<string, string>, sentence) => {
    expect(() => readSubgraphs(text, overrides)).toThrow(sentence);
  });
});

test.each([
  ['http://127.0.0.1:4006/graphql', 'http://127.0.0.1:4006'],
  ['https://bank/api/graphql', 'https://bank/api'],
  ['https://bank', 'https://bank'],
])('the service of %s is at %s', (url, base) => {
  expect(serviceBase({ name: 'x', url })).toBe(base);
});
