import { describe, expect, test } from '@jest/globals';
import { CsvRecords, delimiterOf, LineCutter } from './csv-records.js';

/** Rows as `line-toLine:cells`; `!` for one whose quoting is broken. */
const rowsOf = (text: string, delimiter = ','): string[] => {
  const records = new CsvRecords(delimiter);
  const rows = [...text.split('\n').flatMap((line) => records.add(line)), ...records.end()];
  return rows.map(({ line, toLine, cells }) => `${line === toLine ? line : `${line}-${toLine}`}:${cells === null ? '!' : cells.join('|')}`);
};

describe('[2.8] rows of a table', () => {
  test.each<[string, string, string[]]>([
    ['plain cells', 'a,b\n1,2', ['1:a|b', '2:1|2']],
    ['empty cells and lines', 'a,\n\n,b', ['1:a|', '2:', '3:|b']],
    ['a delimiter in quotation marks', '"a,b",c', ['1:a,b|c']],
    ['a quotation mark, written twice', '"a""b",c', ['1:a"b|c']],
    ['a line break in a cell', '1,"x\ny"\n2,z', ['1-2:1|x\ny', '3:2|z']],
    ['an empty quoted cell', '"",b', ['1:|b']],
  ])('with %s', (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test.each<[string, string, string[]]>([
    ['text after a closing mark', '"a"x,1\n2,3', ['1:!', '2:2|3']],
    ['a mark in the middle of a cell, twice', 'a"b"c,1\n2,3', ['1:!', '2:2|3']],
    ['a mark that is never closed', 'a,b\n"c,1\n2,3\n4,5', ['1:a|b', '2:!', '3:2|3', '4:4|5']],
    ['a single mark in a cell', 'a"b,1\n2,3\n4,5', ['1:!', '2:2|3', '3:4|5']],
    ['two rows that are both wrong', '7,8"9\n"un,closed\n8,9', ['1:!', '2:!', '3:8|9']],
    ['an open mark before a quoted row', '"a,1\n"b","2"\n3,4', ['1:!', '2:b|2', '3:3|4']],
  ])('with %s cost only the line that is wrong', (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('a mark that is never closed costs one line also in front of a thousand others', () => {
    const rows = rowsOf(`a,b\n"c,1\n${'2,3\n'.repeat(1_000)}4,5`);
    expect(rows.filter((row) => row.endsWith('!'))).toEqual(['2:!']);
    expect(rows).toHaveLength(1_003);
  });

  test('a row that is far too long is wrong, quoted or not', () => {
    expect(rowsOf(`${'x'.repeat(20_001)},1\n2,3`)).toEqual(['1:!', '2:2|3']);
    expect(rowsOf(`"${'x'.repeat(20_001)}",1\n2,3`)).toEqual(['1:!', '2:2|3']);
  });
});

describe('[2.8] lines', () => {
  test.each<[string, string[], string[]]>([
    ['of Windows', ['a\r\nb\r\n'], ['a', 'b']],
    ['of others', ['a\nb'], ['a', 'b']],
    ['of old Macs', ['a\rb\r'], ['a', 'b']],
    ['whose end is torn apart', ['a\r', '\nb'], ['a', 'b']],
    ['torn anywhere', ['he', 'llo\nwor', 'ld'], ['hello', 'world']],
    ['that are empty', ['a\n\nb\n'], ['a', '', 'b']],
    ['of nothing', ['', ''], []],
  ])('%s', (_what, parts, lines) => {
    const cutter = new LineCutter();
    expect([...parts.flatMap((part) => cutter.add(part)), ...cutter.end()]).toEqual(lines);
  });

  test.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"a;x;y;z",b', ','],
    ['a', ','],
    ['', ','],
  ])('%j is separated by %j', (header, delimiter) => {
    expect(delimiterOf(header)).toBe(delimiter);
  });
});
