import { DomainError } from '@weilend/kernel';

// What people write about a training (心得、反馈、理由): it must say something, and it must not become a second place where telephone,
// identity or account numbers of customers lie about unprotected.

/** Mobile (also in groups), landline with area code, twelve digits and more (identity, account), a card in groups of four. */
const PERSONAL_NUMBERS = [
  /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/,
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/,
  /\d{12}/,
  /(?<!\d)\d{4}(?:[ -]\d{4}){2,}/,
];
const LEAST_REASON = 5;

/** Trimmed words. Throws DomainError TEXT_TOO_SHORT below `atLeast` characters, PERSONAL_NUMBER_IN_TEXT for a number of a person. */
export function writtenWords(text: string, field: string, atLeast = LEAST_REASON): string {
  const words = text.trim();
  const length = [...words].length;
  if (length < atLeast) throw new DomainError('TEXT_TOO_SHORT', { what: field, length, atLeast }, field);
  if (PERSONAL_NUMBERS.some((pattern) => pattern.test(words))) throw new DomainError('PERSONAL_NUMBER_IN_TEXT', { what: field }, field);
  return words;
}
