import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from './settings.ts';
import { createSayer, readyText, table } from './show.ts';

describe('tables', () => {
  test('columns stand under each other, Chinese ones too', () => {
    expect(
      table([
        ['张三', 'sales', '1'],
        ['a', 'b', '22'],
      ]),
    ).toBe('张三  sales  1\na     b      22');
  });

  test.each([
    [[], ''],
    [[['a'], ['b', 'c']], 'a\nb  c'],
    [[['', 'x']], '  x'],
  ])('%j', (rows, text) => {
    expect(table(rows)).toBe(text);
  });
});

test('a line of progress says how long it has taken since the installer began', () => {
  const out = new PassThrough();
  createSayer({ WEILEND_STARTED_AT: String(Date.now() - 65_000) }, out)('Redis is ready');
  expect(String(out.read())).toMatch(/^\[ 6[5-9] s\] Redis is ready\n$/);
});

test.each([[undefined], [''], ['soon'], ['-5']])('a beginning that is none (%j) is now', (given) => {
  const out = new PassThrough();
  createSayer({ WEILEND_STARTED_AT: given }, out)('x');
  expect(String(out.read())).toMatch(/^\[ {2}\d s\] x\n$/);
});

describe('when everything is ready', () => {
  const settings = readSettings({ GATEWAY_PORT: '5000' }, '/repo');

  test('every address is there, and every sign-in in its row', () => {
    const text = readyText(settings, [{ name: '王芳', role: 'sales manager', employeeNo: 'E0001', password: 'demo-1' }]);
    for (const part of ['http://127.0.0.1:5000/graphql', 'http://127.0.0.1:4006/graphql', '/repo/.local']) expect(text).toContain(part);
    expect(text).toMatch(/sales manager\s+王芳\s+E0001\s+demo-1/);
  });

  test('without a demo company there is no table of people', () => {
    expect(readyText(settings, [])).not.toContain('sign-ins');
  });
});
