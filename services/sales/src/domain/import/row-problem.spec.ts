import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { hint, isBlank, judgeRow, nameCells } from './row-problem.js';
import type { NamedRow } from './row-problem.js';

const columns = ['channel', 'contactName', 'phone'];
const cut = (cells: readonly string[] | null) => ({ line: 7, toLine: 8, cells });

describe('[2.8] the cells of a row', () => {
  test.each<[readonly string[], object]>([
    [['线上', ' 王 ', '138'], { channel: '线上', contactName: '王', phone: '138' }],
    [['线上', '王', '', '', ' '], { channel: '线上', contactName: '王', phone: '' }],
  ])('%j have their columns', (cells, named) => {
    expect(nameCells(columns, cut(cells))).toMatchObject({ row: { line: 7, toLine: 8, cells: named }, problems: [] });
  });

  test.each<[readonly string[] | null, string, object]>([
    [null, 'ROW_QUOTING_BROKEN', {}],
    [['线上', '王'], 'ROW_COLUMN_COUNT', { wanted: 3, found: 2 }],
    [['线上'], 'ROW_COLUMN_COUNT', { wanted: 3, found: 1 }],
    [['线上', '王', '138', '多'], 'ROW_COLUMN_COUNT', { wanted: 3, found: 4 }],
    [['线上', '王', '138', '', '多', ''], 'ROW_COLUMN_COUNT', { wanted: 3, found: 5 }],
  ])('%j are refused: %s', (cells, code, data) => {
    expect(nameCells(columns, cut(cells))).toEqual({
      row: null,
      problems: [{ line: 7, toLine: 8, column: null, code, data, shown: null }],
    });
  });

  test.each<[readonly string[] | null, boolean]>([
    [[''], true],
    [['', ' ', ''], true],
    [['', 'x'], false],
    [null, false],
  ])('%j: blank is %s', (cells, blank) => {
    expect(isBlank(cut(cells))).toBe(blank);
  });
});

describe('[2.8, 3.7] a problem of a row', () => {
  const row: NamedRow = { line: 3, toLine: 3, cells: { phone: '1380013800', activity: '春展', identity: '' } };
  const judged = (error: Error) =>
    judgeRow(row, () => {
      throw error;
    });

  test.each<[string, DomainError, object[]]>([
    ['at its column', new DomainError('MOBILE_INVALID', {}, 'phone'), [{ column: 'phone', code: 'MOBILE_INVALID', shown: '13********' }]],
    ['at the column of a part', new DomainError('MOBILE_INVALID', {}, 'identity.phone'), [{ column: 'phone' }]],
    ['at the column that leads to it', new DomainError('ACTIVITY_UNKNOWN', {}, 'activityId'), [{ column: 'activity', shown: '春*' }]],
    ['of the whole row', new DomainError('X'), [{ column: null, shown: null }]],
    ['with all the others', new DomainErrors([new DomainError('A', {}, 'phone'), new DomainError('B')]), [{ code: 'A' }, { code: 'B' }]],
  ])('stands %s', (_where, error, problems) => {
    expect(judged(error)).toMatchObject({ value: null, problems });
  });

  test('is none when all is well; a fault of ours is no problem of the row', () => {
    expect(judgeRow(row, () => 5)).toEqual({ value: 5, problems: [] });
    expect(() => judged(new TypeError('bug'))).toThrow(TypeError);
  });

  test.each([
    ['', ''],
    ['王', '*'],
    ['王明', '王*'],
    ['王小明', '王**'],
    ['11010519491231002X', '11**********'],
  ])('hints at "%s" as "%s"', (value, shown) => {
    expect(hint(value)).toBe(shown);
  });
});
