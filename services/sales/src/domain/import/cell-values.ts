import { DomainError, parseYuan } from '@weilend/kernel';
import { titleOf } from './import-columns.js';
import type { ImportKind } from './import-columns.js';

// What people write into cells (单元格取值): words of the template in Chinese or English instead of codes, numbers with blanks, amounts of yuan
// with thousands commas. Whatever cannot be read in one way only is refused.

export const LONGEST_TEXT = 500;

/** The text, or null for an empty cell. Throws ROW_VALUE_TOO_LONG. */
export function text(value: string | undefined, column: string, most = LONGEST_TEXT): string | null {
  const trimmed = value?.trim() ?? '';
  if ([...trimmed].length > most) throw new DomainError('ROW_VALUE_TOO_LONG', { most }, column);
  return trimmed === '' ? null : trimmed;
}

/** Throws ROW_VALUE_MISSING for an empty cell. */
export function requiredText(value: string | undefined, at: { kind: ImportKind; column: string }, most?: number): string {
  const found = text(value, at.column, most);
  if (found === null) throw new DomainError('ROW_VALUE_MISSING', { column: titleOf(at.kind, at.column) }, at.column);
  return found;
}

/** Words for the values of a list: the code itself always counts. */
export type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

/** The value that the word stands for. Throws ROW_VALUE_UNKNOWN with the first word of each. */
export function oneOfWords<T extends string>(value: string | null, words: Words<T>, column: string): T | null {
  if (value === null) return null;
  const wanted = value.toLowerCase();
  const entries = Object.entries(words) as [T, readonly string[]][];
  const found = entries.find(([code, called]) => code.toLowerCase() === wanted || called.some((word) => word.toLowerCase() === wanted));
  if (!found) throw new DomainError('ROW_VALUE_UNKNOWN', { allowed: entries.map(([code, [word]]) => word ?? code) }, column);
  return found[0];
}

const WHOLE = /^\d{1,6}$/;

/** A whole number from 0. Throws ROW_NUMBER_INVALID. */
export function whole(value: string | undefined, column: string, most: number): number | null {
  const found = text(value, column);
  if (found === null) return null;
  if (!WHOLE.test(found) || Number(found) > most) throw new DomainError('ROW_NUMBER_INVALID', { most }, column);
  return Number(found);
}

/** Yuan as people write them, in fen; not below nothing. Throws ROW_AMOUNT_INVALID. */
export function yuan(value: string | undefined, column: string): number | null {
  const found = text(value, column);
  if (found === null) return null;
  const plain = found
    .replace(/^[¥￥]\s*/, '')
    .replace(/元$/, '')
    .replace(/[,，](?=\d{3}(?:\D|$))/g, '');
  try {
    const amount = parseYuan(plain);
    if (amount >= 0) return amount;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  throw new DomainError('ROW_AMOUNT_INVALID', {}, column);
}
