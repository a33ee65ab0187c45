import { DomainError, DomainErrors } from '@weilend/kernel';
import type { RefusalData } from '@weilend/kernel';

// What is wrong with a row (行错误): where it stands in the file, which column, and why, in the same words as when it is typed in by hand. The
// value itself is only hinted at: whatever stands in a wrong column may be somebody's number.

export interface RowProblem {
  /** Line of the file in which the row begins, counted from 1. */
  readonly line: number;
  /** Line in which it ends: cells may hold line breaks. */
  readonly toLine: number;
  /** Key of the column; null when the row as a whole is wrong. */
  readonly column: string | null;
  readonly code: string;
  readonly data: RefusalData;
  /** Beginning of the value, the rest hidden. */
  readonly shown: string | null;
}

export interface Place {
  readonly line: number;
  readonly toLine: number;
}

export type NamedRow = Place & { readonly cells: Readonly<Record<string, string>> };

/** A line of the file as it was cut; `cells` is null when its quotation marks do not fit. */
export type CutRow = Place & { readonly cells: readonly string[] | null };

/** Runs the checks of one row; its result, or every refusal as a problem of the row at its column. */
export function judgeRow<T>(row: NamedRow, check: () => T): { readonly value: T | null; readonly problems: readonly RowProblem[] } {
  try {
    return { value: check(), problems: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const all = error instanceof DomainErrors ? error.all : [error];
    return { value: null, problems: all.map((one) => problemOf(row, one)) };
  }
}

export function problemOf(row: NamedRow, { code, data, field }: DomainError): RowProblem {
  const column = field ? columnOfField(field) : null;
  const value = column ? (row.cells[column] ?? '') : '';
  return { line: row.line, toLine: row.toLine, column, code, data, shown: value ? hint(value) : null };
}

/** The cells by their columns, or why there are none: broken quoting, or more or fewer cells than the header has. */
export function nameCells(
  columns: readonly string[],
  row: CutRow,
): { readonly row: NamedRow | null; readonly problems: readonly RowProblem[] } {
  const { line, toLine, cells } = row;
  const whole = (code: string, data: RefusalData) => ({ row: null, problems: [{ line, toLine, column: null, code, data, shown: null }] });
  if (cells === null) return whole('ROW_QUOTING_BROKEN', {});
  const filled = Math.max(columns.length, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  if (filled > columns.length || cells.length < columns.length)
    return whole('ROW_COLUMN_COUNT', { wanted: columns.length, found: cells.length < columns.length ? cells.length : filled });
  return {
    row: { line, toLine, cells: Object.fromEntries(columns.map((key, place) => [key, (cells[place] ?? '').trim()])) },
    problems: [],
  };
}

/** A line that a spreadsheet wrote for an empty row. */
export const isBlank = (row: CutRow): boolean => row.cells !== null && row.cells.every((cell) => cell.trim() === '');

const MOST_SHOWN = 12;

/** The first sign, and the second of a longer value; how long the rest is, up to a dozen. */
export function hint(value: string): string {
  const letters = [...value.trim()];
  const head = letters.length > 4 ? 2 : 1;
  if (letters.length <= 1) return '*'.repeat(letters.length);
  return `${letters.slice(0, head).join('')}${'*'.repeat(Math.min(letters.length, MOST_SHOWN) - head)}`;
}

/** Fields of the acts by hand to columns of the file. */
const COLUMN_OF: Readonly<Record<string, string>> = { activityId: 'activity', referrerId: 'referrer', partnerId: 'partner' };

function columnOfField(field: string): string {
  const last = field.split('.').at(-1) ?? field;
  return COLUMN_OF[last] ?? last;
}
