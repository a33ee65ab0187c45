import { expect, test } from '@jest/globals';
import { formatted } from './formatted.ts';

test.each([
  ['a.ts', 'export const a = {b:"c"}', "export const a = { b: 'c' };\n"],
  ['a.json', '{"a":[1,2]}', '{ "a": [1, 2] }\n'],
  ['a.md', '*  one\n*  two\n', '- one\n- two\n'],
  // A drawing or a schema is left as it was printed.
  ['a.svg', '<svg  />', '<svg  />'],
  ['a.graphql', 'type  A { b: Int }', 'type  A { b: Int }'],
])('%s is formatted as the house formats', async (path, text, expected) => {
  expect(await formatted(path, text)).toBe(expected);
});

test('text that does not parse is refused with its name', async () => {
  await expect(formatted('broken.ts', 'export const = ;')).rejects.toThrow(/^broken\.ts cannot be formatted: /);
});
