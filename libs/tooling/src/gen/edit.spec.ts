import { describe, expect, test } from '@jest/globals';
import { withConstElement, withElement, withEntry, withImport, withSpread } from './edit.ts';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('imports', () => {
  test.each([
    [
      'after the last one',
      "import { a } from './a.js';\n\nconst x = 1;",
      "import { a } from './a.js'; import { b } from './b.js'; const x = 1;",
    ],
    ['into the one of the same file', "import { c } from './b.js';", "import { c, b } from './b.js';"],
    ['not twice', "import { b } from './b.js';", "import { b } from './b.js';"],
    ['beside a type import', "import type { b } from './b.js';", "import type { b } from './b.js'; import { b } from './b.js';"],
  ])('%s', (_name, text, then) => {
    expect(flat(withImport(text, ['b'], './b.js'))).toBe(then);
  });
});

describe('lists and tables', () => {
  test.each([
    ['an empty list', 'f({ list: [] });', 'f({ list: [b] });'],
    ['a list', 'f({ list: [a] });', 'f({ list: [a, b] });'],
    ['a list with a comma at its end', 'f({ list: [\n  a,\n] });', 'f({ list: [ a,b] });'],
    ['the list of that name', 'f({ other: [b], list: [a] });', 'f({ other: [b], list: [a, b] });'],
  ])('%s', (_name, text, then) => {
    expect(flat(withElement(text, 'list', 'b'))).toBe(then);
  });

  test.each([
    ['a bare table', 'const t = {};', "const t = { 'k': 1, };"],
    ['a table behind as const', 'const t = { a: 1 } as const satisfies X;', "const t = { a: 1, 'k': 1, } as const satisfies X;"],
    ['a table inside of a call', 'export const t = define({\n  a: { b: 1 },\n});', "export const t = define({ a: { b: 1 }, 'k': 1, });"],
  ])('%s', (_name, text, then) => {
    expect(flat(withEntry(text, 't', 'k', '1'))).toBe(then);
  });

  test('spreads and constants', () => {
    expect(flat(withSpread('const t = { ...a } as const;', 't', 'b'))).toBe('const t = { ...a, ...b, } as const;');
    expect(flat(withConstElement("const t = ['a'] as const;", 't', "'b'"))).toBe("const t = ['a', 'b'] as const;");
  });

  test.each([
    ['a list that is not there', () => withElement('f({});', 'list', 'b'), 'no list'],
    ['an element twice', () => withElement('f({ list: [b] });', 'list', 'b'), 'already'],
    ['a table that is not there', () => withEntry('const t = 1;', 't', 'k', '1'), 'no table'],
    ['a key twice', () => withEntry("const t = { 'k': 1 };", 't', 'k', '1'), 'already'],
    ['a spread into nothing', () => withSpread('const u = {};', 't', 'b'), 'no table'],
  ])('%s is refused', (_name, edit, says) => {
    expect(edit).toThrow(says);
  });
});
