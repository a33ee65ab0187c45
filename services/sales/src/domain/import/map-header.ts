import { DomainError } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { columnsOf } from './import-columns.js';
import type { ImportColumn, ImportKind } from './import-columns.js';

// The first line of a file (表头) says what each column holds, in any order, in Chinese or English, with or without marks such as "*" or
// "(必填)". A file without such a line is refused: its first customer would be taken for the names of columns, or the other way round.

const LONGEST_TITLE = 40;

/** Keys of the columns by place. Throws IMPORT_HEADER_MISSING, or all of IMPORT_COLUMN_UNKNOWN, _TWICE and _MISSING at once. */
export function mapHeader(kind: ImportKind, header: readonly string[]): readonly string[] {
  const columns = columnsOf(kind);
  const titles = withoutEmptyEnd(header);
  const found = titles.map((title) => columns.find((column) => isCalled(column, title)) ?? null);
  // A line in which no word is known is a row of data: it is not repeated in the refusal.
  if (found.every((column) => column === null)) throw new DomainError('IMPORT_HEADER_MISSING', { columns: required(columns) });
  const refusals = new Refusals();
  found.forEach((column, place) => {
    if (column === null)
      refusals.add(
        new DomainError('IMPORT_COLUMN_UNKNOWN', { column: (titles[place] ?? '').trim().slice(0, LONGEST_TITLE), place: place + 1 }),
      );
    else if (found.indexOf(column) !== place) refusals.add(new DomainError('IMPORT_COLUMN_TWICE', { column: column.titleZh }));
  });
  for (const column of columns)
    if (column.required && !found.includes(column)) refusals.add(new DomainError('IMPORT_COLUMN_MISSING', { column: column.titleZh }));
  refusals.done();
  return found.map((column) => column?.key ?? '');
}

const required = (columns: readonly ImportColumn[]): readonly string[] =>
  columns.filter((column) => column.required).map((column) => column.titleZh);

function isCalled(column: ImportColumn, title: string): boolean {
  const wanted = plain(title);
  return [column.key, column.titleZh, ...column.alsoCalled].some((word) => plain(word) === wanted);
}

const BRACKETS = /[（(【[].*?[)）】\]]/g;
const MARKS = /[\s*＊_\-:：]/g;

/** Without what people add to a title: units, marks, blanks. */
function plain(title: string): string {
  return title.replace(BRACKETS, '').replace(MARKS, '').toLowerCase();
}

/** Spreadsheets write empty columns at the end. */
function withoutEmptyEnd(header: readonly string[]): readonly string[] {
  const last = header.findLastIndex((title) => title.trim() !== '');
  return header.slice(0, last + 1);
}
