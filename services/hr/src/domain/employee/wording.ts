import { DomainError } from '@weilend/kernel';

// What people write about people (a name, a position, a reason): something stands there, and not a whole letter.

/** Refuses a text that says nothing, or is longer than `most` characters. */
export function checkText(text: string, most: number, field: string): DomainError[] {
  const length = [...text.trim()].length;
  return length > 0 && length <= most ? [] : [new DomainError('TEXT_LENGTH', { most }, field)];
}

/** A name as it is compared: width and case make no other person, nor blanks and dots between its parts. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A text without blanks around it; null when nothing stands there. */
export function written(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
