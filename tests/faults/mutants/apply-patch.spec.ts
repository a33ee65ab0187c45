import { describe, expect, test } from '@jest/globals';
import { applyPatch } from './apply-patch.ts';

const patch = { file: 'a.js', find: 'keep($1);', put: 'drop($&);' };

describe('a patch', () => {
  test('replaces its text as it stands, dollar signs and all', () => {
    expect(applyPatch(patch, 'a; keep($1); b;')).toBe('a; drop($&); b;');
  });

  test.each([
    ['is gone', 'a; b;', '0 times'],
    ['stands there twice', 'keep($1); keep($1);', '2 times'],
  ])('is refused when its text %s', (_title, text, said) => {
    expect(() => applyPatch(patch, text)).toThrow(said);
  });
});
