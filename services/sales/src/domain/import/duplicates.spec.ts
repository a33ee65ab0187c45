import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../../../test/builders/refusal.builder.js';
import { requireNew } from './duplicates.js';

describe('[3.6] one person comes in once', () => {
  const known = {
    inFile: new Map([['a', 2]]),
    onFile: new Map([
      ['y', 'lead' as const],
      ['z', 'customer' as const],
    ]),
  };

  test.each<[string, number, string]>([
    ['a', 3, 'ROW_TWICE_IN_FILE'],
    ['z', 3, 'ROW_CUSTOMER_EXISTS'],
    ['y', 3, 'ROW_LEAD_EXISTS'],
    ['b', 3, 'none'],
    ['b', 4, 'ROW_TWICE_IN_FILE'],
    ['b', 3, 'none'],
    ['a', 2, 'none'],
  ])('%s at line %d: %s', (key, line, code) => {
    expect(codeOf(() => requireNew(key, { line, column: 'phone' }, known))).toBe(code);
  });

  test('who is on file is not noted as the first of the file', () => {
    expect(known.inFile.has('z')).toBe(false);
  });
});
