import { describe, expect, test } from '@jest/globals';
import { columnsOf, IMPORT_KINDS, titleOf } from './import-columns.js';
import { mapHeader } from './map-header.js';

describe('[2.8, 3.5] the template', () => {
  test.each(IMPORT_KINDS)('of %s is understood with its own titles, and with its keys', (kind) => {
    const columns = columnsOf(kind);
    const keys = columns.map(({ key }) => key);
    expect(
      mapHeader(
        kind,
        columns.map(({ titleZh }) => titleZh),
      ),
    ).toEqual(keys);
    expect(mapHeader(kind, keys)).toEqual(keys);
  });

  test.each(IMPORT_KINDS)('of %s has no word for two columns', (kind) => {
    for (const column of columnsOf(kind))
      for (const word of column.alsoCalled) {
        const others = columnsOf(kind).filter(({ required, key }) => required && key !== column.key);
        expect(mapHeader(kind, [word, ...others.map(({ key }) => key)])[0]).toBe(column.key);
      }
  });

  test('hides everything personal', () => {
    const open = columnsOf('CUSTOMERS')
      .filter(({ secrecy }) => secrecy === 'open')
      .map(({ key }) => key);
    for (const key of ['name', 'residentId', 'phone', 'address', 'representativeName']) expect(open).not.toContain(key);
  });

  test('has titles; an unknown key stays as it is', () => {
    expect([titleOf('LEADS', 'phone'), titleOf('LEADS', 'residentId')]).toEqual(['手机号', 'residentId']);
  });
});
